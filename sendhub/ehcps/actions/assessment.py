"""From the request to the decision whether to issue a plan."""

from datetime import date
from typing import Required, TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.actions import case_assign, case_open
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey, check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.ehcps import rules
from sendhub.ehcps.actions.clocks import clocks_refresh
from sendhub.ehcps.actions.plan import draft_abandon, draft_open
from sendhub.ehcps.models import CommissionerChange, NeedsAssessment, Plan
from sendhub.ehcps.rules import Begun, Stage
from sendhub.people.models import Child
from sendhub.statutory.words import date_words


class RequestFacts(TypedDict, total=False):
    """What is known of a request when it is logged."""

    received_on: Required[date]
    source: Required[Code]
    reasons: Required[str]
    requester: str
    youth_accommodation: bool


@transaction.atomic
def request_log(
    *,
    child: Child,
    by: User,
    officer: User | None = None,
    dates_checked: bool = False,
    **facts: Unpack[RequestFacts],
) -> NeedsAssessment:
    """Log a request for an EHC needs assessment; the 20 weeks run from its receipt.

    CFA 2014 s36; SEND Regulations 2014 reg. 5(1)(a). EHC-1. `dates_checked`: an
    unusual year was asked about and is right.
    """
    assessment = assessment_open(
        child=child, by=by, officer=officer, dates_checked=dates_checked, **facts
    )
    record(
        "ehcps.request_log",
        by=by,
        child=assessment.case.child,
        about=assessment,
        on=assessment.received_on,
        source=facts["source"],
    )
    return assessment


def assessment_open(
    *,
    child: Child,
    by: User,
    officer: User | None,
    dates_checked: bool,
    begun: Begun = Begun.REQUEST,
    **facts: Unpack[RequestFacts],
) -> NeedsAssessment:
    """Begin what runs to a decision whether to assess; whoever calls records it."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    received_on = facts["received_on"]
    _check_request(child, received_on)
    if not dates_checked:
        rules.check_dates_usual(
            born_on=child.born_on, received_on=received_on, on=clock.today()
        )
    case = case_given(child=child, opened_on=received_on, officer=officer, by=by)
    assessment = NeedsAssessment.objects.create(
        case=case, logged_by=by, begun=begun, **facts
    )
    clocks_refresh(assessment)
    return assessment


def case_given(
    *, child: Child, opened_on: date, officer: User | None, by: User
) -> Case:
    """The child's EHC case, with this officer where it has none."""
    case = case_open(child=child, service=ServiceKey.EHC, opened_on=opened_on, by=by)
    if officer and case.officer_id is None:
        case = case_assign(case=case, officer=officer, handover="", by=by)
    return case


@transaction.atomic
def assessment_decide(
    *, assessment: NeedsAssessment, assess: bool, told_on: date, reasons: str, by: User
) -> NeedsAssessment:
    """Record the decision whether to assess, and the day the family was told.

    Six weeks from the request: SEND Regulations 2014 reg. 5(1) (NA-03).
    """
    assessment = locked_assessment(assessment)
    stage = Stage.ASSESSING if assess else Stage.REFUSED
    rules.check_not_refused(Stage(assessment.stage))
    rules.WORKFLOW.check(Stage(assessment.stage), stage)
    check_obliged(assessment, assess=assess)
    _check_told(told_on, after=assessment.received_on, what="the request")
    _check_reasons(assess, reasons)
    assessment.stage = stage
    assessment.assess_told_on = told_on
    assessment.assess_decided_by = by
    assessment.assess_reasons = reasons
    assessment.save(
        update_fields=["stage", "assess_told_on", "assess_decided_by", "assess_reasons"]
    )
    clocks_refresh(assessment)
    decision = "Decided to assess" if assess else "Decided not to assess"
    decision += " again" if assessment.is_again else ""
    _record_decision("ehcps.assessment_decide", assessment, told_on, decision, by)
    return assessment


