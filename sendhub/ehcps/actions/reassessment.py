"""Assessing again a child who has a live plan (CFA 2014 s44; regs 23 to 27)."""

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
from sendhub.ehcps.actions.assessment import refuse_second
from sendhub.ehcps.actions.clocks import clocks_refresh
from sendhub.ehcps.actions.plan import locked_plan
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.ehcps.rules import Begun, Stage, Standing
from sendhub.people.models import Child


class AskedAgain(TypedDict):
    """What is known of a request to assess again."""

    received_on: date
    source: Code
    requester: str
    reasons: str


@transaction.atomic
def reassessment_log(
    *, plan: Plan, by: User, **asked: Unpack[AskedAgain]
) -> NeedsAssessment:
    """Log a request to assess again; we decide within 15 days of it (reg. 24; RA-01).

    The plan goes on as it is meanwhile.
    """
    plan = _checked(plan, asked["received_on"], field="received_on")
    assessment = NeedsAssessment.objects.create(
        case=plan.case, reassesses=plan, begun=Begun.AGAIN, logged_by=by, **asked
    )
    clocks_refresh(assessment)
    record(
        "ehcps.reassessment_log",
        by=by,
        child=plan.case.child,
        about=assessment,
        on=asked["received_on"],
        source=asked["source"],
    )
    return assessment


@transaction.atomic
def reassessment_begin(
    *, plan: Plan, told_on: date, reasons: str, by: User
) -> NeedsAssessment:
    """Decide ourselves to assess again; 14 weeks run from it (s44(3); RA-03)."""
    plan = _checked(plan, told_on, field="told_on")
    assessment = NeedsAssessment.objects.create(
        case=plan.case,
        reassesses=plan,
        begun=Begun.OWN,
        stage=Stage.ASSESSING,
        received_on=told_on,
        source=Code.objects.get(set="REQUEST_SOURCE", code=OURSELVES),
        reasons=reasons,
        logged_by=by,
        assess_told_on=told_on,
        assess_decided_by=by,
        assess_reasons=reasons,
    )
    clocks_refresh(assessment)
    record(
        "ehcps.reassessment_begin",
        by=by,
        child=plan.case.child,
        about=assessment,
        on=told_on,
    )
    return assessment


OURSELVES = "5"
"""“Other” of those who ask: nobody asked us."""


def _checked(plan: Plan, day: date, *, field: str) -> Plan:
    """A live plan, nothing else that runs, and a day after the plan."""
    Child.objects.select_for_update().get(pk=plan.case.child_id)
    plan = locked_plan(plan)
    if plan.standing != Standing.LIVE or plan.issued_on is None:
        raise RuleBroken("Only a child with a live plan is assessed again.")
    refuse_second(plan.case.child)
    check_not_future(day, on=clock.today(), field=field)
    rules.check_order(
        day, after=plan.issued_on, what="the plan was issued", field=field
    )
    return plan
