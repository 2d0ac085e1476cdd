"""The letters of EHC casework: what each may say, when it fits, when it is due.

What they say of rights and dates comes from the rule book (CFA 2014 ss51, 55; SEND Regs
2014 regs 5, 10, 13, 32): the words around it are the administrators' to write.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, QuerySet

from sendhub import statutory
from sendhub.accounts.access import Request
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.ehcps.filters import RequestFilter
from sendhub.ehcps.models import Advice, NeedsAssessment, Plan
from sendhub.ehcps.rules import Stage, Standing
from sendhub.letters import kinds, selections
from sendhub.letters.kinds import Facts, Kind, Service, Source
from sendhub.letters.rules import To
from sendhub.letters.selections import Selection
from sendhub.people.models import Professional
from sendhub.people.rules import words

NO_REQUEST = "No request for an assessment is recorded on this case."
REQUEST = {
    "request.received_on": "the day the request reached us",
    "request.from": "who asked",
    "limit.decide_by": "by when we decide whether to assess (6 weeks)",
    "limit.no_plan_by": "by when we say that we make no plan (16 weeks)",
    "limit.plan_by": "by when a plan would be finished (20 weeks)",
}
DECISION = {
    "decision.told_on": "the day the family is told",
    "decision.reasons": "the reasons that were recorded",
}
RIGHTS = {
    "appeal.by": "the last day for an appeal, counted from the decision",
    "adviser.by": "by when to speak to a mediation adviser",
}
DRAFT = {
    "draft.sent_on": "the day the draft was sent",
    "draft.comments_by": "the last of the 15 days for comments",
}
PLAN = {
    "plan.issued_on": "the day the plan was issued",
    "plan.setting": "the school, college or arrangement named",
}
ADVICE = {"advice.due_on": "the day the first of the advice is due (6 weeks)"}


@dataclass(frozen=True)
class Known:
    """What the letters need of one EHC case: its latest request and what followed."""

    assessment: NeedsAssessment | None = None
    plan: Plan | None = None
    draft_sent_on: date | None = None
    awaited: Sequence[Advice] = ()
    emails: Mapping[str, str] = field(default_factory=dict)


def load(cases: Sequence[Case]) -> Mapping[int, Known]:
    """Load what is known of many cases, in a handful of queries."""
    awaited = Advice.objects.awaited().in_order()
    found = (
        NeedsAssessment.objects.filter(case__in=[case.pk for case in cases])
        .select_related("source", "plan__setting", "plan__arrangement")
        .prefetch_related(
            Prefetch("advices", awaited, to_attr="awaited"), "plan__versions"
        )
        .order_by("received_on", "pk")
    )
    latest = {assessment.case_id: assessment for assessment in found}
    emails = _emails(
        {a.asked_of for one in latest.values() for a in getattr(one, "awaited", [])}
    )
    return {key: _known(assessment, emails) for key, assessment in latest.items()}


def _known(assessment: NeedsAssessment, emails: Mapping[str, str]) -> Known:
    plan: Plan | None = getattr(assessment, "plan", None)
    awaited: list[Advice] = getattr(assessment, "awaited", [])
    sent = [v.sent_on for v in plan.versions.all() if v.sent_on] if plan else []
    return Known(assessment, plan, max(sent, default=None), awaited, emails)


def _emails(names: set[str]) -> Mapping[str, str]:
    """The e-mail addresses of those asked, where one name means one address."""
    found = Professional.objects.filter(name__in=names).exclude(email="")
    by_name: dict[str, set[str]] = {}
    for name, email in found.values_list("name", "email"):
        by_name.setdefault(name, set()).add(email)
    return {name: one.pop() for name, one in by_name.items() if len(one) == 1}


def acknowledgement(known: Known | None, on: date) -> Facts:
    """We have the request: due at once, and until we decide."""
    asked = _at(known, {Stage.REQUESTED}, "The request has been decided on.")
    if isinstance(asked, Facts):
        return asked
    return Facts(_request(asked), due_since=asked.received_on)


def decision_to_assess(known: Known | None, on: date) -> Facts:
    """We assess; reg. 5."""
    stages = set(Stage) - {Stage.REQUESTED, Stage.REFUSED, Stage.WITHDRAWN}
    asked = _at(known, stages, "It was not decided to assess.")
    if isinstance(asked, Facts):
        return asked
    due = asked.assess_told_on if asked.stage == Stage.ASSESSING else None
    return Facts(_decided(asked, asked.assess_told_on, asked.assess_reasons), "", due)


def decision_not_to_assess(known: Known | None, on: date) -> Facts:
    """We do not assess, why, and what the family can do; reg. 5(4), CFA s51."""
    asked = _at(known, {Stage.REFUSED}, "It was not decided against an assessment.")
    if isinstance(asked, Facts):
        return asked
    told, reasons = asked.assess_told_on, asked.assess_reasons
    return Facts({**_decided(asked, told, reasons), **_rights(told)}, "", told)


def decision_to_issue(known: Known | None, on: date) -> Facts:
    """We make a plan."""
    stages = {Stage.ISSUING, Stage.DRAFT_SENT, Stage.ISSUED}
    asked = _at(known, stages, "It was not decided to issue a plan.")
    if isinstance(asked, Facts):
        return asked
    due = asked.issue_told_on if asked.stage == Stage.ISSUING else None
    return Facts(_decided(asked, asked.issue_told_on, asked.issue_reasons), "", due)


def decision_not_to_issue(known: Known | None, on: date) -> Facts:
    """We make no plan, why, and what the family can do; reg. 10, CFA s51."""
    asked = _at(known, {Stage.NOT_ISSUED}, "It was not decided against a plan.")
    if isinstance(asked, Facts):
        return asked
    told, reasons = asked.issue_told_on, asked.issue_reasons
    return Facts({**_decided(asked, told, reasons), **_rights(told)}, "", told)


def draft_sent(known: Known | None, on: date) -> Facts:
    """The draft, and 15 days for comments; reg. 13(1)."""
    asked = _at(known, {Stage.DRAFT_SENT}, "No draft is with the family.")
    if isinstance(asked, Facts) or known is None or known.draft_sent_on is None:
        return asked if isinstance(asked, Facts) else Facts(unfit="No draft was sent.")
    sent = known.draft_sent_on
    values = {
        **_request(asked),
        "draft.sent_on": words(sent),
        "draft.comments_by": words(statutory.due("NA-11", draft_served=sent)),
    }
    return Facts(values, "", sent)


def final_sent(known: Known | None, on: date) -> Facts:
    """The final plan, and the right to appeal against what it says; CFA s51(2)(c)."""
    asked = _at(known, {Stage.ISSUED}, "No plan was issued.")
    plan = known.plan if known else None
    if isinstance(asked, Facts) or plan is None or plan.standing != Standing.LIVE:
        return asked if isinstance(asked, Facts) else Facts(unfit="The plan has ended.")
    issued = plan.issued_on
    values = {
        **_request(asked),
        **_rights(issued),
        "plan.issued_on": _day(issued),
        "plan.setting": plan.named,
    }
    return Facts(values, "", issued)


def advice_request(known: Known | None, on: date) -> Facts:
    """Please send your advice within six weeks; reg. 8."""
    return _of_advice(known, known.awaited if known else [], overdue_on=None)


def advice_reminder(known: Known | None, on: date) -> Facts:
    """Your advice was due; to those whose six weeks are over."""
    late = [a for a in known.awaited if _advice_due(a) < on] if known else []
    return _of_advice(known, late, overdue_on=on)


def _of_advice(
    known: Known | None, asked: Sequence[Advice], *, overdue_on: date | None
) -> Facts:
    stage = {Stage.ASSESSING}
    assessment = _at(known, stage, "No assessment is under way on this case.")
    if isinstance(assessment, Facts) or known is None:
        return assessment if isinstance(assessment, Facts) else Facts()
    if not asked:
        late = "No advice is late." if overdue_on else "No advice is awaited."
        return Facts(unfit=late)
    first = min(_advice_due(advice) for advice in asked)
    services = tuple(
        Service(a.pk, a.asked_of, known.emails.get(a.asked_of, "")) for a in asked
    )
    due_since = first if overdue_on else max(advice.asked_on for advice in asked)
    values = {**_request(assessment), "advice.due_on": words(first)}
    return Facts(values, "", due_since, services)


def _advice_due(advice: Advice) -> date:
    return statutory.due("NA-07", advice_requested=advice.asked_on)


def _at(known: Known | None, stages: set[Stage], unfit: str) -> NeedsAssessment | Facts:
    """The latest request, if it stands where a letter fits; else why it does not."""
    if known is None or known.assessment is None:
        return Facts(unfit=NO_REQUEST)
    return known.assessment if known.assessment.stage in stages else Facts(unfit=unfit)


def _request(asked: NeedsAssessment) -> dict[str, str]:
    received = asked.received_on
    return {
        "request.received_on": words(received),
        "request.from": asked.requester or str(asked.source).lower(),
        "limit.decide_by": words(statutory.due("NA-03", request_received=received)),
        "limit.no_plan_by": words(statutory.due("NA-08", request_received=received)),
        "limit.plan_by": words(statutory.due("NA-13", request_received=received)),
    }


def _decided(asked: NeedsAssessment, told: date | None, reasons: str) -> dict[str, str]:
    return {
        **_request(asked),
        "decision.told_on": _day(told),
        "decision.reasons": reasons,
    }


def _rights(told: date | None) -> dict[str, str]:
    if told is None:
        return {}
    return {
        "appeal.by": words(statutory.due("AP-01", decision_letter=told)),
        "adviser.by": words(statutory.due("ME-02", decision_letter=told)),
    }


def _day(day: date | None) -> str:
    return words(day) if day else ""


KINDS = (
    Kind("ehc_acknowledgement", "Acknowledgement of a request", 10, REQUEST,
         acknowledgement),
    Kind("ehc_assess", "Decision to assess", 20, {**REQUEST, **DECISION},
         decision_to_assess),
    Kind("ehc_not_assess", "Decision not to assess", 21,
         {**REQUEST, **DECISION, **RIGHTS}, decision_not_to_assess,
         rights="rights-not-to-assess"),
    Kind("ehc_advice_request", "Request for advice", 30, {**REQUEST, **ADVICE},
         advice_request, to=To.SERVICE),
    Kind("ehc_advice_reminder", "Reminder of advice", 31, {**REQUEST, **ADVICE},
         advice_reminder, to=To.SERVICE),
    Kind("ehc_issue", "Decision to issue a plan", 40, {**REQUEST, **DECISION},
         decision_to_issue),
    Kind("ehc_not_issue", "Decision not to issue a plan", 41,
         {**REQUEST, **DECISION, **RIGHTS}, decision_not_to_issue,
         rights="rights-not-to-issue"),
    Kind("ehc_draft", "Draft plan sent", 50, {**REQUEST, **DRAFT}, draft_sent),
    Kind("ehc_final", "Final plan sent", 60, {**REQUEST, **PLAN, **RIGHTS},
         final_sent, rights="rights-plan"),
)  # fmt: skip
SOURCE = Source(ServiceKey.EHC, KINDS, load)


def _requests(request: Request) -> QuerySet:
    """The cases of the requests that the list shows, filtered as its address says."""
    seen = NeedsAssessment.objects.visible_to(request.user)
    found = RequestFilter(request.GET, queryset=seen, request=request)
    return found.qs.order_by().values("case")


REQUESTS = Selection("ehc-requests", _requests)


def register() -> None:
    """Tell letters of these kinds, and of the list they can be written from."""
    kinds.register(SOURCE)
    selections.register(REQUESTS)
