"""Gathering the dates that the clocks of an assessment run on."""

from datetime import date

from sendhub.casework.models import Case
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.ehcps.rules import ClockFacts


def facts_of(assessment: NeedsAssessment) -> ClockFacts:
    """The dates of an assessment and of its plan as they stand now."""
    plan = Plan.objects.filter(assessment=assessment).first()
    if plan is None:
        return assessment.clock_facts()
    return assessment.clock_facts(
        draft_served_on=draft_served_on(plan),
        plan_sent_on=plan.issued_on,
        comments_on=plan.comments_on,
    )


def draft_served_on(plan: Plan) -> date | None:
    """The day the family was sent the draft they have now."""
    last = plan.versions.drafts().sent().newest_first().first()
    return last.sent_on if last else None


def going_on(case: Case) -> str:
    """What is not ended on a case, in a few words; "" if nothing is."""
    if NeedsAssessment.objects.open().filter(case=case).exists():
        return "a request in hand"
    return "an EHC plan" if Plan.objects.live().filter(case=case).exists() else ""
