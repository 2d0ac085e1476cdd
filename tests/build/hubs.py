"""Nurture hubs, referrals to them and places in them."""

from datetime import date
from decimal import Decimal
from typing import Any

from sendhub.accounts.models import User
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import (
    Destination,
    Hub,
    HubCapacity,
    HubHost,
    HubMember,
    HubPause,
    HubPlace,
    Measure,
    Referral,
    Talk,
    Target,
    TransitionStep,
    Visit,
)
from sendhub.nurture_hubs.rules import Need, Party, Phase, VisitKind
from sendhub.nurture_hubs.rules.ends import Next, Point, Where
from sendhub.nurture_hubs.rules.measures import DIFFICULTIES, Instrument, Stage
from sendhub.people.models import Child
from sendhub.schools.models import Setting
from tests.build.accounts import user
from tests.build.people import child
from tests.build.schools import setting

OPENED = date(2021, 9, 1)
BORN = date(2020, 5, 5)


def hub(*, places: int = 7, host: Setting | None = None, **facts: Any) -> Hub:
    """A primary hub for children of 3 to 7, open since September 2021."""
    usual: dict[str, Any] = {
        "name": f"Hub {Hub.objects.count() + 1}",
        "phase": Phase.PRIMARY,
        "age_from": 3,
        "age_to": 7,
        "opens_on": OPENED,
    }
    made = Hub.objects.create(**(usual | facts))
    HubCapacity.objects.create(
        hub=made, from_on=made.opens_on, places=places, set_by=user("service_manager")
    )
    HubHost.objects.create(hub=made, setting=host or setting(), starts_on=made.opens_on)
    return made


def pause(of_hub: Hub | None = None, **more: Any) -> HubPause:
    """A pause from 1 December 2026 on, without a last day."""
    facts = {"starts_on": date(2026, 12, 1), "ends_on": None, "because": "No staff"}
    return actions.pause_set(
        hub=of_hub or hub(), by=user("hub_coordinator"), **(facts | more)
    )


def member(of_hub: Hub | None = None, *, who: User | None = None) -> HubMember:
    """Somebody of a hub school who sees its hub since September 2026."""
    return actions.member_add(
        hub=of_hub or hub(),
        user=who or user("hub_school"),
        starts_on=date(2026, 9, 1),
        by=user("hub_coordinator"),
    )


def referral(
    *, child_: Child | None = None, by: User | None = None, **more: Any
) -> Referral:
    """A referral of 2 November 2026, of a child of six, to which the family agreed."""
    facts: dict[str, Any] = {
        "received_on": date(2026, 11, 2),
        "setting": more.pop("setting", None) or setting(),
        "by_team": False,
        "referrer": "Ms Bufton, SENCO",
        "need": Need.USUAL,
        "reasons": "He cannot bear a room of thirty.",
        "tried": "A quiet corner; a key adult.",
        "consent_on": date(2026, 11, 2),
        "consent_by": "Ceri Parent",
        "age_checked": True,
        "again": True,
    }
    return actions.referral_log(
        child=child_ or child(born_on=BORN),
        by=by or user("hub_coordinator"),
        **(facts | more),
    )


def visit(child_: Child | None = None, *, by: User | None = None, **more: Any) -> Visit:
    """An observation of 9 November 2026, in a school of its own."""
    facts: dict[str, Any] = {
        "kind": VisitKind.OBSERVATION,
        "on": date(2026, 11, 9),
        "visitor": "Mr Lewis",
        "setting": more.pop("setting", None) or setting(),
        "found": "He hides below the table at noise.",
    }
    return actions.visit_log(
        child=child_ or child(born_on=BORN),
        by=by or user("hub_coordinator"),
        **(facts | more),
    )


def agreed(
    of_hub: Hub, *, made: Referral | None = None, by: User | None = None
) -> Referral:
    """A referral that waits: coordinator and hub school have agreed."""
    by = by or user("hub_coordinator")
    made = made or referral(by=by)
    for party in Party:
        actions.agreement_record(
            referral=made,
            hub=of_hub,
            by=by,
            party=party,
            agreed=True,
            on=made.received_on,
            conditions="",
            document=None,
        )
    made.refresh_from_db()
    return made