@transaction.atomic
def issue_decide(
    *, assessment: NeedsAssessment, issue: bool, told_on: date, reasons: str, by: User
) -> NeedsAssessment:
    """Record the decision whether to issue a plan, and the day the family was told.

    Sixteen weeks from the request: SEND Regulations 2014 reg. 10(1) (NA-08, NA-09).
    A yes opens the plan's first draft.
    """
    assessment = locked_assessment(assessment)
    stage = Stage.ISSUING if issue else Stage.NOT_ISSUED
    rules.check_not_refused(Stage(assessment.stage))
    rules.WORKFLOW.check(Stage(assessment.stage), stage)
    _check_told(told_on, after=assessment.assessing_from, what="the decision to assess")
    _check_reasons(issue, reasons)
    assessment.stage = stage
    assessment.issue_told_on = told_on
    assessment.issue_decided_by = by
    assessment.issue_reasons = reasons
    assessment.save(
        update_fields=["stage", "issue_told_on", "issue_decided_by", "issue_reasons"]
    )
    if issue:
        draft_open(assessment)
    clocks_refresh(assessment)
    decision = "Decided to issue a plan" if issue else "Decided not to issue a plan"
    if assessment.is_again:
        decision = "Decided to amend the plan" if issue else "Plan left as it is"
    _record_decision("ehcps.issue_decide", assessment, told_on, decision, by)
    return assessment


@transaction.atomic
def request_withdraw(
    *, assessment: NeedsAssessment, withdrawn_on: date, reason: str, by: User
) -> NeedsAssessment:
    """Record that a request was withdrawn or fell away before its end (SEN2 “W”)."""
    assessment = locked_assessment(assessment)
    rules.WORKFLOW.check(Stage(assessment.stage), Stage.WITHDRAWN)
    check_not_future(withdrawn_on, on=clock.today(), field="withdrawn_on")
    rules.check_order(
        withdrawn_on,
        after=assessment.received_on,
        what="the request",
        field="withdrawn_on",
    )
    assessment.stage = Stage.WITHDRAWN
    assessment.withdrawn_on = withdrawn_on
    assessment.withdrawn_reason = reason
    assessment.save(update_fields=["stage", "withdrawn_on", "withdrawn_reason"])
    draft_abandon(assessment)
    clocks_refresh(assessment)
    record(
        "ehcps.request_withdraw",
        by=by,
        child=assessment.case.child,
        about=assessment,
        on=withdrawn_on,
        reason=reason,
    )
    return assessment


def _check_request(child: Child, received_on: date) -> None:
    check_not_future(received_on, on=clock.today(), field="received_on")
    rules.check_may_request(
        born_on=child.born_on,
        died_on=child.died_on,
        received_on=received_on,
        has_plan=Plan.objects.live().of_child(child).exists(),
    )
    refuse_second(child)


def refuse_second(child: Child) -> None:
    """A child has one open request at a time (EHC-1)."""
    there = NeedsAssessment.objects.open().of_child(child).first()
    if there:
        raise RuleBroken(
            f"There is already an open request, received on "
            f"{date_words(there.received_on)}: follow that one."
        )


def locked_assessment(assessment: NeedsAssessment) -> NeedsAssessment:
    """Take a request's row, with its child: acts on it come one by one."""
    return (
        NeedsAssessment.objects.select_related("case__child")
        .select_for_update(of=("self",))
        .get(pk=assessment.pk)
    )


def check_obliged(assessment: NeedsAssessment, *, assess: bool) -> None:
    """Whether a health commissioner asked, so that the answer can only be yes."""
    asked = CommissionerChange.objects.filter(assessment=assessment).exists()
    rules.check_must_assess(assess=assess, asked_by_commissioner=asked)


def _check_told(told_on: date, *, after: date, what: str) -> None:
    check_not_future(told_on, on=clock.today(), field="told_on")
    rules.check_order(told_on, after=after, what=what, field="told_on")


def _check_reasons(agreed: bool, reasons: str) -> None:
    """A refusal is sent with its reasons (CFA 2014 s36(5))."""
    if not agreed and not reasons.strip():
        raise RuleBroken(
            "A refusal needs its reasons: the letter gives them.", "reasons"
        )


def _record_decision(
    act: str, assessment: NeedsAssessment, told_on: date, decision: str, by: User
) -> None:
    record(
        act,
        by=by,
        child=assessment.case.child,
        about=assessment,
        on=told_on,
        decision=decision,
        told_on=told_on,
    )
