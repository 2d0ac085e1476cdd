"""The talk at the end of a place, the plan it makes, and where the child is later."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.actions import case_close_if_idle, case_reopen
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.actions.clocks import clocks_refresh
from sendhub.nurture_hubs.actions.place import locked_place
from sendhub.nurture_hubs.actions.untrue import letters_stop
from sendhub.nurture_hubs.letters import ABOUT_THE_TALK
from sendhub.nurture_hubs.models import (
    Destination,
    HubPlace,
    Talk,
    TransitionStep,
)
from sendhub.nurture_hubs.rules import ends
from sendhub.nurture_hubs.rules.ends import Next, Point, Where
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words

DIED = "This child has died."


@transaction.atomic
def talk_arrange(
    *, place: HubPlace, planned_for: date, by: User, day_checked: bool = False
) -> HubPlace:
    """Arrange the talk about what follows a place, or move it to another day (HUB-7).

    It counts as arranged from the first time on (NH-01).
    """
    place = _open(place)
    today = clock.today()
    ends.check_talk_planned(
        planned_for,
        starts_on=place.starts_on,
        ends_on=place.ends_on,
        on=today,
        day_checked=day_checked,
    )
    talk = _talk_of(place)
    if talk and talk.held_on:
        raise RuleBroken(f"The talk took place on {date_words(talk.held_on)}.")
    if talk and talk.planned_for == planned_for:
        raise RuleBroken("It is planned for that day already.", "planned_for")
    moved = talk is not None
    talk = talk or Talk(place=place, arranged_on=today, arranged_by=by)
    talk.planned_for = planned_for
    talk.save()
    if moved:
        letters_stop(place, ABOUT_THE_TALK, reason="The talk was moved.")
    clocks_refresh(place)
    record(
        "nurture_hubs.talk_arrange",
        by=by,
        child=place.child,
        about=place,
        how="moved to" if moved else "arranged for",
        planned_for=planned_for,
        hub=place.hub,
    )
    return place


class Held(TypedDict):
    """Who took part in a talk, what was decided and said."""

    held_on: date
    family: bool
    original_school: bool
    hub_school: bool
    coordinator: bool
    absent_because: str
    decision: str
    setting: Setting | None
    views: str


SAID = (
    "held_on",
    "family",
    "original_school",
    "hub_school",
    "coordinator",
    "absent_because",
    "decision",
    "views",
)
"""What of it is kept as it was said."""


@transaction.atomic
def talk_hold(*, place: HubPlace, by: User, **held: Unpack[Held]) -> HubPlace:
    """Record the talk: who took part, what follows, what was said (HUB-7; seed 35).

    Of a child of the host school nobody comes from another school. A talk that was
    never arranged counts as arranged on its day.
    """
    place = _open(place)
    _check_held(place, held)
    talk = _talk_of(place) or Talk(
        place=place,
        arranged_on=held["held_on"],
        planned_for=held["held_on"],
        arranged_by=by,
    )
    if talk.held_on:
        raise RuleBroken(f"The talk of {date_words(talk.held_on)} is recorded already.")
    school = _next_school(place, held)
    for name in SAID:
        setattr(talk, name, held.get(name))
    talk.next_setting, talk.held_by = school, by
    talk.save()
    clocks_refresh(place)
    record(
        "nurture_hubs.talk_hold",
        by=by,
        child=place.child,
        about=place,
        on=held["held_on"],
        decision=Next(talk.decision).label.lower(),
        setting=school,
    )
    return place


@transaction.atomic
def talk_withdraw(*, talk: Talk, reason: str, by: User) -> HubPlace:
    """Take back a talk that was entered in error, with its plan; arrange it anew."""
    place = locked_place(talk.place)
    talk = Talk.objects.select_for_update().get(pk=talk.pk)
    if talk.withdrawn_at:
        raise RuleBroken("This was taken back already.")
    talk.take_back(by=by, reason=reason)
    letters_stop(place, ABOUT_THE_TALK, reason="The talk was entered in error.")
    clocks_refresh(place)
    record(
        "nurture_hubs.talk_withdraw",
        by=by,
        child=place.child,
        about=place,
        hub=place.hub,
        reason=reason,
    )
    return place


@transaction.atomic
def step_add(*, talk: Talk, what: str, who: str, due_on: date, by: User) -> HubPlace:
    """Add a step to the plan that the talk made: who does what by when (HUB-7)."""
    place = _open(talk.place)
    talk = Talk.objects.select_for_update().get(pk=talk.pk)
    if talk.withdrawn_at or talk.held_on is None:
        raise RuleBroken("Record the talk first: it makes the plan.")
    ends.check_step_by(
        due_on, held_on=talk.held_on, ends_on=place.ends_on, field="due_on"
    )
    TransitionStep.objects.create(talk=talk, what=what, who=who, due_on=due_on)
    clocks_refresh(place)
    record(
        "nurture_hubs.step_add",
        by=by,
        child=place.child,
        about=place,
        what=what,
        who=who,
        due_on=due_on,
    )
    return place


@transaction.atomic
def step_do(*, step: TransitionStep, done_on: date, by: User) -> HubPlace:
    """Say that a step of the plan was taken."""
    place, step = _meant(step)
    check_not_future(done_on, on=clock.today(), field="done_on")
    if step.talk.held_on:
        ends.check_step_by(
            done_on, held_on=step.talk.held_on, ends_on=place.ends_on, field="done_on"
        )
    step.done_on, step.done_by = done_on, by
    step.save(update_fields=["done_on", "done_by"])
    clocks_refresh(place)
    record(
        "nurture_hubs.step_do",
        by=by,
        child=place.child,
        about=place,
        on=done_on,
        what=step.what,
    )
    return place


@transaction.atomic
def step_drop(*, step: TransitionStep, reason: str, by: User) -> HubPlace:
    """Say that a step of the plan is not needed any more, and why."""
    place, step = _meant(step)
    step.dropped_because = reason
    step.save(update_fields=["dropped_because"])
    clocks_refresh(place)
    record(
        "nurture_hubs.step_drop",
        by=by,
        child=place.child,
        about=place,
        what=step.what,
        reason=reason,
    )
    return place


class Told(TypedDict):
    """Where a child is on a day."""

    point: str
    on: date
    where: str
    setting: Setting | None
    words: str


@transaction.atomic
def destination_record(*, place: HubPlace, by: User, **told: Unpack[Told]) -> HubPlace:
    """Record where a child is on leaving, six and twelve months later (HUB-9).

    The last of them ends the hubs' work: the case closes if nothing else goes on.
    """
    place = _open(place)
    point = Point(told["point"])
    check_not_future(told["on"], on=clock.today(), field="on")
    ends.check_destination_on(point, told["on"], ends_on=place.ends_on)
    told["setting"] = _school_of(place, told)
    ends.check_school(told["where"], named=told["setting"] is not None)
    made = Destination.objects.create(place=place, recorded_by=by, **told)
    clocks_refresh(place)
    record(
        "nurture_hubs.destination_record",
        by=by,
        child=place.child,
        about=place,
        on=told["on"],
        when=point.label,
        where=made.get_where_display().lower(),
    )
    case_close_if_idle(case=place.referral.case, by=by)
    return place


@transaction.atomic
def destination_withdraw(
    *, destination: Destination, reason: str, by: User
) -> HubPlace:
    """Take back where a child was said to be; it is asked again, on an open case."""
    place = locked_place(destination.place)
    destination = Destination.objects.select_for_update().get(pk=destination.pk)
    if destination.withdrawn_at:
        raise RuleBroken("This was taken back already.")
    destination.take_back(by=by, reason=reason)
    case = place.referral.case
    if case.closed_on and place.child.died_on is None:
        case_reopen(case=case, by=by)
    clocks_refresh(place)
    record(
        "nurture_hubs.destination_withdraw",
        by=by,
        child=place.child,
        about=place,
        when=destination.get_point_display(),
        reason=reason,
    )
    return place


def _open(place: HubPlace) -> HubPlace:
    """Take a place that stands, of a child who lives."""
    place = locked_place(place)
    if place.child.died_on:
        raise RuleBroken(DIED)
    return place


def _talk_of(place: HubPlace) -> Talk | None:
    return Talk.objects.standing().select_for_update().filter(place=place).first()


def _meant(step: TransitionStep) -> tuple[HubPlace, TransitionStep]:
    """Take a step that is still to be taken, and its place."""
    place = _open(step.talk.place)
    found = TransitionStep.objects.select_related("talk")
    step = found.select_for_update(of=("self",)).get(pk=step.pk)
    if step.done_on:
        raise RuleBroken(f"This was done on {date_words(step.done_on)}.")
    if step.dropped_because:
        raise RuleBroken("This step was dropped.")
    if step.talk.withdrawn_at:
        raise RuleBroken("The talk that agreed on it was taken back.")
    return place, step


def _check_held(place: HubPlace, held: Held) -> None:
    check_not_future(held["held_on"], on=clock.today(), field="held_on")
    ends.check_held_on(held["held_on"], starts_on=place.starts_on)
    there = [held["family"], held["hub_school"], held["coordinator"]]
    if not place.from_host:
        there.append(held["original_school"])
    ends.check_took_part(all_there=all(there), absent_because=held["absent_because"])
    ends.check_way(held["decision"], from_host=place.from_host)


def _next_school(place: HubPlace, held: Held) -> Setting:
    """The school from then on: where the decision says which, it is not asked."""
    hosts = place.hub.hosts_on(held["held_on"])
    meant = {
        Next.RETURN: [place.referral.setting],
        Next.CLASS: [place.referral.setting],
        Next.STAY: hosts,
    }
    found = _school_meant(
        meant.get(Next(held["decision"])),
        held["setting"],
        others=[place.referral.setting, *hosts],
    )
    if found is None:
        raise RuleBroken("Choose the school from then on.", "setting")
    return found


def _school_of(place: HubPlace, told: Told) -> Setting | None:
    """The school where a child is: the answer may say which, or that it is another."""
    hosts = place.hub.hosts_on(place.ends_on)
    meant = {Where.ORIGINAL: [place.referral.setting], Where.HUB_SCHOOL: hosts}
    another = told["where"] == Where.MAINSTREAM
    return _school_meant(
        meant.get(Where(told["where"])),
        told["setting"],
        others=[place.referral.setting, *hosts] if another else [],
    )


def _school_meant(
    meant: list[Setting] | None, named: Setting | None, *, others: list[Setting]
) -> Setting | None:
    """The school that an answer means; refuse another, or one of `others` for none."""
    if meant is None:
        if named in others:
            raise RuleBroken(
                "This is no other school: choose another answer above, or another "
                "school here.",
                "setting",
            )
        return named
    if named is None and len(meant) == 1:
        return meant[0]
    if named in meant:
        return named
    names = " or ".join(str(one) for one in meant)
    asked = "With the answer above it is" if named else "Choose the school:"
    raise RuleBroken(f"{asked} {names}.", "setting")
