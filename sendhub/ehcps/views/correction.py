"""Pages on which a wrong date or decision is corrected."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.core.lists import Sort, list_page, sort_links
from sendhub.ehcps import actions
from sendhub.ehcps.forms import CorrectionAskForm, CorrectionDecideForm
from sendhub.ehcps.models import Correction
from sendhub.ehcps.views.heads import (
    assessment_context,
    note_case_look,
    open_assessment,
)

SORTS = {"asked": Sort("Asked", ("asked_at", "pk"))}


@requires(Permission.CORRECTION_ASK)
def correction_ask(request: Request, assessment_id: int) -> HttpResponse:
    """Ask for something written down wrong to be corrected."""
    assessment = open_assessment(request, assessment_id)
    form = CorrectionAskForm(request, record=assessment)
    if form.performs(actions.correction_ask, assessment=assessment, by=request.user):
        waits = not form.result.outcome
        said = "Asked. A manager must agree." if waits else "It is corrected."
        messages.success(request, said)
        return redirect(assessment)
    there = assessment.corrections.waiting().for_list()
    shown = assessment_context(assessment, form, "Correct a date or a decision")
    return render(request, "ehcps/correction_ask.html", {**shown, "there": there})


@requires(Permission.CORRECTION_DECIDE)
def correction_decide(request: Request, correction_id: int) -> HttpResponse:
    """Agree to a correction, or refuse it."""
    seen = Correction.objects.visible_to(request.user).for_list()
    correction = get_object_or_404(seen.with_badges(on=clock.today()), pk=correction_id)
    note_case_look(request, correction.assessment)
    form = CorrectionDecideForm(request, record=correction)
    if form.performs(actions.correction_decide, correction=correction, by=request.user):
        messages.success(request, "Recorded.")
        return redirect(correction.assessment)
    shown: dict[str, Any] = assessment_context(
        correction.assessment, form, "Agree to a correction"
    )
    context = {**shown, "correction": correction}
    return render(request, "ehcps/correction_decide.html", context)


@requires(Permission.CORRECTION_DECIDE)
def correction_list(request: Request) -> HttpResponse:
    """List the corrections that wait for a second person."""
    waiting = Correction.objects.visible_to(request.user).waiting().for_list()
    listed = waiting.with_badges(on=clock.today())
    context = {
        "title": "Corrections to agree",
        "page": list_page(request, listed, sorts=SORTS),
        "sorts": sort_links(request, SORTS),
        "me": request.user,
    }
    return render(request, "ehcps/correction_list.html", context)
