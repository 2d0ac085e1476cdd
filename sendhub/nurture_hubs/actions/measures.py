"""Recording what was measured of a child, and the child's own targets (HUB-9)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.actions.place import locked
from sendhub.nurture_hubs.models import HubPlace, Measure, Referral, Score, Target
from sendhub.nurture_hubs.rules import measures as rules
from sendhub.nurture_hubs.rules.measures import Instrument, Stage
from sendhub.people.rules import check_after_birth
from sendhub.statutory.words import date_words


class Measured(TypedDict):
    """When, with what, by whom, and the numbers by their scale."""

    stage: str
    instrument: str
    measured_on: date
    measured_by: str
    scores: Mapping[str, Decimal]


@transaction.atomic
def measure_record(
    *, referral: Referral, by: User, **measured: Unpack[Measured]
) -> Measure:
    """Record the numbers of one instrument at one stage.

    Of the Boxall Profile the numbers of its strands only, by letter.
    """
    referral = locked(referral)
    scores = measured["scores"]
    _check_day(referral, measured)
    rules.check_scores(measured["instrument"], scores)
    made = Measure.objects.create(
        referral=referral,
        stage=measured["stage"],
        instrument=measured["instrument"],
        measured_on=measured["measured_on"],
        measured_by=measured["measured_by"],
        recorded_by=by,
    )
    Score.objects.bulk_create(
        Score(measure=made, scale=scale, value=value) for scale, value in scores.items()
    )
    record(
        "nurture_hubs.measure_record",
        by=by,
        child=referral.case.child,
        about=made,
        on=made.measured_on,
        what=str(made),
        who=made.measured_by,
    )
    return made


@transaction.atomic
def measure_withdraw(*, measure: Measure, reason: str, by: User) -> Measure:
    """Say that a measure was entered in error; another may take its place."""
    found = Measure.objects.select_related("referral__case__child")
    measure = found.select_for_update(of=("self",)).get(pk=measure.pk)
    if measure.withdrawn_at:
        raise RuleBroken("This was already said to be an error.")
    measure.take_back(by=by, reason=reason)
    record(
        "nurture_hubs.measure_withdraw",
        by=by,
        child=measure.referral.case.child,
        about=measure,
        what=str(measure),
        reason=reason,
    )
    return measure


@transaction.atomic
def target_add(
    *, referral: Referral, words: str, set_on: date, at_entry: int | None, by: User
) -> Target:
    """Set a child's own target, rated from 0 (not begun) to 10 (reached)."""
    referral = locked(referral)
    check_not_future(set_on, on=clock.today(), field="set_on")
    if set_on < referral.received_on:
        came = date_words(referral.received_on)
        raise RuleBroken(f"The child was referred on {came}.", "set_on")
    same = Target.objects.followed().filter(referral=referral, words__iexact=words)
    if same.exists():
        raise RuleBroken("The child has this target already.", "words")
    target = Target.objects.create(
        referral=referral, words=words, set_on=set_on, at_entry=at_entry, set_by=by
    )
    _record_target("nurture_hubs.target_add", target, by=by, on=set_on)
    return target


class Ratings(TypedDict):
    """How far the child had come, from 0 to 10; None where it was not rated."""

    at_entry: int | None
    half_way: int | None
    at_exit: int | None


RATED_AT = {"half_way": Stage.MID, "at_exit": Stage.EXIT}


@transaction.atomic
def target_rate(*, target: Target, by: User, **ratings: Unpack[Ratings]) -> Target:
    """Rate a target at entry, half-way and at exit."""
    target = _followed(target)
    if all(rating is None for rating in ratings.values()):
        raise RuleBroken("Enter at least one rating.")
    _check_rated(target, ratings)
    target.at_entry, target.half_way = ratings["at_entry"], ratings["half_way"]
    target.at_exit = ratings["at_exit"]
    target.save(update_fields=["at_entry", "half_way", "at_exit"])
    _record_target("nurture_hubs.target_rate", target, by=by, rated=target.rated)
    return target


@transaction.atomic
def target_drop(*, target: Target, reason: str, by: User) -> Target:
    """Say that a target is not followed any more, and why."""
    target = _followed(target)
    target.dropped_because = reason
    target.save(update_fields=["dropped_because"])
    _record_target("nurture_hubs.target_drop", target, by=by, reason=reason)
    return target


def _check_day(referral: Referral, measured: Measured) -> None:
    day = measured["measured_on"]
    check_not_future(day, on=clock.today(), field="measured_on")
    born_on = referral.case.child.born_on
    check_after_birth(day, born_on=born_on, field="measured_on")
    if measured["stage"] not in Stage or measured["instrument"] not in Instrument:
        raise RuleBroken("Choose when it was measured.", "stage")
    there = Measure.objects.standing().filter(
        referral=referral, instrument=measured["instrument"]
    )
    others = [
        (Stage(stage), on) for stage, on in there.values_list("stage", "measured_on")
    ]
    stage = Stage(measured["stage"])
    stay = HubPlace.objects.standing().stay_of(referral)
    rules.check_in_hub(stage, day, stay=stay, on=clock.today())
    rules.check_measured(stage, day, referred_on=referral.received_on, others=others)


def _check_rated(target: Target, ratings: Ratings) -> None:
    """What was rated before stays allowed, also where the place was moved since."""
    now = {"half_way": ratings["half_way"], "at_exit": ratings["at_exit"]}
    stay = HubPlace.objects.standing().stay_of(target.referral)
    for field, stage in RATED_AT.items():
        if now[field] is not None and now[field] != getattr(target, field):
            rules.check_rated(stage, stay=stay, on=clock.today(), field=field)


def _followed(target: Target) -> Target:
    found = Target.objects.select_related("referral__case__child")
    target = found.select_for_update(of=("self",)).get(pk=target.pk)
    if target.dropped_because:
        raise RuleBroken("This target is not followed any more.")
    return target


def _record_target(
    act: str, target: Target, *, by: User, on: date | None = None, **said: Any
) -> None:
    record(
        act,
        by=by,
        child=target.referral.case.child,
        about=target,
        on=on,
        target=target.words,
        **said,
    )
