"""Ending a plan in two steps (CFA 2014 s45; SEND Regulations 2014 reg. 31; EHC-9)."""

from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.actions import deadlines_refresh
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.ehcps import rules
from sendhub.ehcps.actions.assessment import request_withdraw
from sendhub.ehcps.actions.clocks import moves_refresh
from sendhub.ehcps.actions.plan import locked_plan
from sendhub.ehcps.models import Ceasing, Plan
from sendhub.ehcps.rules import CeasingEnd, CeasingFacts, Standing

OVERTAKEN = "The plan ended for another reason first."
ENDED = "The plan ended."


@transaction.atomic
def cease_propose(
    *, plan: Plan, consulted_on: date, cease_reason: Code, why: str, by: User
) -> Ceasing:
    """Ask the family and the setting before a plan ends: the first step (CE-03)."""
    plan = locked_plan(plan)
    if plan.standing != Standing.LIVE or plan.issued_on is None:
        raise RuleBroken("Only a live plan can cease.")
    if plan.ceasings.open().exists():
        raise RuleBroken("It is already proposed to end this plan.")
    check_not_future(consulted_on, on=clock.today(), field="consulted_on")
    rules.check_order(
        consulted_on,
        after=plan.issued_on,
        what="the plan was issued",
        field="consulted_on",
    )
    rules.check_not_at_once(cease_reason.code)
    ceasing = Ceasing.objects.create(
        plan=plan,
        consulted_on=consulted_on,
        cease_reason=cease_reason,
        why=why,
        proposed_by=by,
    )
    _record_step("ehcps.cease_propose", ceasing, consulted_on, by, reason=cease_reason)
    return ceasing


@transaction.atomic
def cease_notify(*, ceasing: Ceasing, told_on: date, by: User) -> Ceasing:
    """Record the notice that the plan will end: the second step, with its appeal."""
    ceasing = locked_ceasing(ceasing)
    if ceasing.told_on:
        raise RuleBroken("The family has already been told.")
    check_not_future(told_on, on=clock.today(), field="told_on")
    rules.check_order(
        told_on, after=ceasing.consulted_on, what="they were asked", field="told_on"
    )
    ceasing.told_on, ceasing.told_by = told_on, by
    ceasing.save(update_fields=["told_on", "told_by"])
    ceasing_clock_refresh(ceasing)
    until, _ = rules.kept_until(ceasing.facts)
    _record_step("ehcps.cease_notify", ceasing, told_on, by, until=until)
    return ceasing


@transaction.atomic
def cease_challenge(
    *,
    ceasing: Ceasing,
    certificate_on: date | None,
    appealed_on: date | None,
    appeal_decided_on: date | None,
    by: User,
) -> Ceasing:
    """Record the mediation certificate, the appeal or its decision (CE-04).

    A decision in the family's favour is then recorded by keeping the plan.
    """
    ceasing = locked_ceasing(ceasing)
    days = {
        "certificate_on": certificate_on,
        "appealed_on": appealed_on,
        "appeal_decided_on": appeal_decided_on,
    }
    for field, day in days.items():
        if day:
            check_not_future(day, on=clock.today(), field=field)
    rules.check_challenge(
        CeasingFacts(ceasing.consulted_on, told_on=ceasing.told_on, **days)
    )
    for field, day in days.items():
        setattr(ceasing, field, day)
    ceasing.save(update_fields=[*days])
    ceasing_clock_refresh(ceasing)
    newest = max((day for day in days.values() if day), default=clock.today())
    _record_step("ehcps.cease_challenge", ceasing, newest, by)
    return ceasing


@transaction.atomic
def cease_end(*, ceasing: Ceasing, ceased_on: date, detail: str, by: User) -> Plan:
    """End the plan once nobody can appeal any more (CFA 2014 s45(4))."""
    ceasing = locked_ceasing(ceasing)
    check_not_future(ceased_on, on=clock.today(), field="ceased_on")
    rules.check_may_end(ceasing.facts, ceased_on)
    ceasing.ended, ceasing.ended_on = CeasingEnd.CEASED, ceased_on
    ceasing.save(update_fields=["ended", "ended_on"])
    ceasing_clock_refresh(ceasing)
    return cease(
        locked_plan(ceasing.plan),
        ceased_on=ceased_on,
        cease_told_on=ceasing.told_on,
        cease_reason=ceasing.cease_reason,
        cease_detail=detail,
        by=by,
        after_notice=True,
    )


