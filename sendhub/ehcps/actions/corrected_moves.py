"""What a correction of a move changes: the value, its neighbours, its effects."""

from datetime import date

from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import rules
from sendhub.ehcps.actions.clocks import (
    clocks_refresh,
    move_in_clock_refresh,
    move_out_clock_refresh,
)
from sendhub.ehcps.models import Correction, MoveIn, MoveOut, NeedsAssessment, Plan
from sendhub.ehcps.rules import MoveOutEnd, Stage
from sendhub.ehcps.rules.correction import (
    OF_MOVE_IN,
    OF_MOVE_OUT,
    Corrected,
    Day,
)

Neighbours = tuple[list[Day], list[Day]]


def move_held(correction: Correction) -> tuple[MoveIn | MoveOut | None, str]:
    """The locked move that has the value to be corrected, and its name there."""
    which = Corrected(correction.field)
    if which in OF_MOVE_IN:
        return _came(correction), OF_MOVE_IN[which]
    return _goes(correction), OF_MOVE_OUT[which]


def around_move(correction: Correction) -> Neighbours:
    """The steps that come before and after a date of a move, each with its day."""
    which = Corrected(correction.field)
    if which in OF_MOVE_OUT:
        return _around_leaving(_goes(correction), which, correction)
    move = _came(correction)
    if which is Corrected.MOVED:
        return _around_arrival(move)
    if which is Corrected.TRANSFERRED:
        return _around_transfer(move)
    if which is Corrected.REVIEW_SAID and move.facts and correction.new_on:
        rules.check_review_promised(move.facts, correction.new_on)
    ended = (move.plan.ceased_on if move.plan else None, "the plan ceased")
    last = [] if which is Corrected.REVIEW_SAID else [ended]
    return [(move.transferred_on, "the transfer")], last


def follow_move(record: MoveIn | MoveOut, *, before: date | None) -> None:
    """Bring in line what stands on the days of a move."""
    if isinstance(record, MoveIn):
        move_in_clock_refresh(MoveIn.objects.for_page().get(pk=record.pk))
        return
    if record.ended == MoveOutEnd.GONE:
        _follow_transfer(record, before)
    move_out_clock_refresh(MoveOut.objects.for_page().get(pk=record.pk))


def _came(correction: Correction) -> MoveIn:
    found = MoveIn.objects.select_for_update(of=("self",))
    found = found.select_related("case__child", "plan", "assessment")
    return found.get(pk=correction.move_in_id or 0)


def _goes(correction: Correction) -> MoveOut:
    found = MoveOut.objects.select_for_update(of=("self",))
    found = found.select_related("case__child", "plan", "assessment")
    return found.get(pk=correction.move_out_id or 0)


def _around_arrival(move: MoveIn) -> Neighbours:
    begun = move.assessment.received_on if move.assessment else None
    born = (move.case.child.born_on, "the child’s birth")
    return [born], [
        (move.transferred_on, "the plan was transferred"),
        (begun, "it came to our attention"),
    ]


def _around_transfer(move: MoveIn) -> Neighbours:
    """Between the move there and what we did with the plan that was then ours."""
    plan = move.plan
    if plan is None:
        raise RuleBroken("No plan came along.", "field")
    asked = plan.ceasings.order_by("consulted_on").first()
    again = plan.reassessments.order_by("received_on").first()
    return [
        (move.moved_on, "the move"),
        (plan.issued_on, "the plan was made"),
        (move.last_review_on, "the last review there"),
    ], [
        (move.told_on, "the family was told of it"),
        (move.review_on, "the day by which we said that we review it"),
        (move.reviewed_on, "our review"),
        (asked.consulted_on if asked else None, "its end was proposed"),
        (again.received_on if again else None, "a re-assessment began"),
        (plan.ceased_on, "it ceased"),
    ]


def _around_leaving(
    move: MoveOut, which: Corrected, correction: Correction
) -> Neighbours:
    """After they came, and the transfer after the move."""
    if which is Corrected.KNOWN:
        return [], [(move.ended_on, "it was over")]
    if which is Corrected.GONE:
        return _around_gone(move)
    if correction.new_on:
        rules.check_announced(correction.new_on, on=clock.today())
    came = MoveIn.objects.filter(case=move.case_id).order_by("-pk").first()
    begun = move.assessment.received_on if move.assessment else None
    issued = move.plan.issued_on if move.plan else None
    first = [(begun, "the request"), (issued, "the plan was issued")]
    if came:
        first = [(came.moved_on, "they moved here")]
    gone = move.ended_on if move.ended == MoveOutEnd.GONE else None
    return first, [(gone, "the transfer")]


def _around_gone(move: MoveOut) -> Neighbours:
    if move.ended != MoveOutEnd.GONE:
        raise RuleBroken("They are not gone.", "field")
    came = MoveIn.objects.filter(case=move.case_id, transferred_on__isnull=False)
    last = came.order_by("-pk").first()
    asked = move.assessment.received_on if move.assessment else None
    return [
        (asked, "the request"),
        (move.moves_on, "the day of the move"),
        (last.transferred_on if last else None, "the plan was transferred to us"),
        (move.plan.issued_on if move.plan else None, "the plan was issued"),
    ], []


def _follow_transfer(move: MoveOut, before: date | None) -> None:
    """The plan ceased, and an assessment ended, on the day of the transfer."""
    plans = Plan.objects.select_for_update().filter(
        case=move.case_id, ceased_on=before, cease_reason__code__in=rules.MOVED
    )
    for plan in plans:
        plan.ceased_on = move.ended_on
        plan.save(update_fields=["ceased_on"])
        plan.ceasings.filter(ended_on=before).update(ended_on=move.ended_on)
    ended = NeedsAssessment.objects.select_for_update().filter(
        case=move.case_id, stage=Stage.WITHDRAWN, withdrawn_on=before
    )
    for assessment in ended:
        assessment.withdrawn_on = move.ended_on
        assessment.save(update_fields=["withdrawn_on"])
        clocks_refresh(assessment)
