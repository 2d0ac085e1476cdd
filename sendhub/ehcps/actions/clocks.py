"""Bringing deadlines in line with an assessment's facts, inside each act."""

from sendhub.casework.actions import deadlines_refresh
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


def clocks_refresh(assessment: NeedsAssessment) -> None:
    """Recompute every deadline of an assessment and of the advice still awaited.

    Advice that has come stays met or late, whatever becomes of the assessment, unless
    that was recorded by mistake: then nothing of it counts.
    """
    wanted = deadlines_wanted(facts_of(assessment))
    deadlines_refresh(case=assessment.case, about=assessment, wanted=wanted)
    if assessment.stage == Stage.MISTAKE:
        for advice in assessment.advices.all():
            deadlines_refresh(case=assessment.case, about=advice, wanted=[])
        return
    for advice in assessment.advices.awaited():
        advice_clock_refresh(assessment, advice)


def advice_clock_refresh(assessment: NeedsAssessment, advice: Advice) -> None:
    """Recompute one advice's six weeks; what was never asked for has none."""
    if advice.asked_on is None:
        return
    wanted = advice_wanted(
        kind=AdviceKind(advice.kind),
        asked_on=advice.asked_on,
        received_on=advice.received_on,
        closed=bool(advice.held_agreed_on) or not assessment.is_open,
    )
    if advice.due_on != wanted.due_on:
        advice.due_on = wanted.due_on
        advice.save(update_fields=["due_on"])
    deadlines_refresh(case=assessment.case, about=advice, wanted=[wanted])


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
