"""Pages from the request to the decision whether to issue a plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.ehcps import actions
from sendhub.ehcps.casefile import before_deciding
from sendhub.ehcps.forms import (
    AssessmentDecideForm,
    IssueDecideForm,
    RequestLogForm,
    RequestWithdrawForm,
)
from sendhub.ehcps.views.heads import assessment_context, here_already, open_assessment
from sendhub.people.views.heads import about_child, open_child


@requires(Permission.REQUEST_LOG)
def request_log(request: Request, child_id: int) -> HttpResponse:
    """Log a request for a needs assessment."""
    child = open_child(request, child_id)
    form = RequestLogForm(request, initial={"officer": request.user.pk})
    if form.performs(actions.request_log, child=child, by=request.user):
        messages.success(request, "Request logged. The 20 weeks are running.")
        return redirect(form.result)
    context = {
        **about_child(child, "Log a request for a needs assessment"),
        **here_already(child),
        "form": form,
    }
    return render(request, "ehcps/request_log.html", context)


@requires(Permission.REQUEST_WITHDRAW)
def request_withdraw(request: Request, assessment_id: int) -> HttpResponse:
    """Record that a request was withdrawn."""
    assessment = open_assessment(request, assessment_id)
    form = RequestWithdrawForm(request, record=assessment)
    if form.performs(actions.request_withdraw, assessment=assessment, by=request.user):
        messages.success(request, "Withdrawal recorded.")
        return redirect(assessment)
    context = assessment_context(
        assessment, form, "Record that a request was withdrawn"
    )
    return render(request, "ehcps/request_withdraw.html", context)


@requires(Permission.ASSESSMENT_DECIDE)
def assessment_decide(request: Request, assessment_id: int) -> HttpResponse:
    """Record the decision whether to assess."""
    assessment = open_assessment(request, assessment_id)
    form = AssessmentDecideForm(request, record=assessment)
    if form.performs(actions.assessment_decide, assessment=assessment, by=request.user):
        messages.success(request, "Decision recorded.")
        return redirect(assessment)
    again = " again" if assessment.is_again else ""
    context = assessment_context(assessment, form, f"Decide whether to assess{again}")
    return render(request, "ehcps/assessment_decide.html", context)


@requires(Permission.ISSUE_DECIDE)
def issue_decide(request: Request, assessment_id: int) -> HttpResponse:
    """Record the decision whether to issue a plan."""
    assessment = open_assessment(request, assessment_id)
    form = IssueDecideForm(request, record=assessment)
    if form.performs(actions.issue_decide, assessment=assessment, by=request.user):
        messages.success(request, "Decision recorded.")
        return redirect(assessment)
    what = "amend the plan" if assessment.is_again else "issue a plan"
    shown = assessment_context(assessment, form, f"Decide whether to {what}")
    context = {**shown, **before_deciding(assessment, request.user)}
    return render(request, "ehcps/issue_decide.html", context)
