"""What EHC shows on a case and on the child's page, and what may be done next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sendhub import statutory
from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended, Wanted, is_wait
from sendhub.casework.services import ActLink
from sendhub.core import clock
from sendhub.ehcps.models import Advice, NeedsAssessment, Plan
from sendhub.ehcps.rules import (
    CLOCK_FACT,
    NEXT_LIMIT,
    TITLES,
    AdviceKind,
    Stage,
    Standing,
    VersionKind,
    deadlines_wanted,
    limits,
)
from sendhub.people.models import Child
from sendhub.people.rules import words


@dataclass(frozen=True)
class Step:
    """One limit of the 20 weeks as the timeline shows it (days: negative once late)."""

    rule: str
    title: str
    due: date
    status: str
    days: int
    met_on: date | None
    current: bool
    source: str
    source_url: str
    explanation: str


def clock_steps(assessment: NeedsAssessment, *, on: date) -> list[Step]:
    """The timetable of one assessment: each date and the rule behind it."""
    plan = Plan.objects.filter(assessment=assessment).first()
    facts = assessment.clock_facts(
        draft_served_on=_served_on(plan), plan_sent_on=plan.issued_on if plan else None
    )
    now = NEXT_LIMIT.get(Stage(assessment.stage))
    return [_step(want, assessment, facts, now, on) for want in deadlines_wanted(facts)]


def _step(
    want: Wanted, assessment: NeedsAssessment, facts: Any, now: str | None, on: date
) -> Step:
    start = CLOCK_FACT[want.rule]
    began = facts.draft_served_on if start == "draft_served" else facts.received_on
    answer = statutory.answer(want.rule, as_at=on, **{start: began})
    return Step(
        rule=want.rule,
        title=want.title,
        due=want.due_on,
        status=want.ended.value or ("wait" if is_wait(want.rule) else "open"),
        days=(want.due_on - (want.met_on or on)).days,
        met_on=want.met_on,
        current=want.rule == now,
        source=answer.source,
        source_url=answer.source_url,
        explanation=answer.explanation,
    )


def next_limit(assessment: NeedsAssessment, *, on: date) -> Step | None:
    """The limit that an open assessment runs towards now; asks the database nothing."""
    rule = NEXT_LIMIT.get(Stage(assessment.stage))
    if rule is None:
        return None
    facts = assessment.clock_facts()
    due = next(due for name, due, _ in limits(facts) if name == rule)
    return _step(Wanted(rule, TITLES[rule], due), assessment, facts, rule, on)


def _served_on(plan: Plan | None) -> date | None:
    if plan is None:
        return None
    drafts = plan.versions.sent().filter(kind=VersionKind.DRAFT)
    last = drafts.newest_first().first()
    return last.sent_on if last else None


def suggested_advice(assessment: NeedsAssessment, *, on: date) -> Mapping[str, str]:
    """Whom to ask, by kind, of those who have not been asked."""
    child = assessment.case.child
    attended = child.attendances.in_force(on=on).select_related("setting").first()
    names = {
        AdviceKind.PARENT: "The family",
        AdviceKind.EDUCATION: attended.setting.name if attended else "",
        AdviceKind.MEDICAL: "Designated clinical officer",
        AdviceKind.PSYCHOLOGY: "Educational psychology service",
        AdviceKind.SOCIAL_CARE: "Children's social care",
    }
    asked = set(assessment.advices.values_list("kind", flat=True))
    return {kind: name for kind, name in names.items() if kind not in asked}


def case_section(case: Case, user: User) -> Mapping[str, Any]:
    """What the case page shows of this service."""
    today = clock.today()
    found = case.assessments.select_related("source", "assess_decided_by")
    assessments = list(found.order_by("-received_on", "-pk"))
    latest = assessments[0] if assessments else None
    advices = latest.advices.in_order() if latest else Advice.objects.none()
    return {
        "assessment": latest,
        "earlier": assessments[1:],
        "steps": clock_steps(latest, on=today) if latest else [],
        "advices": [_advice_row(advice, today) for advice in advices],
        "plan": _plan_of(case),
        "may_receive": user.may(Permission.ADVICE_RECEIVE),
    }


def _advice_row(advice: Advice, on: date) -> Mapping[str, Any]:
    due = statutory.due("NA-07", advice_requested=advice.asked_on)
    ended = Wanted("NA-07", "", due, met_on=advice.received_on).ended
    left = (due - (advice.received_on or on)).days
    return {"advice": advice, "due": due, "status": ended.value or "open", "days": left}


def _plan_of(case: Case) -> Plan | None:
    plans = Plan.objects.filter(case=case).exclude(standing=Standing.ABANDONED)
    return plans.for_page().order_by("-pk").first()


def case_acts(case: Case, user: User) -> list[ActLink]:
    """What may be done next on an EHC case, the usual next act first."""
    assessment = case.assessments.order_by("-received_on", "-pk").first()
    if assessment is None:
        return _allowed(user, [_request_act(case.child)])
    acts: list[tuple[Permission, ActLink]] = []
    if assessment.is_open:
        acts = _assessment_acts(assessment)
    plan = _plan_of(case)
    links = _allowed(user, acts)
    if plan and assessment.stage in (Stage.ISSUING, Stage.DRAFT_SENT, Stage.ISSUED):
        links = [*plan_acts(plan, user), *links]
    elif not assessment.is_open:
        links += _allowed(user, [_request_act(case.child)])
    return links


def _assessment_acts(assessment: NeedsAssessment) -> list[tuple[Permission, ActLink]]:
    def link(name: str, label: str, usual: bool = True) -> ActLink:
        url = reverse(f"ehcps:{name}", args=[assessment.pk])
        return ActLink(label, url, usual=usual)

    ask = (Permission.ADVICE_ASK, link("advice-ask", "Ask for advice"))
    decide = (
        Permission.ISSUE_DECIDE,
        link("issue-decide", "Decide whether to issue a plan"),
    )
    steps = {
        Stage.REQUESTED: [
            (
                Permission.ASSESSMENT_DECIDE,
                link("assessment-decide", "Decide whether to assess"),
            )
        ],
        Stage.ASSESSING: [decide, ask]
        if assessment.advices.exists()
        else [ask, decide],
    }
    withdraw = link("request-withdraw", "Record that it was withdrawn", usual=False)
    return [
        *steps.get(Stage(assessment.stage), []),
        (Permission.REQUEST_WITHDRAW, withdraw),
    ]


def _request_act(child: Child) -> tuple[Permission, ActLink]:
    url = reverse("ehcps:request-log", args=[child.pk])
    return Permission.REQUEST_LOG, ActLink("Log a request for an assessment", url)


def plan_acts(plan: Plan, user: User) -> list[ActLink]:
    """What may be done next with a plan, the usual next act first."""

    def link(name: str, label: str, usual: bool = True) -> ActLink:
        url = reverse(f"ehcps:{name}", args=[plan.pk])
        return ActLink(label, url, usual=usual)

    write = (Permission.PLAN_WRITE, link("plan-write", "Write the draft"))
    if plan.standing == Standing.LIVE:
        end = link("plan-cease", "Cease the plan", usual=False)
        return _allowed(user, [(Permission.PLAN_CEASE, end)])
    if plan.standing != Standing.DRAFT:
        return []
    acts = []
    if plan.versions.being_written().exists():
        acts += [
            write,
            (Permission.DRAFT_SEND, link("draft-send", "Send the draft")),
        ]
    if plan.versions.sent().exists():
        acts += [(Permission.PLAN_ISSUE, link("plan-issue", "Issue the plan"))]
        acts += [] if write in acts else [write]
    return _allowed(user, acts)


def _allowed(user: User, acts: list[tuple[Permission, ActLink]]) -> list[ActLink]:
    return [link for permission, link in acts if user.may(permission)]


def plan_facts(plan: Plan) -> list[Mapping[str, Any]]:
    """The facts at the head of a plan."""
    facts: list[tuple[str, Any]] = [
        ("Issued", plan.issued_on),
        ("Names", plan.named),
        ("Primary need", plan.primary_need),
        ("Secondary need", plan.secondary_need),
    ]
    if plan.standing == Standing.LIVE and plan.issued_on:
        review = statutory.due("AR-01", plan_date=plan.issued_on)
        facts.append(("First review by", review))
    if plan.standing == Standing.CEASED:
        facts += [("Ceased", plan.ceased_on), ("Reason", plan.cease_reason)]
    return [
        {"key": key, "value": words(value) if isinstance(value, date) else value}
        for key, value in facts
        if value
    ]


def deadline_url(deadline: Deadline) -> str:
    """The page on which a deadline's act is done."""
    if deadline.ended == Ended.OPEN and deadline.about_type == "ehcps.advice":
        return reverse("ehcps:advice-receive", args=[deadline.about_id])
    return deadline.case.get_absolute_url()


def child_panel(child: Child, user: User) -> Mapping[str, Any]:
    """What the child's page shows of this service."""
    seen = NeedsAssessment.objects.of_child(child).select_related("case")
    latest = seen.order_by("-received_on", "-pk").first()
    plans = Plan.objects.of_child(child).exclude(standing=Standing.ABANDONED)
    return {
        "assessment": latest,
        "limit": next_limit(latest, on=clock.today()) if latest else None,
        "plan": plans.for_page().order_by("-pk").first(),
        "request_url": _request_act(child)[1].url
        if user.may(Permission.REQUEST_LOG) and not child.died_on
        else "",
    }
