"""Which children a hub school sees (ADR 30)."""

from datetime import date

from django.db.models import Q

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.nurture_hubs.models import (
    Agreement,
    HubMember,
    HubPlace,
    Measure,
    Target,
)
from sendhub.nurture_hubs.rules import OPEN, Party
from sendhub.people.models import Child


def children_of_own_hub(user: User) -> Q | None:
    """Children whom one's hub is asked about, and those with a place there.

    Asked once the coordinator has agreed, while the referral is open; after the end
    of a place for twelve months. What is restricted the caller leaves out.
    """
    if not user.may(Permission.HUB_VIEW):
        return None
    today = clock.today()
    hubs = HubMember.objects.in_force(on=today).filter(user=user).values("hub")
    asked = Agreement.objects.filter(
        hub__in=hubs,
        withdrawn_on__isnull=True,
        party=Party.COORDINATOR,
        agreed=True,
        referral__standing__in=OPEN,
    )
    there = HubPlace.objects.standing().filter(
        hub__in=hubs, ends_on__gte=a_year_before(today)
    )
    return Q(pk__in=asked.values("referral__case__child")) | Q(
        pk__in=there.values("child")
    )


ON_A_PLACE = [
    f"nurture_hubs.{act}"
    for act in (
        "place_allocate",
        "place_move",
        "place_end",
        "place_withdraw",
        "talk_arrange",
        "talk_hold",
        "talk_cancel",
        "step_add",
        "step_do",
        "destination_record",
    )
]
ON_A_MEASURE = ["nurture_hubs.measure_record"]
ON_A_TARGET = [f"nurture_hubs.target_{verb}" for verb in ("add", "rate", "drop")]
"""What a hub school also reads on the page of the place; not what was an error."""


def acts_in_own_hub(user: User, child: Child) -> Q:
    """The acts that a hub school reads of a child: on the places in its own hub."""
    places = HubPlace.objects.of_child(child).in_hubs_of(user, on=clock.today())
    of_referrals = {"referral__in": places.values("referral")}
    measures = Measure.objects.standing().filter(**of_referrals)
    targets = Target.objects.filter(**of_referrals)
    return (
        Q(act__in=ON_A_PLACE, about_id__in=places.values("pk"))
        | Q(act__in=ON_A_MEASURE, about_id__in=measures.values("pk"))
        | Q(act__in=ON_A_TARGET, about_id__in=targets.values("pk"))
    )


def a_year_before(day: date) -> date:
    """The same day a year ago; before 29 February the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
