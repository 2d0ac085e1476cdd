"""Another health commissioner for a plan (SEND Regulations 2014 reg. 16)."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.ehcps import rules
from sendhub.ehcps.actions.clocks import commissioner_clock_refresh
from sendhub.ehcps.actions.plan import locked_plan
from sendhub.ehcps.actions.reassessment import OURSELVES, reassessment_log
from sendhub.ehcps.models import CommissionerChange, Plan
from sendhub.ehcps.rules import AskedFor, Standing


class Changed(TypedDict):
    """What is known of a new health commissioner."""

    commissioner: str
    with_move: bool
    changed_on: date
    known_on: date


@transaction.atomic
def commissioner_change(
    *, plan: Plan, by: User, **known: Unpack[Changed]
) -> CommissionerChange:
    """Record that another health commissioner is responsible for a plan (TF-05, 05a).

    The old one tells it: by the move or in fifteen working days of learning of it.
    """
    plan = locked_plan(plan)
    if plan.standing != Standing.LIVE or plan.issued_on is None:
        raise RuleBroken("Only a live plan has a health commissioner.")
    if any(one.is_open for one in plan.commissioner_changes.all()):
        raise RuleBroken("A change is recorded already: settle that one first.")
    for field in ("changed_on", "known_on"):
        check_not_future(known[field], on=clock.today(), field=field)
    change = CommissionerChange.objects.create(plan=plan, recorded_by=by, **known)
    commissioner_clock_refresh(change)
    record(
        "ehcps.commissioner_change",
        by=by,
        child=plan.case.child,
        about=change,
        on=known["changed_on"],
        whom=change.commissioner,
    )
    return change


@transaction.atomic
def commissioner_tell(
    *, change: CommissionerChange, told_on: date, by: User
) -> CommissionerChange:
    """Record that the new commissioner was told; it has 15 working days to ask."""
    change = _locked(change)
    if change.told_on:
        raise RuleBroken("It was told already.")
    check_not_future(told_on, on=clock.today(), field="told_on")
    what = "the old one learned of it"
    rules.check_order(told_on, after=change.known_on, what=what, field="told_on")
    change.told_on = told_on
    change.save(update_fields=["told_on"])
    commissioner_clock_refresh(change)
    record(
        "ehcps.commissioner_tell",
        by=by,
        child=change.plan.case.child,
        about=change,
        on=told_on,
        whom=change.commissioner,
    )
    return change


@transaction.atomic
def commissioner_ask(
    *,
    change: CommissionerChange,
    asked_for: str,
    asked_on: date,
    reasons: str,
    by: User,
) -> CommissionerChange:
    """Record what the new commissioner asks for, which we must do (TF-05b).

    A new assessment begins as asked for; a review is settled when it is done.
    """
    change = _locked(change)
    told_on = _told(change)
    if change.asked_on:
        raise RuleBroken("It asked already.")
    check_not_future(asked_on, on=clock.today(), field="asked_on")
    rules.check_order(asked_on, after=told_on, what="it was told", field="asked_on")
    change.asked_for, change.asked_on = asked_for, asked_on
    if asked_for == AskedFor.ASSESSMENT:
        change.assessment = reassessment_log(
            plan=change.plan,
            received_on=asked_on,
            source=Code.objects.get(set="REQUEST_SOURCE", code=OURSELVES),
            requester=change.commissioner,
            reasons=reasons,
            by=by,
        )
    change.save(update_fields=["asked_for", "asked_on", "assessment"])
    commissioner_clock_refresh(change)
    record(
        "ehcps.commissioner_ask",
        by=by,
        child=change.plan.case.child,
        about=change,
        on=asked_on,
        whom=change.commissioner,
        what=AskedFor(asked_for).label.lower(),
    )
    return change


@transaction.atomic
def commissioner_close(
    *, change: CommissionerChange, closed_on: date, by: User
) -> CommissionerChange:
    """Record that it arranges everything, or that the review it asked for is done."""
    change = _locked(change)
    after, what = _told(change), "it was told"
    if change.asked_on:
        after, what = change.asked_on, "it asked"
    check_not_future(closed_on, on=clock.today(), field="closed_on")
    rules.check_order(closed_on, after=after, what=what, field="closed_on")
    change.closed_on, change.closed_by = closed_on, by
    change.save(update_fields=["closed_on", "closed_by"])
    commissioner_clock_refresh(change)
    reviewed = change.asked_for == AskedFor.REVIEW
    record(
        "ehcps.commissioner_close",
        by=by,
        child=change.plan.case.child,
        about=change,
        on=closed_on,
        whom=change.commissioner,
        how="the plan was reviewed" if reviewed else "it arranges what the plan says",
    )
    return change


def _told(change: CommissionerChange) -> date:
    if change.told_on is None:
        raise RuleBroken("Record first when it was told.")
    return change.told_on


def _locked(change: CommissionerChange) -> CommissionerChange:
    """A change that is not over, of a plan that is in force."""
    found = CommissionerChange.objects.select_related("plan__case__child")
    locked = found.select_for_update(of=("self",)).get(pk=change.pk)
    if not locked.is_open:
        raise RuleBroken("This is settled already.")
    if locked.plan.standing != Standing.LIVE:
        raise RuleBroken("The plan has ended.")
    return locked
