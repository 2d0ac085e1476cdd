"""Who is away and who covers."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework import actions
from sendhub.casework.forms import CoverEndForm, CoverSetForm
from sendhub.casework.models import Case, Cover
from sendhub.core import clock
from sendhub.statutory.words import date_words

SHOWN = 100


@requires(Permission.WORK_VIEW)
@require_safe
def cover_list(request: Request) -> HttpResponse:
    """Show who is away now or soon, and who covers."""
    today = clock.today()
    covers = Cover.objects.not_over(on=today).for_list()[:SHOWN]
    context = {
        "rows": [(cover, _may_change(request, cover)) for cover in covers],
        "today": today,
        "may_set": request.user.may(Permission.COVER_SET),
        "breadcrumbs": [_home(), {"title": "Away and cover"}],
    }
    return render(request, "casework/cover_list.html", context)


@requires(Permission.COVER_SET)
def cover_set(request: Request) -> HttpResponse:
    """Say who is away, and who covers; officers of themselves, managers of all."""
    of_all = request.user.may(Permission.CASE_ASSIGN)
    form = CoverSetForm(request, of_all=of_all)
    subject: dict[str, Any] = {} if of_all else {"officer": request.user}
    if form.performs(actions.cover_set, by=request.user, **subject):
        cover = form.result
        messages.success(
            request,
            f"{cover.covered_by} covers for {cover.officer} from "
            f"{date_words(cover.starts_on)} to {date_words(cover.ends_on)}.",
        )
        if hidden := _kept_from(cover):
            messages.warning(request, hidden)
        return redirect("casework:cover-list")
    context = {"form": form, "breadcrumbs": _crumbs("Say who is away")}
    return render(request, "casework/cover_set.html", context)


@requires(Permission.COVER_END)
def cover_end(request: Request, cover_id: int) -> HttpResponse:
    """Say that somebody is back, or does not go away after all."""
    cover = get_object_or_404(Cover.objects.for_list(), pk=cover_id)
    if not _may_change(request, cover):
        raise PermissionDenied("Only they themselves or a manager may do this.")
    begun = cover.starts_on < clock.today()
    form = CoverEndForm(request, record=cover, begun=begun)
    if form.performs(actions.cover_end, cover=cover, by=request.user):
        messages.success(request, f"{cover.officer} is not away any more.")
        return redirect("casework:cover-list")
    title = f"{cover.officer} is back" if begun else "Call it off"
    context = {
        "form": form,
        "cover": cover,
        "title": title,
        "breadcrumbs": _crumbs(title),
    }
    return render(request, "casework/cover_end.html", context)


def _may_change(request: Request, cover: Cover) -> bool:
    if not request.user.may(Permission.COVER_END):
        return False
    theirs = cover.officer_id == request.user.pk
    return theirs or request.user.may(Permission.CASE_ASSIGN)


def _kept_from(cover: Cover) -> str:
    """Say how many cases the covering colleague does not see: nobody covers them."""
    cases = Case.objects.open().of_officer(cover.officer)
    hidden = cases.count() - cases.visible_to(cover.covered_by).count()
    if not hidden:
        return ""
    one = hidden == 1
    records, them = ("1 record is", "it") if one else (f"{hidden} records are", "them")
    return f"{records} restricted and {cover.covered_by} does not see {them}."


def _home() -> dict[str, str]:
    return {"title": "My work", "url": reverse("casework:work-list")}


def _crumbs(title: str) -> list[dict[str, str]]:
    away = {"title": "Away and cover", "url": reverse("casework:cover-list")}
    return [_home(), away, {"title": title}]
