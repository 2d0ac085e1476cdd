"""Pages of another health commissioner for a plan."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.views.heads import about_case, note_case_look
from sendhub.core import clock
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps import actions
from sendhub.ehcps.forms import (
    CommissionerAskForm,
    CommissionerChangeForm,
    CommissionerCloseForm,
    CommissionerTellForm,
)
from sendhub.ehcps.models import CommissionerChange
from sendhub.ehcps.views.heads import open_plan


@requires(Permission.COMMISSIONER_CHANGE)
def commissioner_change(request: Request, plan_id: int) -> HttpResponse:
    """Record that another health commissioner is responsible."""
    plan = open_plan(request, plan_id)
    form = CommissionerChangeForm(request, record=plan)
    if form.performs(actions.commissioner_change, plan=plan, by=request.user):
        messages.success(request, "Recorded. My work says when it should be told.")
        return redirect(plan.case)
    title = "Record another health commissioner"
    context = {**about_case(plan.case, title), "form": form, "change": None}
    return render(request, "ehcps/commissioner_change.html", context)


@requires(Permission.COMMISSIONER_TELL)
def commissioner_tell(request: Request, change_id: int) -> HttpResponse:
    """Record that the new commissioner was told."""
    change = _open(request, change_id)
    form = CommissionerTellForm(request, record=change)
    if form.performs(actions.commissioner_tell, change=change, by=request.user):
        messages.success(request, "Recorded. It has 15 working days to ask.")
        return redirect(change.plan.case)
    context = _of(change, form, "Record that the new health commissioner was told")
    return render(request, "ehcps/commissioner_tell.html", context)


@requires(Permission.COMMISSIONER_ASK)
def commissioner_ask(request: Request, change_id: int) -> HttpResponse:
    """Record what the new commissioner asks for."""
    change = _open(request, change_id)
    form = CommissionerAskForm(request, record=change)
    if form.performs(actions.commissioner_ask, change=change, by=request.user):
        messages.success(request, "Recorded. We must do it.")
        return redirect(change.plan.case)
    context = _of(change, form, "Record what the health commissioner asks for")
    return render(request, "ehcps/commissioner_ask.html", context)


@requires(Permission.COMMISSIONER_CLOSE)
def commissioner_close(request: Request, change_id: int) -> HttpResponse:
    """Record that the change is settled."""
    change = _open(request, change_id)
    form = CommissionerCloseForm(request, record=change)
    if form.performs(actions.commissioner_close, change=change, by=request.user):
        messages.success(request, "Recorded: it is settled.")
        return redirect(change.plan.case)
    context = _of(change, form, "Record that the health commissioner is settled")
    return render(request, "ehcps/commissioner_close.html", context)


def _open(request: Request, change_id: int) -> CommissionerChange:
    seen = CommissionerChange.objects.visible_to(request.user).for_page()
    change = get_object_or_404(seen.with_badges(on=clock.today()), pk=change_id)
    case = change.plan.case
    note_case_look(request, case)
    return change


def _of(change: CommissionerChange, form: PageForm, title: str) -> dict[str, Any]:
    return {**about_case(change.plan.case, title), "form": form, "change": change}
