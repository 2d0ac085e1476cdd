"""Requests, advice, plans, and what becomes of them."""

from datetime import date, timedelta
from typing import Any

from sendhub.accounts.models import User
from sendhub.casework.models import Deadline
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps import rules as ehcps_rules
from sendhub.ehcps.models import (
    Advice,
    Ceasing,
    Correction,
    Exemption,
    NeedsAssessment,
    Plan,
    Reversal,
)
from sendhub.people.models import Child
from tests.build.accounts import user
from tests.build.people import child
from tests.build.schools import code, setting


def assessment(
    *,
    child_: Child | None = None,
    received_on: date = date(2026, 9, 1),
    stage: ehcps_rules.Stage = ehcps_rules.Stage.REQUESTED,
    officer: User | None = None,
    by: User | None = None,
) -> NeedsAssessment:
    """A request, followed as far as `stage` with a step every week or so."""
    by = by or user("service_manager")
    made = ehcps.request_log(
        child=child_ or child(),
        received_on=received_on,
        source=code("REQUEST_SOURCE", "2"),
        reasons="He cannot follow lessons without help.",
        officer=officer,
        dates_checked=True,
        by=by,
    )
    for step in _STEPS[: _REACHES[stage]]:
        step(made, received_on, by)
        made.refresh_from_db()
    if stage is ehcps_rules.Stage.REFUSED:
        made = ehcps.assessment_decide(
            assessment=made,
            assess=False,
            told_on=received_on + timedelta(days=28),
            reasons="The school can meet these needs.",
            by=by,
        )
    if stage is ehcps_rules.Stage.NOT_ISSUED:
        made = not_issued(made, told_on=received_on + timedelta(days=98), by=by)
    if stage is ehcps_rules.Stage.WITHDRAWN:
        made = ehcps.request_withdraw(
            assessment=made, withdrawn_on=received_on, reason="They moved.", by=by
        )
    return made


def not_issued(
    made: NeedsAssessment, *, told_on: date, by: User | None = None
) -> NeedsAssessment:
    """Decide that an assessment leads to no plan."""
    return ehcps.issue_decide(
        assessment=made,
        issue=False,
        told_on=told_on,
        reasons="The school can provide this.",
        by=by or user("team_manager"),
    )


def reversal(refused: NeedsAssessment, **more: Any) -> Reversal:
    """A refusal that the tribunal overturned on 5 October 2026."""
    terms: dict[str, Any] = {
        "route": ehcps_rules.Route.ORDER,
        "happened_on": date(2026, 10, 5),
        "agreed_by": None,
        "told_on": None,
        "reasons": "The tribunal ordered it.",
    }
    by = user("team_manager")
    return ehcps.refusal_reverse(assessment=refused, by=by, **(terms | more))


def exemption(limit: Deadline, **more: Any) -> Exemption:
    """A limit missed because of exceptional personal circumstances."""
    terms: dict[str, Any] = {
        "ground": ehcps_rules.Ground.CIRCUMSTANCES,
        "starts_on": None,
        "ends_on": None,
        "impractical_because": "The mother was in hospital and could not be seen.",
        "document": None,
        "told_on": None,
    }
    by = user("caseworker")
    return ehcps.exemption_record(deadline=limit, by=by, **(terms | more))


def plan(
    *,
    standing: ehcps_rules.Standing = ehcps_rules.Standing.LIVE,
    issued_on: date | None = None,
    **more: Any,
) -> Plan:
    """A plan; a live one was issued ten weeks after its request."""
    stages = {
        ehcps_rules.Standing.DRAFT: ehcps_rules.Stage.ISSUING,
        ehcps_rules.Standing.LIVE: ehcps_rules.Stage.ISSUED,
    }
    if issued_on:
        more["received_on"] = issued_on - timedelta(days=70)
    return assessment(stage=stages[standing], **more).plan


def draft_sent(**more: Any) -> Plan:
    """A plan whose draft went to the family seven weeks after its request."""
    return assessment(stage=ehcps_rules.Stage.DRAFT_SENT, **more).plan


def advice(*, assessment_: NeedsAssessment | None = None, **more: Any) -> Advice:
    """Advice asked of the school, not yet here."""
    of = assessment_ or assessment(stage=ehcps_rules.Stage.ASSESSING)
    ehcps.advice_ask(
        assessment=of,
        asked_on=more.pop("asked_on", of.assess_told_on),
        asked_of={ehcps_rules.AdviceKind.EDUCATION: "Hillside School"},
        by=user("caseworker"),
    )
    return of.advices.get()