@transaction.atomic
def cease_drop(
    *, ceasing: Ceasing, ended_on: date, kept_because: str, by: User
) -> Ceasing:
    """Keep the plan after all: the proposal was dropped, or the tribunal said so."""
    ceasing = locked_ceasing(ceasing)
    check_not_future(ended_on, on=clock.today(), field="ended_on")
    rules.check_order(
        ended_on, after=ceasing.consulted_on, what="they were asked", field="ended_on"
    )
    _drop(ceasing, ended_on, kept_because)
    _record_step("ehcps.cease_drop", ceasing, ended_on, by, reason=kept_because)
    return ceasing


@transaction.atomic
def plan_cease(
    *,
    plan: Plan,
    told_on: date,
    ceased_on: date,
    cease_reason: Code,
    detail: str,
    by: User,
) -> Plan:
    """Cease a plan on its last day, with the reason the return asks for.

    CFA 2014 s45; SEND Regulations 2014 reg. 31; SEN2 item 4.6.
    """
    plan = locked_plan(plan)
    if plan.standing != Standing.LIVE or plan.issued_on is None:
        raise RuleBroken("Only a live plan can cease.")
    for day, field in ((told_on, "told_on"), (ceased_on, "ceased_on")):
        check_not_future(day, on=clock.today(), field=field)
        rules.check_order(
            day, after=plan.issued_on, what="the plan was issued", field=field
        )
    rules.check_order(
        ceased_on, after=told_on, what="the family was told", field="ceased_on"
    )
    rules.check_cease_reason(cease_reason.code, died_on=plan.case.child.died_on)
    rules.check_asked_first(cease_reason.code)
    return cease(
        plan,
        ceased_on=ceased_on,
        cease_told_on=told_on,
        cease_reason=cease_reason,
        cease_detail=detail,
        by=by,
    )


class CeaseTerms(TypedDict):
    """What is kept of the end of a plan."""

    ceased_on: date
    cease_told_on: date | None
    cease_reason: Code
    cease_detail: str


def cease(
    plan: Plan, *, by: User, after_notice: bool = False, **terms: Unpack[CeaseTerms]
) -> Plan:
    """Write an end that has been checked; what still runs for the plan ends by it."""
    for again in plan.reassessments.open():
        request_withdraw(
            assessment=again,
            withdrawn_on=max(terms["ceased_on"], again.received_on),
            reason=ENDED,
            by=by,
        )
    for ceasing in plan.ceasings.open().select_for_update():
        _drop(ceasing, terms["ceased_on"], OVERTAKEN)
    for name, value in terms.items():
        setattr(plan, name, value)
    plan.standing, plan.ceased_by = Standing.CEASED, by
    plan.save(update_fields=["standing", "ceased_by", *terms])
    moves_refresh(plan)
    record(
        "ehcps.cease_end" if after_notice else "ehcps.plan_cease",
        by=by,
        child=plan.case.child,
        about=plan,
        on=terms["ceased_on"],
        reason=terms["cease_reason"],
    )
    return plan


def locked_ceasing(ceasing: Ceasing) -> Ceasing:
    """Take an open proposal for this transaction alone; one that ended is refused."""
    found = (
        Ceasing.objects.select_related("plan__case__child", "cease_reason")
        .select_for_update(of=("self",))
        .get(pk=ceasing.pk)
    )
    if found.ended:
        raise RuleBroken(f"This is over: {found.get_ended_display().lower()}.")
    return found


def _drop(ceasing: Ceasing, ended_on: date, kept_because: str) -> None:
    ceasing.ended, ceasing.ended_on = CeasingEnd.KEPT, ended_on
    ceasing.kept_because = kept_because
    ceasing.save(update_fields=["ended", "ended_on", "kept_because"])
    ceasing_clock_refresh(ceasing)


def ceasing_clock_refresh(ceasing: Ceasing) -> None:
    """Recompute the day until which a plan that is to end goes on."""
    wanted = rules.ceasing_wanted(ceasing.facts, ended=bool(ceasing.ended))
    deadlines_refresh(case=ceasing.plan.case, about=ceasing, wanted=wanted)


def _record_step(act: str, ceasing: Ceasing, on: date, by: User, **facts: Any) -> None:
    record(act, by=by, child=ceasing.plan.case.child, about=ceasing, on=on, **facts)