def place(
    of_hub: Hub | None = None,
    *,
    made: Referral | None = None,
    by: User | None = None,
    starts_on: date = date(2027, 1, 4),
    ends_on: date = date(2027, 12, 17),
    **reasons: str,
) -> HubPlace:
    """A place of nearly twelve months from January 2027, for a child who waits."""
    by = by or user("hub_coordinator")
    of_hub = of_hub or hub()
    return actions.place_allocate(
        referral=made or agreed(of_hub, by=by),
        hub=of_hub,
        by=by,
        stay={"starts_on": starts_on, "ends_on": ends_on},
        **reasons,
    )


def measure(
    made: Referral | None = None, *, by: User | None = None, **facts: Any
) -> Measure:
    """An SDQ at entry, of 16 November 2026, of a child who came a week before."""
    usual: dict[str, Any] = {
        "stage": Stage.ENTRY,
        "instrument": Instrument.SDQ,
        "measured_on": date(2026, 11, 16),
        "measured_by": "Ms Bufton",
        "scores": sdq(),
    }
    by = by or user("hub_coordinator")
    return actions.measure_record(
        referral=made or in_hub(by=by),
        by=by,
        **(usual | facts),
    )


def sdq(each: int = 5, prosocial: int = 4) -> dict[str, Decimal]:
    """The same score in each scale of difficulties."""
    scores = {scale: Decimal(each) for scale in DIFFICULTIES}
    return scores | {"sdq_prosocial": Decimal(prosocial)}


def target(made: Referral | None = None, *, by: User | None = None) -> Target:
    """A child's own target, set on 16 November 2026 and rated 2."""
    return actions.target_add(
        referral=made or referral(),
        words="I wait until I am asked.",
        set_on=date(2026, 11, 16),
        at_entry=2,
        by=by or user("hub_coordinator"),
    )


def begun(
    starts_on: date = date(2025, 12, 1),
    ends_on: date = date(2026, 11, 13),
    **more: Any,
) -> HubPlace:
    """A place that began in the past, as time has made it; usually it is just over."""
    made = place(starts_on=date(2027, 1, 4), ends_on=date(2027, 2, 4), **more)
    HubPlace.objects.filter(pk=made.pk).update(
        starts_on=starts_on, ends_on=ends_on, allocated_on=starts_on
    )
    made.refresh_from_db()
    actions.clocks_refresh(made)
    return made


def in_hub(*, ends_on: date = date(2026, 12, 18), **more: Any) -> Referral:
    """The referral of a child who is in a hub since a week after it came."""
    return begun(starts_on=date(2026, 11, 9), ends_on=ends_on, **more).referral


def talk(of_place: HubPlace, *, by: User | None = None, **held: Any) -> Talk:
    """The talk about what follows a place, held a week before it ended."""
    facts: dict[str, Any] = {
        "held_on": date(2026, 11, 6),
        "family": True,
        "original_school": True,
        "hub_school": True,
        "coordinator": True,
        "absent_because": "",
        "decision": Next.CLASS if of_place.from_host else Next.RETURN,
        "setting": None,
        "views": "He is ready.",
    }
    by = by or user("hub_coordinator")
    actions.talk_hold(place=of_place, by=by, **(facts | held))
    return Talk.objects.standing().get(place=of_place)


def step(of_place: HubPlace | None = None, *, by: User | None = None) -> TransitionStep:
    """A step of the plan that a talk made, for the first week back."""
    by = by or user("hub_coordinator")
    held = talk(of_place or begun(by=by), by=by)
    actions.step_add(
        talk=held,
        what="Two mornings in class",
        who="Ms Bufton",
        due_on=date(2026, 11, 27),
        by=by,
    )
    return TransitionStep.objects.get(talk=held)


def destination(
    of_place: HubPlace | None = None, *, by: User | None = None, **told: Any
) -> Destination:
    """Back in the original school on leaving."""
    by = by or user("hub_coordinator")
    of_place = of_place or begun(by=by)
    facts: dict[str, Any] = {
        "point": Point.EXIT,
        "on": of_place.ends_on,
        "where": Where.ORIGINAL,
        "setting": None,
        "words": "",
    }
    actions.destination_record(place=of_place, by=by, **(facts | told))
    return Destination.objects.standing().latest("pk")
