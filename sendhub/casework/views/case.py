"""A case, whose it is and the targets on it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework import actions, casefile, nextup, worklist
from sendhub.casework.forms import (
    CaseAssignForm,
    TargetSetForm,
)
from sendhub.casework.models import Deadline
from sendhub.casework.views.heads import about, case_in_sight, load_head
from sendhub.core import clock


@requires(Permission.CHILD_VIEW)
@require_safe
def case_page(request: Request, case_id: int) -> HttpResponse:
    """Show a case: what is due, what may be done, and what is on it."""
    case = case_in_sight(request, case_id)
    load_head(case)
    context = casefile.case_context(case, request.user)
    shown = {**context, "case": case, "child": case.child}
    shown["acts"] = [nextup.carried_on(request, act) for act in context["acts"]]
    if context["next"]:
        shown["next"] = nextup.carried_on(request, context["next"])
    return render(request, "casework/case_page.html", shown)


@requires(Permission.CASE_ASSIGN)
def case_assign(request: Request, case_id: int) -> HttpResponse:
    """Give a case to an officer, with a handover."""
    case = case_in_sight(request, case_id)
    form = CaseAssignForm(request, record=case)
    if form.performs(actions.case_assign, case=case, by=request.user):
        messages.success(request, f"The case is now {form.result.officer}’s.")
        return redirect(case)
    return about(request, "casework/case_assign.html", form=form, case=case)


@requires(Permission.TARGET_SET)
def target_set(request: Request, deadline_id: int) -> HttpResponse:
    """Set a target beside a legal limit."""
    seen = Deadline.objects.visible_to(request.user)
    deadline = get_object_or_404(seen, pk=deadline_id)
    deadline.case = case_in_sight(request, deadline.case_id)
    form = TargetSetForm(request, record=deadline)
    if form.performs(actions.target_set, deadline=deadline, by=request.user):
        messages.success(request, "Target set.")
        return redirect(deadline.case)
    return about(
        request,
        "casework/target_set.html",
        form=form,
        case=deadline.case,
        row=worklist.rows_of(
            [deadline], user=request.user, on=clock.today(), now=clock.now()
        )[0],
    )
