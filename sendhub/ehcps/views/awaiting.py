"""Pages of a plan that another authority has still to send."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.views.heads import about_case
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps import actions
from sendhub.ehcps.forms import (
    PlanAttachForm,
    PlanAwaitForm,
    PlanChaseForm,
    PlanForgoForm,
)
from sendhub.ehcps.models import MoveIn
from sendhub.ehcps.moves import move_in_shown
from sendhub.ehcps.views.heads import here_already
from sendhub.ehcps.views.moves import open_move_in
from sendhub.people.views.heads import about_child, open_child


@requires(Permission.PLAN_AWAIT)
def plan_await(request: Request, child_id: int) -> HttpResponse:
    """Record that another authority has a plan to send us."""
    child = open_child(request, child_id)
    form = PlanAwaitForm(request, initial={"officer": request.user.pk})
    if form.performs(actions.plan_await, child=child, by=request.user):
        messages.success(request, "Recorded. My work says when to remind them.")
        return redirect(form.result.case)
    context = {
        **about_child(child, "Wait for a plan from another authority"),
        "plan_there": here_already(child)["plan_there"],
        "form": form,
    }
    return render(request, "ehcps/plan_await.html", context)


@requires(Permission.PLAN_CHASE)
def plan_chase(request: Request, move_in_id: int) -> HttpResponse:
    """Record a reminder to the other authority."""
    move = open_move_in(request, move_in_id)
    form = PlanChaseForm(request, record=move)
    if form.performs(actions.plan_chase, move=move, by=request.user):
        messages.success(request, "Recorded. We remind them again in two weeks.")
        return redirect(move.case)
    context = _of(request, move, form, "Remind the other authority of its plan")
    return render(request, "ehcps/plan_chase.html", context)


@requires(Permission.PLAN_FORGO)
def plan_forgo(request: Request, move_in_id: int) -> HttpResponse:
    """Record that no plan will come."""
    move = open_move_in(request, move_in_id)
    form = PlanForgoForm(request, record=move)
    if form.performs(actions.plan_forgo, move=move, by=request.user):
        messages.success(request, "Recorded: nothing is awaited any more.")
        return redirect(move.case)
    context = _of(request, move, form, "Record that no plan will come")
    return render(request, "ehcps/plan_forgo.html", context)


@requires(Permission.PLAN_ATTACH)
def plan_attach(request: Request, move_in_id: int) -> HttpResponse:
    """Add the file of a plan that is ours."""
    move = open_move_in(request, move_in_id)
    form = PlanAttachForm(request, record=move)
    if form.performs(actions.plan_attach, move=move, by=request.user):
        messages.success(request, "The plan is among the documents of the case.")
        return redirect(move.case)
    context = _of(request, move, form, "Add the plan as it came")
    return render(request, "ehcps/plan_attach.html", context)


def _of(request: Request, move: MoveIn, form: PageForm, title: str) -> dict[str, Any]:
    shown = move_in_shown(move, request.user)
    return {**about_case(move.case, title), "form": form, "move_in": shown}
