"""Bringing two records of one child together, and taking them apart again (PPL-8)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.people import actions, finders, merge_preview, merging
from sendhub.people.forms import ChildrenMergeForm, MergeUndoForm
from sendhub.people.merge_choices import CHOICES
from sendhub.people.models import Child, Merge, NotSame
from sendhub.people.search import Answer, search
from sendhub.people.views.alike import alike
from sendhub.people.views.heads import about, crumbs, loaded

MOST_OFFERED = 20


@requires(Permission.CHILDREN_MERGE)
def merge_choose(request: Request, child_id: int) -> HttpResponse:
    """Choose the other record of a child: a likely one, or one searched for."""
    child, today = loaded(request, child_id), clock.today()
    typed = request.GET.get("q", "")
    answer = _answer(request, typed)
    likely = [] if typed else alike(child, request.user)
    others = [c for c in (answer.children or likely) if c.pk != child.pk]
    context = {
        "child": child,
        "title": "Merge with another record",
        "breadcrumbs": crumbs(child, "Merge with another record"),
        "typed": typed,
        "more": answer.more,
        "told_apart": NotSame.objects.others_of(child),
        "rows": finders.with_open_cases(request.user, others),
        "today": today,
    }
    return render(request, "people/merge_choose.html", context)


def _answer(request: Request, typed: str) -> Answer:
    today = clock.today()
    return search(user=request.user, typed=typed, on=today, most=MOST_OFFERED)


@requires(Permission.CHILDREN_MERGE)
def children_merge(request: Request, child_id: int, other_id: int) -> HttpResponse:
    """Bring two records together, after showing what that does."""
    kept = loaded(request, child_id)
    other = loaded(request, other_id)
    shown = {"shown": actions.shown_of(kept, other)}
    form = ChildrenMergeForm(request, kept=kept, other=other, initial=shown)
    if form.performs(actions.children_merge, kept=kept, other=other, by=request.user):
        messages.success(request, "The two records are one now.")
        return redirect(kept)
    context = about(kept, form, "Merge two records of one child", other=other)
    context |= _before(kept, other)
    return render(request, "people/children_merge.html", context)


def _before(kept: Child, other: Child) -> dict[str, Any]:
    """What somebody must know before they press the button."""
    today = clock.today()
    reasons = merging.hindrances(kept, other, on=today)
    if kept.pk == other.pk:
        return {"reasons": reasons}
    return {
        "reasons": reasons,
        "warnings": list(merge_preview.warnings(kept, other, on=today)),
        "sides": merge_preview.comparison(kept, other),
        "kinds": merge_preview.kinds(kept, other),
        "opened": [*merge_preview.opened(other), *merge_preview.opened(kept)],
        "days": merging.UNDONE_WITHIN.days,
    }


@requires(Permission.CHILDREN_MERGE)
def merge_undo(request: Request, merge_id: int) -> HttpResponse:
    """Take two records apart, after saying what stands in the way."""
    found = Merge.objects.visible_to(request.user).select_related("other", "merged_by")
    merge = get_object_or_404(found, pk=merge_id)
    kept = loaded(request, merge.kept_id)
    form = MergeUndoForm(request, record=merge)
    if form.performs(actions.merge_undo, merge=merge, by=request.user):
        messages.success(request, "They are two records again.")
        return redirect(kept)
    context = about(kept, form, "Undo the merge of two records", merge=merge)
    context["reasons"] = merging.dependent(merge, on=clock.today())
    context["left"] = merge_preview.left_on(merge.other)
    said = [(choice.label, choice.said(merge.other)) for choice in CHOICES]
    context["set_aside"] = [
        {"key": label, "value": value} for label, value in said if value
    ]
    return render(request, "people/merge_undo.html", context)
