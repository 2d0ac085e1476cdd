"""Lists of cases, giving many away, and reading what was written for one."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export
from sendhub.casework import actions, caselist, handovers
from sendhub.casework.actions.handover import Chosen, plan_of
from sendhub.casework.filters import CaseFilter
from sendhub.casework.forms import CasesAssignForm, HandoverReadForm
from sendhub.casework.forms.handover import SINGLY
from sendhub.casework.models import Case, Handover, Reassignment
from sendhub.core import clock
from sendhub.core.lists import (
    Sort,
    count_words,
    kept_in_form,
    list_page,
    read_key,
    read_keys,
    sort_links,
)

BY_CHILD = {"child": Sort("Child", ("case__child__sort_name", "pk"))}


@requires(Permission.WORK_VIEW)
@require_safe
def case_list(request: Request) -> HttpResponseBase:
    """Show open cases by officer and team; managers tick rows to give them away."""
    today = clock.today()
    found = CaseFilter(request, on=today)
    if asks_for_file(request, found):
        return export(
            request,
            found.qs.by_next_date().for_export(),
            sorts=caselist.SORTS,
            columns=caselist.exported(on=today),
            filename=f"cases-{today}",
            child="child_id",
        )
    page = list_page(request, found.qs.for_list(on=today), sorts=caselist.SORTS)
    context = {
        "found": found,
        "page": page,
        "things": _things(found),
        "today": today,
        "sorts": sort_links(request, caselist.SORTS),
        "kept": kept_in_form(request),
        "asked": found.asked_for,
        "may_assign": request.user.may(Permission.CASES_ASSIGN),
        "breadcrumbs": [_home(), {"title": "Cases"}],
    }
    return render(request, "casework/case_list.html", context)


def _things(found: CaseFilter) -> str:
    """What is listed; of one officer or team also whose, as the board counts them."""
    if not {name for name, _ in found.asked_for} & {"officer", "team"}:
        return "open cases"
    children = count_words(found.qs.values("child").distinct())
    return f"open cases; children: {children}"


@requires(Permission.CASES_ASSIGN)
def cases_assign(request: Request) -> HttpResponse:
    """Give the cases that were ticked to one officer or several."""
    chosen = _chosen(request)
    listed = _listed(request, chosen)
    names = {case.pk: case.child.known_as for case in listed}
    form = CasesAssignForm(request, chosen=chosen, children=names)
    looked = not form.sent or form.was_looked_at
    if looked and form.performs(actions.cases_assign, by=request.user):
        messages.success(request, "The cases are given.")
        return redirect(form.result)
    plan = None
    if form.sent and form.is_valid():
        facts = form.answers
        plan = plan_of(facts["cases"], facts["officers"], by=request.user)
        form.show_plan(len(plan.given))
    form.lay_out()
    context = {
        "form": form,
        "number": len(chosen),
        "too_many": len(chosen) > caselist.MOST,
        "most": caselist.MOST,
        "plan": handovers.shown(plan, request.user) if plan else None,
        "breadcrumbs": _crumbs("Give cases to other officers"),
    }
    return render(request, "casework/cases_assign.html", context)


def _chosen(request: Request) -> Sequence[Chosen]:
    """What the list asked for; once the form is sent it says so itself."""
    if request.method == "POST":
        return []
    return caselist.chosen_in(caselist.ticked(request, on=clock.today()))


def _listed(request: Request, chosen: Sequence[Chosen]) -> Sequence[Case]:
    """The cases themselves where they are few enough to get a box each."""
    keys = [one.case for one in chosen]
    if request.method == "POST":
        pairs = request.POST.get("cases", "").split()
        keys = read_keys(pair.partition("-")[0] for pair in pairs)
    if len(keys) > SINGLY:
        return []
    return list(Case.objects.chosen_by(request.user, keys).for_handover())


@requires(Permission.CASES_ASSIGN)
@require_safe
def reassignment_page(request: Request, reassignment_id: int) -> HttpResponse:
    """Report which cases were given to whom, and what was skipped and why."""
    batches = Reassignment.objects.select_related("by")
    batch = get_object_or_404(batches, pk=reassignment_id)
    today = clock.today()
    given = Handover.objects.filter(reassignment=batch).visible_to(request.user)
    rows = given.select_related("case", "given_to").with_badges(on=today)
    context = {
        "batch": batch,
        "shares": handovers.shares(given),
        "skipped": handovers.skipped(batch.skipped, request.user),
        "page": list_page(request, rows, sorts=BY_CHILD),
        "breadcrumbs": _crumbs("Cases given away"),
    }
    return render(request, "casework/reassignment_page.html", context)


@requires(Permission.HANDOVER_READ)
def handover_read(request: Request) -> HttpResponse:
    """Show what was written for one's cases; what is marked as read leaves them."""
    today = clock.today()
    unread = Handover.objects.unread_by(request.user).visible_to(request.user)
    case = read_key(request.GET.get("case", ""))
    if case is not None:
        unread = unread.filter(case=case)
    groups = handovers.grouped(unread.for_list(on=today)[: caselist.MOST])
    keys = {group.key: group.ids for group in groups}
    form = HandoverReadForm(request, groups=keys, ticked=case is not None)
    if form.performs(actions.handover_read, by=request.user):
        messages.success(request, "Marked as read.")
        return redirect("casework:handover-read")
    context: dict[str, Any] = {
        "form": form,
        "groups": groups,
        "ticked": form["read"].value() or [],
        "breadcrumbs": [_home(), {"title": "Handovers for me"}],
    }
    return render(request, "casework/handover_read.html", context)


def _home() -> dict[str, str]:
    return {"title": "My work", "url": reverse("casework:work-list")}


def _crumbs(title: str) -> list[dict[str, str]]:
    cases = {"title": "Cases", "url": reverse("casework:case-list")}
    return [_home(), cases, {"title": title}]
