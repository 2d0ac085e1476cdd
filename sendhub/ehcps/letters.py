"""The letters of EHC casework: what each may say, when it fits, when it is due.

What they say of rights and dates comes from the rule book (CFA 2014 ss51, 55; SEND Regs
2014 regs 5, 10, 13, 32): the words around it are the administrators' to write.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import wraps

from django.db.models import QuerySet

from sendhub import statutory
from sendhub.accounts.access import Request
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import ServiceKey
from sendhub.ehcps import loading, move_letters
from sendhub.ehcps.filters import RequestFilter
from sendhub.ehcps.models import Advice, NeedsAssessment, Plan, Reversal
from sendhub.ehcps.reaching import Reached, reached_of
from sendhub.ehcps.rules import Refusal, Stage, Standing
from sendhub.ehcps.rules.clocks import REVERSED_TITLES
from sendhub.letters import kinds, selections
from sendhub.letters.kinds import Facts, Kind, Service, Source
from sendhub.letters.rules import To
from sendhub.letters.selections import Selection
from sendhub.statutory.words import date_words

NO_REQUEST = "No request for an assessment is recorded on this case."
NO_ASSESSMENT = "No assessment is under way on this case."
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
    """What the letters need of one EHC case: its latest request and what followed.

    After a refusal was reversed, `steps` has the limits of the clock that its route
    started: those of the request no longer count.
    """

    assessment: NeedsAssessment
    plan: Plan | None = None
    draft_sent_on: date | None = None
    awaited: Sequence[Advice] = ()
    reached: Mapping[str, Reached] = field(default_factory=dict)
    reversals: Mapping[str, Reversal] = field(default_factory=dict)
    steps: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class OfCase(move_letters.Around):
    """All that the letters need of one case; `first` is its first assessment."""

    first: Known | None = None


def load(cases: Sequence[Case]) -> Mapping[int, OfCase]:
    """Load what is known of many cases, in a handful of queries."""
    cases = [copy(case) for case in cases]  # what is loaded is gone with them
    loading.load_requests(cases)
    move_letters.load_moves(cases)
    latest = {}
    for case in cases:
        first_ones = [a for a in loading.assessments_of(case) if not a.reassesses_id]
        if first_ones:
            latest[case.pk] = max(first_ones, key=lambda a: (a.received_on, a.pk))
    asked = {a.asked_of for one in latest.values() for a in _awaited(one)}
    reached = reached_of(asked | move_letters.teams_of(cases))
    steps = _steps([one.pk for one in latest.values() if one.reversals.all()])
    first = {
        key: _known(assessment, reached, steps.get(assessment.pk, {}))
        for key, assessment in latest.items()
    }
    return {
        case.pk: OfCase(
            first=first.get(case.pk), reached=reached, **move_letters.around(case)
        )
        for case in cases
    }


def _steps(reversed_ones: Sequence[int]) -> Mapping[int, dict[str, date]]:
    """The limits of requests that go on after a refusal, by step."""
    if not reversed_ones:
        return {}
    found = Deadline.objects.filter(
        about_type="ehcps.needsassessment",
        about_id__in=reversed_ones,
        rule__in=REVERSED_TITLES,
    )
    by_request: dict[int, dict[str, date]] = {}
    for about, step, due_on in found.values_list("about_id", "step", "due_on"):
        by_request.setdefault(about, {})[step] = due_on
    return by_request


def _known(
    assessment: NeedsAssessment,
    reached: Mapping[str, Reached],
    steps: Mapping[str, date],
) -> Known:
    plan = loading.plan_from(assessment)
    sent = [v.sent_on for v in plan.versions.all() if v.sent_on] if plan else []
    return Known(
        assessment,
        plan,
        draft_sent_on=max(sent, default=None),
        awaited=_awaited(assessment),
        reached=reached,
        reversals={one.of: one for one in assessment.reversals.all()},
        steps=steps,
    )


def _awaited(assessment: NeedsAssessment) -> list[Advice]:
    return [one for one in loading.advices_of(assessment) if not one.is_here]


Finds = Callable[[Known, date], Facts]


def fits(
    *stages: Stage, unfit: str
) -> Callable[[Finds], Callable[[OfCase | None, date], Facts]]:
    """Let a letter be written while the latest request stands at one of the stages."""

    def mark(finds: Finds) -> Callable[[OfCase | None, date], Facts]:
        @wraps(finds)
        def guarded(of: OfCase | None, on: date) -> Facts:
            known = of.first if of else None
            if known is None:
                return Facts(unfit=NO_REQUEST)
            if known.assessment.stage not in stages:
                return Facts(unfit=unfit)
            return finds(known, on)

        return guarded

    return mark


@fits(Stage.REQUESTED, unfit="The request has been decided on.")
def acknowledgement(known: Known, on: date) -> Facts:
    """We have the request: due at once, and until we decide."""
    return Facts(_request(known), due_since=known.assessment.received_on)


@fits(
    Stage.ASSESSING,
    Stage.NOT_ISSUED,
    Stage.ISSUING,
    Stage.DRAFT_SENT,
    Stage.ISSUED,
    unfit="It was not decided to assess.",
)
def decision_to_assess(known: Known, on: date) -> Facts:
    """We assess, from the first or after a refusal was reversed; reg. 5."""
    asked = known.assessment
    told, reasons = asked.assess_told_on, asked.assess_reasons
    now = asked.stage == Stage.ASSESSING
    return _for_them(known, Refusal.ASSESS, told, reasons, now=now)


@fits(Stage.REFUSED, unfit="It was not decided against an assessment.")
def decision_not_to_assess(known: Known, on: date) -> Facts:
    """We do not assess, why, and what the family can do; reg. 5(4), CFA s51."""
    asked = known.assessment
    told = asked.assess_told_on
    return _refused(known, told, asked.assess_reasons)


@fits(
    Stage.ISSUING,
    Stage.DRAFT_SENT,
    Stage.ISSUED,
    unfit="It was not decided to issue a plan.",
)
def decision_to_issue(known: Known, on: date) -> Facts:
    """We make a plan, from the first or after a refusal was reversed."""
    asked = known.assessment
    told, reasons = asked.issue_told_on, asked.issue_reasons
    now = asked.stage == Stage.ISSUING
    return _for_them(known, Refusal.ISSUE, told, reasons, now=now)


@fits(Stage.NOT_ISSUED, unfit="It was not decided against a plan.")
def decision_not_to_issue(known: Known, on: date) -> Facts:
    """We make no plan, why, and what the family can do; reg. 10, CFA s51."""
    asked = known.assessment
    told = asked.issue_told_on
    return _refused(known, told, asked.issue_reasons)


@fits(Stage.DRAFT_SENT, unfit="No draft is with the family.")
def draft_sent(known: Known, on: date) -> Facts:
    """The draft, and 15 days for comments; reg. 13(1)."""
    sent = known.draft_sent_on
    if sent is None:
        return Facts(unfit="No draft was sent.")
    limits = {"draft.comments_by": statutory.due("NA-11", draft_served=sent)}
    values = {
        **_request(known),
        "draft.sent_on": date_words(sent),
        **move_letters.in_words(limits),
    }
    return Facts(values, "", sent, limits=limits)


@fits(Stage.ISSUED, unfit="No plan was issued.")
def final_sent(known: Known, on: date) -> Facts:
    """The final plan, and the right to appeal against what it says; CFA s51(2)(c)."""
    plan = known.plan
    if plan is None or plan.standing != Standing.LIVE:
        return Facts(unfit="The plan has ended.")
    limits = move_letters.rights_by(plan.issued_on)
    values = {
        **_request(known),
        **move_letters.in_words(limits),
        "plan.issued_on": _day(plan.issued_on),
        "plan.setting": plan.named,
    }
    return Facts(values, "", plan.issued_on, limits=limits)


@fits(Stage.ASSESSING, unfit=NO_ASSESSMENT)
def advice_request(known: Known, on: date) -> Facts:
    """Please send your advice within six weeks; reg. 8."""
    if not known.awaited:
        return Facts(unfit="No advice is awaited.")
    asked = max(a.asked_on for a in known.awaited if a.asked_on)
    return _of_advice(known, known.awaited, due_since=asked)


@fits(Stage.ASSESSING, unfit=NO_ASSESSMENT)
def advice_reminder(known: Known, on: date) -> Facts:
    """Your advice was due; to those whose six weeks are over."""
    late = [advice for advice in known.awaited if _advice_due(advice) < on]
    if not late:
        return Facts(unfit="No advice is late.")
    return _of_advice(known, late, due_since=min(map(_advice_due, late)))


def _of_advice(known: Known, asked: Sequence[Advice], *, due_since: date) -> Facts:
    services = tuple(_service(known, advice) for advice in asked)
    first = min(map(_advice_due, asked))
    values = {**_request(known), "advice.due_on": date_words(first)}
    return Facts(values, "", due_since, services)


def _service(known: Known, advice: Advice) -> Service:
    how = known.reached.get(advice.asked_of, Reached())
    return Service(advice.pk, advice.asked_of, how.email, how.address)


def _advice_due(advice: Advice) -> date:
    return statutory.due("NA-07", advice_requested=advice.asked_on)


def _for_them(
    known: Known, refusal: Refusal, told: date | None, reasons: str, *, now: bool
) -> Facts:
    """A decision as the family asked; where a refusal came first, its reversal."""
    since, reversal = told, known.reversals.get(refusal)
    if reversal is not None:
        told, reasons = reversal.told_on, reversal.reasons
        since = told or reversal.happened_on
    return Facts(_decided(known, told, reasons), "", since if now else None)


def _request(known: Known) -> dict[str, str]:
    """What every letter may say of the request, with the limits that count now."""
    asked = known.assessment
    received = asked.received_on
    values = {
        "request.received_on": date_words(received),
        "request.from": asked.requester or str(asked.source).lower(),
    }
    no_plan: date | None = statutory.due("NA-08", request_received=received)
    plan: date | None = statutory.due("NA-13", request_received=received)
    if known.steps:
        no_plan, plan = known.steps.get("refuse"), known.steps.get("final")
    if not known.reversals:
        decide = statutory.due("NA-03", request_received=received)
        values["limit.decide_by"] = date_words(decide)
    return {
        **values,
        "limit.no_plan_by": _day(no_plan),
        "limit.plan_by": _day(plan),
    }


def _decided(known: Known, told: date | None, reasons: str) -> dict[str, str]:
    return {
        **_request(known),
        "decision.told_on": _day(told),
        "decision.reasons": reasons,
    }


def _refused(known: Known, told: date | None, reasons: str) -> Facts:
    limits = move_letters.rights_by(told)
    values = {**_decided(known, told, reasons), **move_letters.in_words(limits)}
    return Facts(values, "", told, limits=limits)


def _day(day: date | None) -> str:
    return date_words(day) if day else ""


KINDS = (
    Kind("ehc_acknowledgement", "Acknowledgement of a request", 10, REQUEST,
         acknowledgement),
    Kind("ehc_assess", "Decision to assess", 20, {**REQUEST, **DECISION},
         decision_to_assess),
    Kind("ehc_not_assess", "Decision not to assess", 21,
         {**REQUEST, **DECISION, **move_letters.RIGHTS}, decision_not_to_assess,
         rights="rights-not-to-assess"),
    Kind("ehc_advice_request", "Request for advice", 30, {**REQUEST, **ADVICE},
         advice_request, to=To.SERVICE),
    Kind("ehc_advice_reminder", "Reminder of advice", 31, {**REQUEST, **ADVICE},
         advice_reminder, to=To.SERVICE),
    Kind("ehc_issue", "Decision to issue a plan", 40, {**REQUEST, **DECISION},
         decision_to_issue),
    Kind("ehc_not_issue", "Decision not to issue a plan", 41,
         {**REQUEST, **DECISION, **move_letters.RIGHTS}, decision_not_to_issue,
         rights="rights-not-to-issue"),
    Kind("ehc_draft", "Draft plan sent", 50, {**REQUEST, **DRAFT}, draft_sent),
    Kind("ehc_final", "Final plan sent", 60, {**REQUEST, **PLAN, **move_letters.RIGHTS},
         final_sent, rights="rights-plan"),
)  # fmt: skip
SOURCE = Source(ServiceKey.EHC, (*KINDS, *move_letters.KINDS), load)


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
