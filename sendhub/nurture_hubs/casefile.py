"""What nurture hubs show on a case and on the child's page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended, ServiceKey, opened_with
from sendhub.core import clock
from sendhub.nurture_hubs import rules
from sendhub.nurture_hubs.measured import measured_of
from sendhub.nurture_hubs.models import HubPlace, OnwardRequest, Referral, Visit
from sendhub.nurture_hubs.referred import ehc_of, may_read, referred
from sendhub.nurture_hubs.rules import ends
from sendhub.people.models import Child

PAGES = {
    "NH-01": "talk-arrange",
    "NH-02": "talk-hold",
    "NH-03": "destination-record",
    "NH-04": "destination-record",
}
AT_THE_END = {
    "talk_withdraw": Permission.TALK_WITHDRAW,
    "step_do": Permission.STEP_DO,
    "step_drop": Permission.STEP_DROP,
    "destination_withdraw": Permission.DESTINATION_WITHDRAW,
}


def case_section(case: Case, user: User) -> Mapping[str, Any]:
    """What the case page shows: each referral with its place, the latest on top."""
    return {
        **referrals_of(case, user),
        "places": places_of(case, user),
        "ends": ends_of(case, user),
        "measured": measured_of(case, user) if may_read(user) else [],
    }


def places_of(case: Case, user: User) -> list[dict[str, Any]]:
    """Each place that stands or was taken back on a case, the latest on top."""
    today = clock.today()
    found = HubPlace.objects.filter(referral__case=case).in_hubs_of(user, on=today)
    return [shown(place, on=today) for place in found.for_page().latest_first()]


def shown(place: HubPlace, *, on: date) -> dict[str, Any]:
    """A place with where it stands and how many days are left."""
    state = rules.place_state(
        place.starts_on, place.ends_on, taken_back=bool(place.withdrawn_at), on=on
    )
    return {"place": place, "state": state, "days": (place.ends_on - on).days}


def ends_of(case: Case, user: User) -> list[dict[str, Any]]:
    """What follows each place, from the time on when it is to be talked about."""
    today = clock.today()
    places = HubPlace.objects.standing().filter(referral__case=case)
    places = places.in_hubs_of(user, on=today)
    found = places.for_page().with_the_end().latest_first()
    may = {name: user.may(permission) for name, permission in AT_THE_END.items()}
    return [
        {
            "place": place,
            "talk": talk,
            "steps": [
                (step, (step.due_on - today).days)
                for step in (talk.steps.all() if talk else ())
            ],
            "told": place.destinations.all(),
            "may": may,
            "may_read": may_read(user),
            "today": today,
        }
        for place in found
        for talk in [next(iter(place.talks.all()), None)]
        if talk or place.ends_on - ends.TALK_NEAR <= today
    ]


def deadline_url(deadline: Deadline) -> str:
    """The page on which a deadline's act is done."""
    page = PAGES.get(deadline.rule, "")
    if deadline.ended == Ended.OPEN and deadline.rule == "NH-05":
        return reverse("nurture_hubs:step-do", args=[int(deadline.step)])
    if deadline.ended != Ended.OPEN or not page:
        return deadline.case.get_absolute_url()
    return reverse(f"nurture_hubs:{page}", args=[deadline.about_id])


def onward_part(case: Case, user: User) -> dict[str, Any]:
    """What led from a hub to this case, or from this hub case to a request (HUB-8)."""
    found = OnwardRequest.objects.visible_to(user).for_page()
    if not user.may(opened_with(ServiceKey.EHC)):
        found = found.none()
    found = found.select_related("assessment__case")
    return {
        "came_from": found.filter(assessment__case=case),
        "led_to": found.filter(place__referral__case=case),
        "acts": [],
    }


def referrals_of(case: Case, user: User) -> dict[str, Any]:
    """The referrals and visits of a case, and what this person may see and do."""
    found = Referral.objects.filter(case=case).for_hubs_of(user, on=clock.today())
    found = found.for_page().with_answers()
    return {
        "shown": referred(found.newest_first(), user),
        "visits": list(Visit.objects.filter(case=case).standing().for_page()),
        "may_err": user.may(Permission.VISIT_WITHDRAW),
        "ehc": ehc_of(case.child, user),
        "may_read": may_read(user),
        "may_open": user.may(Permission.NOTE_VIEW),
        "may_change": user.may(Permission.REFERRAL_CHANGE),
        "may_end": user.may(Permission.REFERRAL_END),
        "may_withdraw": user.may(Permission.AGREEMENT_WITHDRAW),
    }


def child_panel(child: Child, user: User) -> Mapping[str, Any]:
    """What the child's page shows; nothing where there is nothing to see or do."""
    found = Referral.objects.of_child(child).visible_to(user).counted()
    found = found.for_hubs_of(user, on=clock.today()).for_page()
    rows = referred(found.with_answers().newest_first(), user)
    logs = user.may(Permission.REFERRAL_LOG) and not child.died_on
    if not rows and not logs:
        return {}
    visits = Visit.objects.of_child(child).visible_to(user).standing()
    places = HubPlace.objects.of_child(child).standing().for_page()
    places = places.in_hubs_of(user, on=clock.today())
    urls = {
        "log_url": reverse("nurture_hubs:referral-log", args=[child.pk]),
        "visit_url": reverse("nurture_hubs:visit-log", args=[child.pk]),
    }
    return {
        "shown": rows,
        "visit": visits.for_page().first(),
        "places": list(places.order_by("-starts_on", "pk")),
        **(urls if logs else {}),
    }


def going_on(case: Case) -> str:
    """What is not ended on a case, in a few words; "" if nothing is."""
    if Referral.objects.open().filter(case=case).exists():
        return "an open nurture hub referral"
    places = HubPlace.objects.going_on().filter(referral__case=case)
    return "a place in a nurture hub" if places.exists() else ""
