"""Gathering the dates that the clocks of an assessment run on."""

from datetime import date

from sendhub.casework.models import Case
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.models import MoveIn, NeedsAssessment, Plan
from sendhub.ehcps.rules import ClockFacts, VersionKind
from sendhub.statutory.words import date_words


def facts_of(assessment: NeedsAssessment) -> ClockFacts:
    """The dates of an assessment and of its plan as they stand now."""
    return facts_with(assessment, Plan.objects.filter(assessment=assessment).first())


def facts_with(assessment: NeedsAssessment, plan: Plan | None) -> ClockFacts:
    """The same, of the plan that it led to."""
    if plan is None:
        return assessment.clock_facts()
    return assessment.clock_facts(
        draft_served_on=draft_served_on(plan),
        plan_sent_on=plan.issued_on,
        comments_on=plan.comments_on,
    )


def draft_served_on(plan: Plan) -> date | None:
    """The day the family was sent the draft they have now."""
    drafts = (one for one in plan.versions.all() if one.kind == VersionKind.DRAFT)
    sent = [one for one in drafts if one.sent_on]
    return max(sent, key=lambda one: one.number).sent_on if sent else None


def going_on(case: Case) -> str:
    """What is not ended on a case, in a few words; "" if nothing is."""
    if NeedsAssessment.objects.open().filter(case=case).exists():
        return "a request in hand"
    if MoveIn.objects.awaited().filter(case=case).exists():
        return "a plan to come"
    return "an EHC plan" if Plan.objects.live().filter(case=case).exists() else ""


def check_free(assessment: NeedsAssessment) -> None:
    """A child has one open request at a time, and none beside a death."""
    child = assessment.case.child
    if child.died_on:
        raise RuleBroken("This child has died.")
    if not assessment.is_again and Plan.objects.live().of_child(child).exists():
        raise RuleBroken("The child has a live plan meanwhile.")
    there = NeedsAssessment.objects.open().of_child(child).first()
    if there:
        raise RuleBroken(
            "There is another open request, received on "
            f"{date_words(there.received_on)}: end that one first."
        )
