"""Waiting for another authority's plan: asked for, chased, here, or not coming."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.actions import document_add
from sendhub.casework.models import Document
from sendhub.casework.rules import Category, check_not_future
from sendhub.casework.uploads import Upload
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code, Partnership
from sendhub.ehcps import rules
from sendhub.ehcps.actions.assessment import case_given
from sendhub.ehcps.actions.clocks import move_in_clock_refresh
from sendhub.ehcps.models import MoveIn, Plan
from sendhub.people.models import Child


class Expected(TypedDict):
    """What is known of a plan that another authority has still to send."""

    authority: Code
    moved_on: date
    asked_on: date


@transaction.atomic
def plan_await(
    *, child: Child, officer: User | None, by: User, **expected: Unpack[Expected]
) -> MoveIn:
    """Record that a child moved here whose plan the other authority has still to send.

    It has until the day of the move, or fifteen working days from learning of it: from
    our letter at the latest (reg. 15(2); TF-01).
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    _check_expected(child, expected)
    case = case_given(
        child=child, opened_on=expected["moved_on"], officer=officer, by=by
    )
    if MoveIn.objects.awaited().filter(case=case).exists():
        raise RuleBroken("A plan is awaited already: chase that one.")
    move = MoveIn.objects.create(case=case, recorded_by=by, **expected)
    move_in_clock_refresh(move)
    record(
        "ehcps.plan_await",
        by=by,
        child=child,
        about=move,
        on=expected["asked_on"],
        authority=expected["authority"],
    )
    return move


@transaction.atomic
def plan_chase(*, move: MoveIn, chased_on: date, answer: str, by: User) -> MoveIn:
    """Record that we reminded the other authority; we remind it again in two weeks."""
    move = _waiting(move)
    check_not_future(chased_on, on=clock.today(), field="chased_on")
    last = move.chased_on or move.asked_on or move.moved_on
    what = "we last asked for it" if move.asked_on else "the move"
    rules.check_order(chased_on, after=last, what=what, field="chased_on")
    move.asked_on = move.asked_on or chased_on
    move.chased_on = chased_on
    move.save(update_fields=["asked_on", "chased_on"])
    move_in_clock_refresh(move)
    record(
        "ehcps.plan_chase",
        by=by,
        child=move.case.child,
        about=move,
        on=chased_on,
        authority=move.authority,
        answer=f": {answer}" if answer else "",
    )
    return move


@transaction.atomic
def plan_forgo(
    *, move: MoveIn, dropped_on: date, dropped_because: str, by: User
) -> MoveIn:
    """Record that no plan will come: there is none, or the family has left again."""
    move = _waiting(move)
    if move.plan:
        raise RuleBroken("The plan is ours already. Add its file when it comes.")
    check_not_future(dropped_on, on=clock.today(), field="dropped_on")
    rules.check_order(
        dropped_on,
        after=move.asked_on or move.moved_on,
        what="we asked for it",
        field="dropped_on",
    )
    move.dropped_on, move.dropped_because = dropped_on, dropped_because
    move.save(update_fields=["dropped_on", "dropped_because"])
    move_in_clock_refresh(move)
    record(
        "ehcps.plan_forgo",
        by=by,
        child=move.case.child,
        about=move,
        on=dropped_on,
        authority=move.authority,
        reason=dropped_because,
    )
    return move


@transaction.atomic
def plan_attach(
    *, move: MoveIn, paper: list[Upload], came_on: date, by: User
) -> MoveIn:
    """Add the file of a plan that was ours before its file came; nothing is chased."""
    move = _waiting(move)
    if move.plan is None or move.transferred_on is None:
        raise RuleBroken("Log the plan first: its date, needs and setting.")
    check_not_future(came_on, on=clock.today(), field="came_on")
    rules.check_order(came_on, after=move.moved_on, what="the move", field="came_on")
    move.document = plan_keep(move, paper, came_on, by=by)
    move.save(update_fields=["document"])
    move_in_clock_refresh(move)
    record(
        "ehcps.plan_attach",
        by=by,
        child=move.case.child,
        about=move,
        on=came_on,
        authority=move.authority,
    )
    return move


def plan_keep(
    move: MoveIn, paper: list[Upload], came_on: date, *, by: User
) -> Document | None:
    """Put the plan that came along on the case."""
    if not paper:
        return None
    [document] = document_add(
        case=move.case,
        files=paper,
        title=f"EHC plan made by {move.authority}",
        category=Category.GENERAL,
        happened_on=came_on,
        by=by,
    )
    return document


def check_from(authority: Code) -> None:
    """Nobody moves here from here (SH-503)."""
    own = Partnership.objects.values_list("authority_code", flat=True).get(pk=1)
    rules.check_other_authority(authority.code, own=own)


def _check_expected(child: Child, expected: Expected) -> None:
    if child.died_on:
        raise RuleBroken("This child has died.")
    if Plan.objects.live().of_child(child).exists():
        raise RuleBroken("The child has a live plan here already.")
    check_from(expected["authority"])
    for field in ("moved_on", "asked_on"):
        check_not_future(expected[field], on=clock.today(), field=field)
    rules.check_order(
        expected["moved_on"],
        after=child.born_on,
        what="the child was born",
        field="moved_on",
    )


def _waiting(move: MoveIn) -> MoveIn:
    """A move whose plan, or the file of it, is not here."""
    found = MoveIn.objects.select_related("case__child", "authority", "plan")
    locked = found.select_for_update(of=("self",)).get(pk=move.pk)
    if locked.assessment_id:
        raise RuleBroken("No plan is to come: they were being assessed there.")
    if locked.dropped_on:
        raise RuleBroken("It is recorded already that no plan will come.")
    if locked.document_id:
        raise RuleBroken("The plan and its file are here already.")
    return locked
