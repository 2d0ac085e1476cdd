"""What the pages about one child's EHC work have in common."""

from typing import Any

from django.shortcuts import get_object_or_404

from sendhub.accounts.access import Request
from sendhub.casework.views.heads import about_case, note_case_look
from sendhub.core import clock
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.casefile import clock_steps
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.people.models import Child


def open_assessment(request: Request, assessment_id: int) -> NeedsAssessment:
    """Open an assessment in sight of this person, and note that they looked."""
    seen = NeedsAssessment.objects.visible_to(request.user).for_page()
    assessment = get_object_or_404(seen.with_badges(on=clock.today()), pk=assessment_id)
    note_case_look(request, assessment.case)
    return assessment


def here_already(child: Child) -> dict[str, Any]:
    """What keeps a child from another request: one that runs, or a live plan."""
    requests = NeedsAssessment.objects.open().of_child(child).select_related("case")
    plans = Plan.objects.live().of_child(child)
    return {"there": requests.first(), "plan_there": plans.first()}


def open_plan(request: Request, plan_id: int) -> Plan:
    """Open a plan in sight of this person, and note that they looked."""
    seen = Plan.objects.visible_to(request.user).for_page()
    plan = get_object_or_404(seen.with_badges(on=clock.today()), pk=plan_id)
    note_case_look(request, plan.case)
    return plan


def assessment_context(
    assessment: NeedsAssessment, form: PageForm, title: str
) -> dict[str, Any]:
    """What the page of an act on an assessment shows."""
    return {
        **about_case(assessment.case, title),
        "form": form,
        "assessment": assessment,
        "steps": clock_steps(assessment, on=clock.today()),
        "clock_title": assessment.clock_title,
    }
