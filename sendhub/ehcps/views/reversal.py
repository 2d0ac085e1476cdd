"""Pages on which a refusal is reversed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.views.heads import note_case_look
from sendhub.core import clock
from sendhub.ehcps import actions
from sendhub.ehcps.forms import RefusalReverseForm, ReversalTellForm
from sendhub.ehcps.models import Reversal
from sendhub.ehcps.views.heads import assessment_context, open_assessment


@requires(Permission.REFUSAL_REVERSE)
def refusal_reverse(request: Request, assessment_id: int) -> HttpResponse:
    """Record that a refusal was reversed, and go on."""
    assessment = open_assessment(request, assessment_id)
    form = RefusalReverseForm(request, record=assessment)
    if form.performs(actions.refusal_reverse, assessment=assessment, by=request.user):
        messages.success(request, "Recorded. The work goes on, with the dates shown.")
        return redirect(assessment)
    context = assessment_context(assessment, form, "Record that a refusal was reversed")
    return render(request, "ehcps/refusal_reverse.html", context)


@requires(Permission.REVERSAL_TELL)
def reversal_tell(request: Request, reversal_id: int) -> HttpResponse:
    """Record that the family heard that we go on."""
    seen = Reversal.objects.visible_to(request.user).for_page()
    reversal = get_object_or_404(seen.with_badges(on=clock.today()), pk=reversal_id)
    note_case_look(request, reversal.assessment.case)
    form = ReversalTellForm(request, record=reversal)
    if form.performs(actions.reversal_tell, reversal=reversal, by=request.user):
        messages.success(request, "Date recorded.")
        return redirect(reversal.assessment)
    title = "Record that the family was told"
    context = assessment_context(reversal.assessment, form, title)
    return render(
        request, "ehcps/reversal_tell.html", {**context, "reversal": reversal}
    )
