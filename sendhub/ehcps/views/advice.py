"""Pages of advice: asked for, arrived, held already, judged."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Document
from sendhub.casework.views.heads import note_case_look
from sendhub.core import clock
from sendhub.ehcps import actions
from sendhub.ehcps.casefile import suggested_advice
from sendhub.ehcps.forms import (
    AdviceAcceptForm,
    AdviceAskForm,
    AdviceAttachForm,
    AdviceJudgeForm,
    AdviceReceiveForm,
)
from sendhub.ehcps.models import Advice, NeedsAssessment
from sendhub.ehcps.views.heads import assessment_context, open_assessment


@requires(Permission.ADVICE_ASK)
def advice_ask(request: Request, assessment_id: int) -> HttpResponse:
    """Ask services for their advice."""
    assessment = open_assessment(request, assessment_id)
    suggested = suggested_advice(assessment, on=clock.today())
    form = AdviceAskForm(request, record=assessment, suggested=suggested)
    if form.performs(actions.advice_ask, assessment=assessment, by=request.user):
        messages.success(request, "Recorded. Each service has six weeks.")
        return redirect(assessment)
    asked = assessment.advices.in_order()
    context = {**assessment_context(assessment, form, "Ask for advice"), "asked": asked}
    return render(request, "ehcps/advice_ask.html", context)


@requires(Permission.ADVICE_ACCEPT)
def advice_accept(request: Request, assessment_id: int) -> HttpResponse:
    """Record that advice held already is enough."""
    assessment = open_assessment(request, assessment_id)
    documents = _documents(request, assessment)
    form = AdviceAcceptForm(request, record=assessment, documents=documents)
    if form.performs(actions.advice_accept, assessment=assessment, by=request.user):
        messages.success(request, "Recorded. This advice need not be asked for.")
        return redirect(assessment)
    context = assessment_context(assessment, form, "Accept advice held already")
    return render(request, "ehcps/advice_accept.html", context)


@requires(Permission.ADVICE_RECEIVE)
def advice_receive(request: Request, advice_id: int) -> HttpResponse:
    """Record advice that arrived."""
    advice = _advice(request, advice_id)
    documents = _documents(request, advice.assessment)
    form = AdviceReceiveForm(request, record=advice, documents=documents)
    if form.performs(actions.advice_receive, advice=advice, by=request.user):
        messages.success(request, "Advice recorded.")
        return redirect(advice.assessment)
    shown = assessment_context(advice.assessment, form, "Record advice that arrived")
    context = {**shown, "advice": advice}
    return render(request, "ehcps/advice_receive.html", context)


@requires(Permission.ADVICE_JUDGE)
def advice_judge(request: Request, advice_id: int) -> HttpResponse:
    """Say whether advice that arrived meets the need."""
    advice = _advice(request, advice_id)
    form = AdviceJudgeForm(request, record=advice)
    if form.performs(actions.advice_judge, advice=advice, by=request.user):
        messages.success(request, "Recorded.")
        return redirect(advice.assessment)
    title = "Say whether the advice meets the need"
    context = {**assessment_context(advice.assessment, form, title), "advice": advice}
    return render(request, "ehcps/advice_judge.html", context)


@requires(Permission.ADVICE_ATTACH)
def advice_attach(request: Request, advice_id: int) -> HttpResponse:
    """Add its document to advice that arrived without one."""
    advice = _advice(request, advice_id)
    documents = _documents(request, advice.assessment)
    form = AdviceAttachForm(request, record=advice, documents=documents)
    if form.performs(actions.advice_attach, advice=advice, by=request.user):
        messages.success(request, "Document added to the advice.")
        return redirect(advice.assessment)
    shown = assessment_context(advice.assessment, form, "Add the advice’s document")
    context = {**shown, "advice": advice}
    return render(request, "ehcps/advice_attach.html", context)


def _advice(request: Request, advice_id: int) -> Advice:
    """Open advice in sight of this person, and note that they looked."""
    seen = Advice.objects.visible_to(request.user).select_related("assessment__case")
    advice = get_object_or_404(seen.with_badges(on=clock.today()), pk=advice_id)
    note_case_look(request, advice.assessment.case)
    return advice


def _documents(request: Request, assessment: NeedsAssessment) -> QuerySet:
    """The documents on its case that this person may read."""
    seen = Document.objects.visible_to(request.user).standing()
    return seen.filter(case=assessment.case_id).latest_first()