def held_advice(*, assessment_: NeedsAssessment | None = None, **more: Any) -> Advice:
    """A psychologist's report of June 2026 that all agreed is enough."""
    terms: dict[str, Any] = {
        "kind": ehcps_rules.AdviceKind.PSYCHOLOGY,
        "author": "Dr Bevan",
        "dated_on": date(2026, 6, 10),
        "agreed_on": date(2026, 9, 24),
        "agreed_with": "Ceri Parent",
        "author_agrees": True,
        "family_agrees": True,
        "summary": "Two hours a week.",
        "document": None,
    }
    of = assessment_ or assessment(stage=ehcps_rules.Stage.ASSESSING)
    by = more.pop("by", None) or user("caseworker")
    return ehcps.advice_accept(assessment=of, by=by, **(terms | more))


def advice_here(*, assessment_: NeedsAssessment | None = None, **more: Any) -> Advice:
    """The school's advice, here on 10 October 2026 without a document."""
    facts: dict[str, Any] = {
        "received_on": date(2026, 10, 10),
        "summary": "He needs help to read.",
        "document": None,
    }
    asked = advice(assessment_=assessment_)
    return ehcps.advice_receive(advice=asked, by=user("caseworker"), **(facts | more))


def ceasing(plan_: Plan, *, told_on: date | None = None) -> Ceasing:
    """A plan that is to end: the family was asked ten days after it was issued."""
    by = user("team_manager")
    issued_on = plan_.issued_on or date(2026, 1, 5)
    made = ehcps.cease_propose(
        plan=plan_,
        consulted_on=issued_on + timedelta(days=10),
        cease_reason=code("CEASE_REASON", "2"),
        why="His needs are met without it.",
        by=by,
    )
    return ehcps.cease_notify(ceasing=made, told_on=told_on, by=by) if told_on else made


def appealed(made: Ceasing, *, appealed_on: date) -> Ceasing:
    """An appeal against ending a plan, not decided yet."""
    return ehcps.cease_challenge(
        ceasing=made,
        certificate_on=None,
        appealed_on=appealed_on,
        appeal_decided_on=None,
        by=user("caseworker"),
    )


def correction(of: NeedsAssessment, **more: Any) -> Correction:
    """A caseworker asks to have the family told two days earlier that we assess."""
    facts: dict[str, Any] = {
        "field": "assess_told_on",
        "advice": None,
        "reasons": "",
        "new_on": of.assess_told_on and of.assess_told_on - timedelta(days=2),
        "reason": "The letter is of that day.",
    }
    by = more.pop("by", None) or user("caseworker")
    return ehcps.correction_ask(assessment=of, by=by, **(facts | more))


TEXTS = {
    ehcps_rules.Section.A: "I like trains.",
    ehcps_rules.Section.B: "He finds it hard to follow spoken instructions.",
    ehcps_rules.Section.E: "By July he follows two-step instructions.",
    ehcps_rules.Section.F: "One hour a week with a speech therapist.",
}


def _decide_to_assess(made: NeedsAssessment, start: date, by: User) -> None:
    ehcps.assessment_decide(
        assessment=made,
        assess=True,
        told_on=start + timedelta(days=21),
        reasons="",
        by=by,
    )


def _decide_to_issue(made: NeedsAssessment, start: date, by: User) -> None:
    ehcps.issue_decide(
        assessment=made,
        issue=True,
        told_on=start + timedelta(days=42),
        reasons="",
        by=by,
    )


def send_draft(made: NeedsAssessment, start: date, by: User) -> None:
    """Send the family the draft, seven weeks after the request."""
    ehcps.plan_write(plan=made.plan, texts=TEXTS, by=by)
    ehcps.draft_send(plan=made.plan, served_on=start + timedelta(days=49), by=by)


def issue(made: NeedsAssessment, start: date, by: User) -> None:
    """Issue the plan, ten weeks after the request."""
    ehcps.plan_issue(
        plan=made.plan,
        issued_on=start + timedelta(days=70),
        setting=setting(),
        arrangement=None,
        primary_need=code("SEN_TYPE", "SLCN"),
        secondary_need=None,
        by=by,
    )


_STEPS = (_decide_to_assess, _decide_to_issue, send_draft, issue)
_REACHES = {
    ehcps_rules.Stage.REQUESTED: 0,
    ehcps_rules.Stage.REFUSED: 0,
    ehcps_rules.Stage.WITHDRAWN: 0,
    ehcps_rules.Stage.NOT_ISSUED: 1,
    ehcps_rules.Stage.ASSESSING: 1,
    ehcps_rules.Stage.ISSUING: 2,
    ehcps_rules.Stage.DRAFT_SENT: 3,
    ehcps_rules.Stage.ISSUED: 4,
}
