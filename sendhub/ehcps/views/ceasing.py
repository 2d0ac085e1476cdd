"""Pages on which a plan is ended in two steps."""

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
from sendhub.ehcps.ceasing import ceasing_shown
from sendhub.ehcps.forms import (
    CeaseChallengeForm,
    CeaseDropForm,
    CeaseEndForm,
    CeaseNotifyForm,
    CeaseProposeForm,
)
from sendhub.ehcps.models import Ceasing
from sendhub.ehcps.views.heads import open_plan

CHALLENGED = ("certificate_on", "appealed_on", "appeal_decided_on")


@requires(Permission.CEASE_PROPOSE)
def cease_propose(request: Request, plan_id: int) -> HttpResponse:
    """Record that the family and the setting were asked: the first step."""
    plan = open_plan(request, plan_id)
    form = CeaseProposeForm(request, record=plan)
    if form.performs(actions.cease_propose, plan=plan, by=request.user):
        messages.success(request, "Recorded. Hear them before you decide.")
        return redirect(plan)
    context = {**about_case(plan.case, "Propose to end the plan"), "form": form}
    return render(request, "ehcps/cease_propose.html", context)


@requires(Permission.CEASE_NOTIFY)
def cease_notify(request: Request, ceasing_id: int) -> HttpResponse:
    """Record the notice that the plan will end: the second step."""
    ceasing = _ceasing(request, ceasing_id)
    form = CeaseNotifyForm(request, record=ceasing)
    if form.performs(actions.cease_notify, ceasing=ceasing, by=request.user):
        messages.success(request, "Notice recorded. The plan goes on for now.")
        return redirect(ceasing.plan)
    context = _context(ceasing, form, "Record the notice that the plan will end")
    return render(request, "ehcps/cease_notify.html", context)


@requires(Permission.CEASE_CHALLENGE)
def cease_challenge(request: Request, ceasing_id: int) -> HttpResponse:
    """Record a mediation certificate, an appeal or its decision."""
    ceasing = _ceasing(request, ceasing_id)
    known = {day: getattr(ceasing, day) for day in CHALLENGED}
    form = CeaseChallengeForm(request, record=ceasing, initial=known)
    if form.performs(actions.cease_challenge, ceasing=ceasing, by=request.user):
        messages.success(request, "Recorded.")
        return redirect(ceasing.plan)
    context = _context(ceasing, form, "Record a mediation or an appeal")
    return render(request, "ehcps/cease_challenge.html", context)


@requires(Permission.CEASE_END)
def cease_end(request: Request, ceasing_id: int) -> HttpResponse:
    """End the plan, once nobody can appeal any more."""
    ceasing = _ceasing(request, ceasing_id)
    form = CeaseEndForm(request, record=ceasing)
    if form.performs(actions.cease_end, ceasing=ceasing, by=request.user):
        messages.success(request, "The plan has ceased.")
        return redirect(ceasing.plan)
    context = _context(ceasing, form, "End the plan")
    return render(request, "ehcps/cease_end.html", context)


@requires(Permission.CEASE_DROP)
def cease_drop(request: Request, ceasing_id: int) -> HttpResponse:
    """Keep a plan that was to end."""
    ceasing = _ceasing(request, ceasing_id)
    form = CeaseDropForm(request, record=ceasing)
    if form.performs(actions.cease_drop, ceasing=ceasing, by=request.user):
        messages.success(request, "The plan is kept.")
        return redirect(ceasing.plan)
    context = _context(ceasing, form, "Keep the plan")
    return render(request, "ehcps/cease_drop.html", context)


def _ceasing(request: Request, ceasing_id: int) -> Ceasing:
    seen = Ceasing.objects.visible_to(request.user).for_page()
    ceasing = get_object_or_404(seen.with_badges(on=clock.today()), pk=ceasing_id)
    note_case_look(request, ceasing.plan.case)
    return ceasing


def _context(ceasing: Ceasing, form: PageForm, title: str) -> dict[str, Any]:
    return {
        **about_case(ceasing.plan.case, title),
        "form": form,
        "shown": ceasing_shown(ceasing),
    }
