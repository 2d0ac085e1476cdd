"""Families who move here from another authority (SEND Regs 2014 reg. 15; EHC-11)."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.models import Case
from sendhub.casework.rules import check_not_future
from sendhub.casework.uploads import Upload
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.ehcps import rules
from sendhub.ehcps.actions.assessment import (
    RequestFacts,
    assessment_open,
    case_given,
)
from sendhub.ehcps.actions.awaiting import check_from, plan_keep
from sendhub.ehcps.actions.clocks import move_in_clock_refresh
from sendhub.ehcps.actions.plan import check_open
from sendhub.ehcps.models import MoveIn, NeedsAssessment, Plan
from sendhub.ehcps.rules import Begun, Standing
from sendhub.people.actions import needs_set
from sendhub.people.models import Child
from sendhub.people.rules import check_needs
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words


class PlanBrought(TypedDict):
    """What is known of a plan that another authority transfers to us."""

    authority: Code
    moved_on: date
    transferred_on: date
    made_on: date
    last_review_on: date | None
    setting: Setting | None
    arrangement: Code | None
    primary_need: Code
    secondary_need: Code | None
    paper: list[Upload]


@transaction.atomic
def move_in_log(
    *, child: Child, by: User, officer: User | None, **brought: Unpack[PlanBrought]
) -> MoveIn:
    """Log a plan transferred to us: ours from that day, as if we had made it.

    Reg. 15(3) (TF-04). It keeps its own date; we owe the family word within six
    weeks (TF-02) and a review (TF-03). Where it was awaited, the wait is over.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    _check_brought(child, brought)
    case = case_given(
        child=child, opened_on=brought["moved_on"], officer=officer, by=by
    )
    move = _write_brought(case, brought, by)
    move_in_clock_refresh(move)
    needs_set(
        child=child,
        primary_need=brought["primary_need"],
        secondary_need=brought["secondary_need"],
        by=by,
    )
    record(
        "ehcps.move_in_log",
        by=by,
        child=child,
        about=move,
        on=brought["transferred_on"],
        authority=brought["authority"],
        made_on=brought["made_on"],
    )
    return move


@transaction.atomic
def move_in_tell(
    *, move: MoveIn, told_on: date, will_assess: bool, review_on: date, by: User
) -> MoveIn:
    """Record what the family was told of the transfer, and when (reg. 15(4); TF-02)."""
    move = _locked(move)
    facts = move.facts
    if facts is None or facts.ended:
        raise RuleBroken("Only a live plan that was transferred to us asks for this.")
    if move.told_on:
        raise RuleBroken(f"The family was told on {date_words(move.told_on)}.")
    check_not_future(told_on, on=clock.today(), field="told_on")
    rules.check_order(
        told_on, after=facts.transferred_on, what="the transfer", field="told_on"
    )
    rules.check_review_promised(facts, review_on)
    move.told_on, move.told_by = told_on, by
    move.will_assess, move.review_on = will_assess, review_on
    move.save(update_fields=["told_on", "told_by", "will_assess", "review_on"])
    move_in_clock_refresh(move)
    record(
        "ehcps.move_in_tell",
        by=by,
        child=move.case.child,
        about=move,
        on=told_on,
        intent="we assess again" if will_assess else "we do not assess again",
        review_on=review_on,
    )
    return move


@transaction.atomic
def move_in_review(*, move: MoveIn, reviewed_on: date, by: User) -> MoveIn:
    """Record our first review of a plan transferred to us (reg. 15(5); TF-03).

    The day is that on which the family was sent what we decided after it.
    """
    move = _locked(move)
    facts = move.facts
    if facts is None or facts.ended:
        raise RuleBroken("Only a live plan that was transferred to us asks for this.")
    if move.reviewed_on:
        raise RuleBroken(f"It was reviewed on {date_words(move.reviewed_on)}.")
    check_not_future(reviewed_on, on=clock.today(), field="reviewed_on")
    rules.check_order(
        reviewed_on,
        after=facts.transferred_on,
        what="the transfer",
        field="reviewed_on",
    )
    move.reviewed_on, move.reviewed_by = reviewed_on, by
    move.save(update_fields=["reviewed_on", "reviewed_by"])
    move_in_clock_refresh(move)
    record(
        "ehcps.move_in_review",
        by=by,
        child=move.case.child,
        about=move,
        on=reviewed_on,
    )
    return move


