"""Bringing deadlines in line with an assessment's facts, inside each act."""

from django.db.models import Max

from sendhub.casework.actions import deadlines_refresh
from sendhub.ehcps.models import Advice, NeedsAssessment, Plan
from sendhub.ehcps.rules import AdviceKind, VersionKind, advice_wanted, deadlines_wanted


def clocks_refresh(assessment: NeedsAssessment) -> None:
    """Recompute every deadline of an assessment and of the advice still awaited.

    Advice that has come stays met or late, whatever becomes of the assessment.
    """
    plan = Plan.objects.filter(assessment=assessment).first()
    facts = assessment.clock_facts(
        draft_served_on=_draft_served_on(plan) if plan else None,
        plan_sent_on=plan.issued_on if plan else None,
    )
    deadlines_refresh(
        case=assessment.case, about=assessment, wanted=deadlines_wanted(facts)
    )
    for advice in assessment.advices.awaited():
        advice_clock_refresh(assessment, advice)


def advice_clock_refresh(assessment: NeedsAssessment, advice: Advice) -> None:
    """Recompute one advice's six weeks."""
    wanted = advice_wanted(
        kind=AdviceKind(advice.kind),
        asked_on=advice.asked_on,
        received_on=advice.received_on,
        closed=not assessment.is_open,
    )
    deadlines_refresh(case=assessment.case, about=advice, wanted=[wanted])


def _draft_served_on(plan: Plan) -> object:
    sent = plan.versions.filter(kind=VersionKind.DRAFT, sent_on__isnull=False)
    return sent.aggregate(last=Max("sent_on"))["last"]
