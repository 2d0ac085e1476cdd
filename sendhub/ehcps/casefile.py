"""What EHC shows on a case and on the child's page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse

from sendhub import statutory
from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended, Wanted, is_wait
from sendhub.core import clock
from sendhub.ehcps.acts import begin_acts
from sendhub.ehcps.advice_rows import advice_lacking, advice_rows
from sendhub.ehcps.ceasing import ceasing_of
from sendhub.ehcps.facts import facts_of, facts_with
from sendhub.ehcps.loading import assessments_of, plan_from, plans_of
from sendhub.ehcps.models import Correction, Exemption, NeedsAssessment, Plan
from sendhub.ehcps.moves import commissioner_of, move_in_of, move_out_seen
from sendhub.ehcps.quality import lacks_of
from sendhub.ehcps.rules import (
    AdviceKind,
    ClockFacts,
    Stage,
    Standing,
    deadlines_wanted,
    excusable,
    limit_ahead,
    questions,
)
from sendhub.people.addressees import written_to
from sendhub.people.models import Child
from sendhub.statutory.words import date_words


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
    excused: bool


def clock_steps(assessment: NeedsAssessment, *, on: date) -> list[Step]:
    """The timetable of one assessment: each date and the rule behind it."""
    standing = Exemption.objects.standing().of_assessment(assessment)
    return _steps(facts_of(assessment), standing, on=on)


def _steps(facts: ClockFacts, exempt: Iterable[Exemption], *, on: date) -> list[Step]:
    wanted = deadlines_wanted(facts)
    now = limit_ahead(wanted)
    excused = {(one.deadline.rule, one.deadline.step) for one in exempt}
    return [
        _step(
            want,
            facts,
            on,
            current=want is now,
            excused=(want.rule, want.step) in excused,
        )
        for want in wanted
    ]


def _step(
    want: Wanted, facts: ClockFacts, on: date, *, current: bool, excused: bool = False
) -> Step:
    answer = statutory.answer(want.rule, as_at=on, **questions(facts)[want.rule])
    return Step(
        rule=want.rule,
        title=want.title,
        due=want.due_on,
        status=want.ended.value or ("wait" if is_wait(want.rule) else "open"),
        days=(want.due_on - (want.met_on or on)).days,
        met_on=want.met_on,
        current=current,
        source=answer.source,
        source_url=answer.source_url,
        explanation=answer.explanation,
        excused=excused,
    )


def plan_steps(plan: Plan) -> list[Step]:
    """The timetable that led to a plan; none where another authority made it."""
    assessment = plan.assessment
    return clock_steps(assessment, on=clock.today()) if assessment else []


def next_limit(assessment: NeedsAssessment, *, on: date) -> Step | None:
    """The limit that an open assessment runs towards now; asks the database nothing."""
    if not assessment.is_open:
        return None
    facts = assessment.clock_facts()
    ahead = limit_ahead(deadlines_wanted(facts))
    return _step(ahead, facts, on, current=True) if ahead else None


FROM_A_SCHOOL = "REQUEST_SOURCE:2"


def suggested_advice(assessment: NeedsAssessment, *, on: date) -> Mapping[str, str]:
    """Whom to ask, by kind, of those who have not been asked."""
    child = assessment.case.child
    attended = child.attendances.in_force(on=on).select_related("setting").first()
    names = {
        AdviceKind.PARENT: "The family",
        AdviceKind.EDUCATION: attended.setting.name
        if attended
        else assessment.requester * (assessment.source_id == FROM_A_SCHOOL),
        AdviceKind.MEDICAL: "Designated clinical officer",
        AdviceKind.PSYCHOLOGY: "Educational psychology service",
        AdviceKind.SOCIAL_CARE: "Children's social care",
    }
    asked = {advice.kind for advice in assessment.advices.all()}
    return {kind: name for kind, name in names.items() if kind not in asked}


def case_section(case: Case, user: User) -> Mapping[str, Any]:
    """What the case page shows of this service."""
    today = clock.today()
    assessments = assessments_of(case)
    latest = assessments[0] if assessments else None
    plans = plans_of(case)
    plan = plans[0] if plans else None
    live = (one for one in plans if one.standing == Standing.LIVE)
    return {
        "assessment": latest,
        "earlier": assessments[1:],
        "mistakes": Correction.objects.agreed_mistakes(case)
        if len(assessments) < len(case.assessments.all())
        else [],
        **(_of_assessment(latest, user, on=today) if latest else {}),
        "plan": plan,
        "goes_on": next(live, None) if latest and latest.is_again else None,
        "ceasing": ceasing_of(plan) if plan else None,
        "commissioner": commissioner_of(plan) if plan else None,
        "move_in": move_in_of(case, user),
        "move_out": move_out_seen(case, user),
        "lacks": lacks_of(case, user, on=today),
        "waiting": Correction.objects.waiting()
        .filter(case=case)
        .select_related("assessment", "advice", "asked_by")
        .order_by("asked_at", "pk"),
        "case": case,
        "disputes": list(case.disputes.standing()),
        "may_take_back_disputes": user.may(Permission.DISPUTE_WITHDRAW),
        "may_read": user.may(Permission.NOTE_VIEW),
    }


def _of_assessment(
    assessment: NeedsAssessment, user: User, *, on: date
) -> Mapping[str, Any]:
    """Its clock, its advice, and the reasons recorded for missed limits."""
    limits = _limits_of(assessment)
    exempt = [one for limit in limits for one in limit.exemptions.all()]
    facts = facts_with(assessment, plan_from(assessment))
    missed = (one for one in limits if one.ended in (Ended.OPEN, Ended.LATE))
    may = user.may(Permission.EXEMPTION_RECORD)
    return {
        "steps": _steps(facts, exempt, on=on),
        "advices": advice_rows(assessment, user, on=on),
        "exemptions": exempt,
        "excusable": [one for one in missed if may and excusable(one.rule)],
        "may_take_back": user.may(Permission.EXEMPTION_WITHDRAW),
        "waits_for": waits_for(assessment, user),
    }


def _limits_of(assessment: NeedsAssessment) -> list[Deadline]:
    """The limits of an assessment and of its advice, with what excuses them."""
    about = {("ehcps.advice", advice.pk) for advice in assessment.advices.all()}
    about.add(("ehcps.needsassessment", assessment.pk))
    case = assessment.case
    standing = Exemption.objects.filter(withdrawn_at=None).select_related("recorded_by")
    prefetch_related_objects(
        [case], "deadlines", Prefetch("deadlines__exemptions", standing.order_by("pk"))
    )
    limits = (d for d in case.deadlines.all() if (d.about_type, d.about_id) in about)
    return sorted(limits, key=lambda limit: (limit.due_on, limit.pk))


def waits_for(assessment: NeedsAssessment, user: User) -> str:
    """Say who acts next, to somebody who may not do it."""
    awaited = not all(advice.is_here for advice in assessment.advices.all())
    leads_to = "amend the plan" if assessment.is_again else "issue a plan"
    steps = {
        Stage.REQUESTED: (Permission.ASSESSMENT_DECIDE, "to decide whether to assess"),
        Stage.ASSESSING: (Permission.ISSUE_DECIDE, f"to decide whether to {leads_to}"),
        Stage.DRAFT_SENT: (Permission.PLAN_ISSUE, "to issue the plan"),
    }
    permission, what = steps.get(Stage(assessment.stage), (None, ""))
    if permission is None or user.may(permission):
        return ""
    if assessment.stage == Stage.ASSESSING and awaited:
        return "This waits for advice that was asked for."
    return f"This waits for a manager {what}."


def before_deciding(assessment: NeedsAssessment, user: User) -> Mapping[str, Any]:
    """What must be seen before a plan is decided or issued."""
    today = clock.today()
    rows = advice_rows(assessment, user, on=today)
    child = assessment.case.child
    contacts = child.contacts.in_force(on=today).select_related("adult")
    return {
        "advices": rows,
        "lacking": advice_lacking(rows),
        "nobody": written_to(child, contacts, on=today).nobody,
    }


def before_issuing(plan: Plan, user: User) -> Mapping[str, Any]:
    """What must be seen before a plan is issued: also its text and the comments."""
    if plan.assessment is None:
        return {}
    seen = before_deciding(plan.assessment, user)
    if not user.may(Permission.PLAN_TEXT_VIEW):
        return seen
    becomes_final = plan.versions.newest_first().first()
    return {
        **seen,
        "may_read": True,
        "version": becomes_final,
        "sections": becomes_final.in_order() if becomes_final else [],
    }


def plan_facts(plan: Plan) -> list[Mapping[str, Any]]:
    """The facts at the head of a plan."""
    facts: list[tuple[str, Any]] = [
        ("Issued", plan.issued_on),
        ("Comments received", plan.comments_on),
        ("Setting named", plan.named),
        ("Primary need", plan.primary_need),
        ("Secondary need", plan.secondary_need),
    ]
    if plan.standing == Standing.LIVE and plan.issued_on and plan.assessment_id:
        review = statutory.due("AR-01", plan_date=plan.issued_on)
        if review >= clock.today():
            facts.append(("First review by", review))
    if plan.standing == Standing.CEASED:
        facts += [("Ceased", plan.ceased_on), ("Reason", plan.cease_reason)]
    return [
        {"key": key, "value": date_words(value) if isinstance(value, date) else value}
        for key, value in facts
        if value
    ]


PAGES: Mapping[tuple[str, str], str] = {
    ("ehcps.advice", "NA-07"): "ehcps:advice-receive",
    ("ehcps.movein", "TF-01"): "ehcps:plan-chase",
    ("ehcps.movein", "TF-02"): "ehcps:move-in-tell",
    ("ehcps.movein", "TF-03"): "ehcps:move-in-review",
    ("ehcps.commissionerchange", "TF-05"): "ehcps:commissioner-tell",
    ("ehcps.commissionerchange", "TF-05a"): "ehcps:commissioner-tell",
    ("ehcps.commissionerchange", "TF-05b"): "ehcps:commissioner-ask",
    ("ehcps.moveout", "TF-01"): "ehcps:move-out-finish",
}


def deadline_url(deadline: Deadline) -> str:
    """The page on which a deadline's act is done."""
    page = PAGES.get((deadline.about_type, deadline.rule))
    if deadline.ended == Ended.OPEN and page:
        return reverse(page, args=[deadline.about_id])
    return deadline.case.get_absolute_url()


def child_panel(child: Child, user: User) -> Mapping[str, Any]:
    """What the child's page shows of this service."""
    seen = NeedsAssessment.objects.counted().of_child(child).select_related("case")
    latest = seen.leading().first()
    plans = Plan.objects.of_child(child).exclude(standing=Standing.ABANDONED)
    return {
        "assessment": latest,
        "limit": next_limit(latest, on=clock.today()) if latest else None,
        "plan": plans.with_place().leading().first(),
        "begins": [link for may, link in begin_acts(child) if user.may(may)],
    }