class TakenOver(TypedDict):
    """What is known of an assessment that began at another authority."""

    authority: Code
    moved_on: date
    how_far: str
    received_on: date
    source: Code
    requester: str
    reasons: str
    youth_accommodation: bool


@transaction.atomic
def request_take_over(
    *,
    child: Child,
    by: User,
    officer: User | None = None,
    dates_checked: bool = False,
    **taken: Unpack[TakenOver],
) -> NeedsAssessment:
    """Log a child who moved here in the middle of an assessment.

    It does not carry over: we became responsible on the day it came to us, and decide
    afresh within six weeks of it (CFA 2014 s24; reg. 5(1)(b)).
    """
    _check_taken(taken)
    assessment = assessment_open(
        child=child,
        by=by,
        officer=officer,
        dates_checked=dates_checked,
        begun=Begun.RESPONSIBLE,
        **_asked(taken),
    )
    MoveIn.objects.create(
        case=assessment.case,
        assessment=assessment,
        authority=taken["authority"],
        moved_on=taken["moved_on"],
        how_far=taken["how_far"],
        recorded_by=by,
    )
    record(
        "ehcps.request_take_over",
        by=by,
        child=assessment.case.child,
        about=assessment,
        on=assessment.received_on,
        authority=taken["authority"],
    )
    return assessment


def _check_taken(taken: TakenOver) -> None:
    check_from(taken["authority"])
    check_not_future(taken["moved_on"], on=clock.today(), field="moved_on")
    rules.check_order(
        taken["received_on"],
        after=taken["moved_on"],
        what="the move",
        field="received_on",
    )


def _asked(taken: TakenOver) -> RequestFacts:
    """What an assessment that we begin holds of what was asked for there."""
    return {
        "received_on": taken["received_on"],
        "source": taken["source"],
        "requester": taken["requester"],
        "reasons": taken["reasons"],
        "youth_accommodation": taken["youth_accommodation"],
    }


def _write_brought(case: Case, brought: PlanBrought, by: User) -> MoveIn:
    """The plan as it came, live from the start, and the move that brought it."""
    plan = Plan.objects.create(
        case=case,
        standing=Standing.LIVE,
        issued_on=brought["made_on"],
        issued_by=by,
        setting=brought["setting"],
        arrangement=brought["arrangement"],
        primary_need=brought["primary_need"],
        secondary_need=brought["secondary_need"],
    )
    move = MoveIn.objects.awaited().select_for_update().filter(case=case).first()
    move = move or MoveIn(case=case, recorded_by=by)
    move.plan = plan
    move.authority = brought["authority"]
    for name in ("moved_on", "transferred_on", "last_review_on"):
        setattr(move, name, brought[name])
    move.document = plan_keep(move, brought["paper"], brought["transferred_on"], by=by)
    move.save()
    return move


def _check_brought(child: Child, brought: PlanBrought) -> None:
    if child.died_on:
        raise RuleBroken("This child has died.")
    _check_here_already(child)
    check_from(brought["authority"])
    made_on, transferred_on = brought["made_on"], brought["transferred_on"]
    for field in ("moved_on", "transferred_on", "made_on"):
        check_not_future(brought[field], on=clock.today(), field=field)
    rules.check_moved_here(
        born_on=child.born_on,
        moved_on=brought["moved_on"],
        transferred_on=transferred_on,
        made_on=made_on,
    )
    rules.check_reviewed_there(
        brought["last_review_on"], made_on=made_on, transferred_on=transferred_on
    )
    rules.check_setting_named(brought["setting"], brought["arrangement"])
    check_open(brought["setting"])
    second = brought["secondary_need"]
    check_needs(brought["primary_need"].pk, second.pk if second else None)


def _check_here_already(child: Child) -> None:
    if Plan.objects.live().of_child(child).exists():
        raise RuleBroken("The child has a live plan here already.")
    there = NeedsAssessment.objects.open().of_child(child).first()
    if there:
        raise RuleBroken(
            "There is an open request here, received on "
            f"{date_words(there.received_on)}. Record first that it was withdrawn, "
            "since a plan came instead."
        )


def _locked(move: MoveIn) -> MoveIn:
    return (
        MoveIn.objects.select_related("case__child", "plan")
        .select_for_update(of=("self",))
        .get(pk=move.pk)
    )
