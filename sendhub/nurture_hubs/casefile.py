"""What nurture hubs show on a case and on the child's page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sendhub.accounts.models import User
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.nurture_hubs import rules
from sendhub.nurture_hubs.models import HubPlace, Referral


def case_section(case: Case, user: User) -> Mapping[str, Any]:
    """What the case page shows: each referral with its place, the latest on top."""
    referrals = Referral.objects.filter(case=case).for_page().newest_first()
    return {"referrals": referrals, "places": places_of(case, user)}


def places_of(case: Case, user: User) -> list[dict[str, Any]]:
    """Each place that stands or was taken back on a case, the latest on top."""
    found = HubPlace.objects.filter(referral__case=case).for_page().latest_first()
    return [shown(place, on=clock.today()) for place in found]


def shown(place: HubPlace, *, on: date) -> dict[str, Any]:
    """A place with where it stands and how many days are left."""
    state = rules.place_state(
        place.starts_on, place.ends_on, taken_back=bool(place.withdrawn_at), on=on
    )
    return {"place": place, "state": state, "days": (place.ends_on - on).days}


def going_on(case: Case) -> str:
    """What is not ended on a case, in a few words; "" if nothing is."""
    if Referral.objects.open().filter(case=case).exists():
        return "an open nurture hub referral"
    places = HubPlace.objects.going_on().filter(referral__case=case)
    return "a place in a nurture hub" if places.exists() else ""
