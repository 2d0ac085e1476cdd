"""Pages on which a child with a plan comes to be assessed again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.views.heads import about_case
from sendhub.ehcps import actions
from sendhub.ehcps.forms import ReassessmentBeginForm, ReassessmentLogForm
from sendhub.ehcps.views.heads import here_already, open_plan


@requires(Permission.REASSESSMENT_LOG)
def reassessment_log(request: Request, plan_id: int) -> HttpResponse:
    """Log a request to assess again."""
    plan = open_plan(request, plan_id)
    form = ReassessmentLogForm(request, record=plan)
    if form.performs(actions.reassessment_log, plan=plan, by=request.user):
        messages.success(request, "Request logged. We decide within 15 days.")
        return redirect(form.result)
    context = {
        **about_case(plan.case, "Log a request to assess again"),
        **here_already(plan.case.child),
        "form": form,
    }
    return render(request, "ehcps/reassessment_log.html", context)


@requires(Permission.REASSESSMENT_BEGIN)
def reassessment_begin(request: Request, plan_id: int) -> HttpResponse:
    """Decide ourselves to assess again."""
    plan = open_plan(request, plan_id)
    form = ReassessmentBeginForm(request, record=plan)
    if form.performs(actions.reassessment_begin, plan=plan, by=request.user):
        messages.success(request, "Decision recorded. The 14 weeks are running.")
        return redirect(form.result)
    context = {
        **about_case(plan.case, "Decide to assess again"),
        **here_already(plan.case.child),
        "form": form,
    }
    return render(request, "ehcps/reassessment_begin.html", context)
