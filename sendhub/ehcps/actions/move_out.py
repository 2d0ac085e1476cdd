"""Families who move away (SEND Regulations 2014 reg. 15; EHC-11)."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.models import Case
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code, Partnership
from sendhub.ehcps import rules
from sendhub.ehcps.actions.assessment import request_withdraw
from sendhub.ehcps.actions.ceasing import cease
from sendhub.ehcps.actions.clocks import move_out_clock_refresh
from sendhub.ehcps.actions.plan import locked_plan
from sendhub.ehcps.models import MoveIn, MoveOut, NeedsAssessment, Plan
from sendhub.ehcps.rules import OUT_OF_ENGLAND, WITHIN_ENGLAND, MoveOutEnd


class Announced(TypedDict):
    """What is known of a move away."""

    moves_on: date
    known_on: date
    authority: Code | None
    country: str


@transaction.atomic
def move_out_record(*, case: Case, by: User, **known: Unpack[Announced]) -> MoveOut:
    """Record that a family moves, or has moved, to another authority or abroad.

    The plan is to be transferred on the day of the move; who learned of it late has
    fifteen working days from then (reg. 15(2); TF-01).
    """
    case = Case.objects.select_for_update().select_related("child").get(pk=case.pk)
    plan = Plan.objects.live().filter(case=case).first()
    assessment = NeedsAssessment.objects.open().filter(case=case).first()
    if plan is None and assessment is None:
        raise RuleBroken("There is neither a live plan nor an open request here.")
    if MoveOut.objects.open().filter(case=case).exists():
        raise RuleBroken("A move away is already recorded.")
    _check_announced(known)
    _check_lived_here(case, plan, assessment, known["moves_on"])
    move = MoveOut.objects.create(
        case=case, plan=plan, assessment=assessment, recorded_by=by, **known
    )
    move_out_clock_refresh(move)
    record(
        "ehcps.move_out_record",
        by=by,
        child=case.child,
        about=move,
        on=known["known_on"],
        where=move.where,
        moves_on=known["moves_on"],
    )
    return move


@transaction.atomic
def move_out_finish(*, move: MoveOut, gone_on: date, papers: str, by: User) -> MoveOut:
    """Record that the plan was transferred and the family is gone: our part ends.

    The plan ceases on that day with the return's reason 5, or 7 outside England; an
    assessment ends where it stands (SEN2 4.6, “Exported”).
    """
    move = _locked(move)
    check_not_future(gone_on, on=clock.today(), field="gone_on")
    rules.check_order(
        gone_on, after=move.moves_on, what="the day of the move", field="gone_on"
    )
    plan = Plan.objects.live().filter(case=move.case).first()
    assessment = NeedsAssessment.objects.open().filter(case=move.case).first()
    if plan is None and assessment is None:
        raise RuleBroken("Everything here has ended meanwhile: nothing is transferred.")
    rules.check_papers_sent(papers, to_authority=bool(plan and move.in_england))
    move.ended, move.ended_on, move.papers = MoveOutEnd.GONE, gone_on, papers
    move.save(update_fields=["ended", "ended_on", "papers"])
    if assessment:
        request_withdraw(
            assessment=assessment,
            withdrawn_on=gone_on,
            reason=f"The family moved to {move.where}.",
            by=by,
        )
    if plan:
        _pass_on(plan, move, gone_on, by)
    move_out_clock_refresh(_fresh(move))
    record(
        "ehcps.move_out_finish",
        by=by,
        child=move.case.child,
        about=move,
        on=gone_on,
        where=move.where,
        sent=f"; sent: {papers}" if papers.strip() else "",
    )
    return move


@transaction.atomic
def move_out_drop(
    *, move: MoveOut, dropped_on: date, dropped_because: str, by: User
) -> MoveOut:
    """Record that a move came to nothing: they stay with us."""
    move = _locked(move)
    check_not_future(dropped_on, on=clock.today(), field="dropped_on")
    rules.check_order(
        dropped_on, after=move.known_on, what="we learned of it", field="dropped_on"
    )
    move.ended, move.ended_on = MoveOutEnd.DROPPED, dropped_on
    move.dropped_because = dropped_because
    move.save(update_fields=["ended", "ended_on", "dropped_because"])
    move_out_clock_refresh(move)
    record(
        "ehcps.move_out_drop",
        by=by,
        child=move.case.child,
        about=move,
        on=dropped_on,
        where=move.where,
        reason=dropped_because,
    )
    return move


def _check_announced(known: Announced) -> None:
    check_not_future(known["known_on"], on=clock.today(), field="known_on")
    rules.check_announced(known["moves_on"], on=clock.today())
    rules.check_destination(known["authority"], known["country"])
    if known["authority"]:
        own = Partnership.objects.values_list("authority_code", flat=True).get(pk=1)
        rules.check_other_authority(known["authority"].code, own=own)


def _check_lived_here(
    case: Case, plan: Plan | None, assessment: NeedsAssessment | None, moves_on: date
) -> None:
    """Nobody moves away before they came, or before what is to end began."""
    came = MoveIn.objects.filter(case=case).order_by("-pk").first()
    begun = assessment.received_on if assessment else plan and plan.issued_on
    if came:
        rules.check_order(
            moves_on, after=came.moved_on, what="they moved here", field="moves_on"
        )
    elif begun:
        what = "the request" if assessment else "the plan was issued"
        rules.check_order(moves_on, after=begun, what=what, field="moves_on")


def _pass_on(plan: Plan, move: MoveOut, gone_on: date, by: User) -> None:
    """End the plan here with the return's reason."""
    reason = WITHIN_ENGLAND if move.in_england else OUT_OF_ENGLAND
    plan = locked_plan(plan)
    rules.check_order(
        gone_on,
        after=plan.issued_on or gone_on,
        what="the plan was issued",
        field="gone_on",
    )
    cease(
        plan,
        ceased_on=gone_on,
        cease_told_on=None,
        cease_reason=Code.objects.get(set="CEASE_REASON", code=reason),
        cease_detail=f"The family moved to {move.where}.",
        by=by,
    )


def _locked(move: MoveOut) -> MoveOut:
    found = (
        MoveOut.objects.select_related("case__child", "authority", "plan")
        .select_for_update(of=("self",))
        .get(pk=move.pk)
    )
    if found.ended:
        raise RuleBroken(f"This is over: {found.get_ended_display().lower()}.")
    return found


def _fresh(move: MoveOut) -> MoveOut:
    return MoveOut.objects.for_page().get(pk=move.pk)
