"""Bringing deadlines in line with an assessment's facts, inside each act."""

from collections.abc import Iterable

from django.db.models import Model

from sendhub.casework.actions import deadlines_refresh, deadlines_refresh_each
from sendhub.casework.rules import Wanted
from sendhub.ehcps.facts import facts_of
from sendhub.ehcps.models import (
    Advice,
    CommissionerChange,
    MoveIn,
    MoveOut,
    NeedsAssessment,
    Plan,
)
from sendhub.ehcps.rules import (
    AdviceKind,
    Stage,
    advice_wanted,
    commissioner_wanted,
    deadlines_wanted,
    move_in_wanted,
    move_out_wanted,
)

Clocks = list[tuple[Model, list[Wanted]]]


def clocks_refresh(assessment: NeedsAssessment) -> None:
    """Recompute every deadline of an assessment and of the advice still awaited.

    Advice that has come stays met or late, whatever becomes of the assessment, unless
    that was recorded by mistake: then nothing of it counts.
    """
    wanted: Clocks = [(assessment, deadlines_wanted(facts_of(assessment)))]
    if assessment.stage == Stage.MISTAKE:
        wanted += [(advice, []) for advice in assessment.advices.all()]
    else:
        wanted += _advices_wanted(assessment, assessment.advices.awaited())
    deadlines_refresh_each(case=assessment.case, wanted=wanted)


def advice_clock_refresh(assessment: NeedsAssessment, *advices: Advice) -> None:
    """Recompute the six weeks of some advice; what was never asked for has none."""
    wanted = _advices_wanted(assessment, advices)
    if wanted:
        deadlines_refresh_each(case=assessment.case, wanted=wanted)


def _advices_wanted(assessment: NeedsAssessment, advices: Iterable[Advice]) -> Clocks:
    """What runs on each advice, whose day is written on it too."""
    wanted: Clocks = []
    for advice in advices:
        if advice.asked_on is None:
            continue
        runs = advice_wanted(
            kind=AdviceKind(advice.kind),
            asked_on=advice.asked_on,
            received_on=advice.received_on,
            closed=bool(advice.held_agreed_on) or not assessment.is_open,
        )
        if advice.due_on != runs.due_on:
            advice.due_on = runs.due_on
            advice.save(update_fields=["due_on"])
        wanted.append((advice, [runs]))
    return wanted


def move_in_clock_refresh(move: MoveIn) -> None:
    """Recompute what we owe the family after a plan was transferred to us."""
    wanted = move_in_wanted(move.facts, move.awaited)
    deadlines_refresh(case=move.case, about=move, wanted=wanted)


def move_out_clock_refresh(move: MoveOut) -> None:
    """Recompute the day by which a plan is transferred away."""
    wanted = move_out_wanted(move.facts)
    deadlines_refresh(case=move.case, about=move, wanted=wanted)


def commissioner_clock_refresh(change: CommissionerChange) -> None:
    """Recompute by when a new health commissioner is told, and may ask (reg. 16)."""
    wanted = commissioner_wanted(change.facts)
    deadlines_refresh(case=change.plan.case, about=change, wanted=wanted)


def moves_refresh(plan: Plan) -> None:
    """What moves set for a plan falls away as it ends."""
    for change in CommissionerChange.objects.filter(plan=plan).for_page():
        commissioner_clock_refresh(change)
    for came in MoveIn.objects.filter(plan=plan).for_page():
        move_in_clock_refresh(came)
    for goes in MoveOut.objects.open().filter(plan=plan).for_page():
        move_out_clock_refresh(goes)
