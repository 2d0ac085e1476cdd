"""Pages about schools and other settings."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export
from sendhub.core import clock
from sendhub.core.lists import kept_in_form, list_page, sort_links
from sendhub.schools import actions, facts
from sendhub.schools.filters import SORTS, SettingFilter
from sendhub.schools.forms import SettingEditForm
from sendhub.schools.models import Setting, SettingLink


@requires(Permission.SETTING_VIEW)
def setting_list(request: Request) -> HttpResponseBase:
    """List schools and other settings, on the screen or as CSV."""
    found = SettingFilter(request.GET, queryset=Setting.objects.all(), request=request)
    if asks_for_file(request, found):
        return export(
            request,
            found.qs,
            sorts=SORTS,
            columns=facts.COLUMNS,
            filename=f"settings-{clock.today()}",
        )
    context = {
        "filter": found,
        "page": list_page(request, found.qs, sorts=SORTS),
        "sorts": sort_links(request, SORTS),
        "kept": kept_in_form(request),
        "title": "Schools and settings",
    }
    return render(request, "schools/setting_list.html", context)


@requires(Permission.SETTING_VIEW)
def setting_page(request: Request, setting_id: int) -> HttpResponse:
    """Show a setting: what the register says, and what we know ourselves."""
    setting = get_object_or_404(Setting, pk=setting_id)
    context: Mapping[str, Any] = {
        "setting": setting,
        "title": setting.name,
        "breadcrumbs": _crumbs(setting),
        "head": facts.head(setting),
        "register": facts.register(setting),
        "local": facts.local(setting),
        "after": SettingLink.objects.after(setting),
        "before": SettingLink.objects.before(setting),
        "children": facts.children_at(setting, request.user),
        "may_edit": request.user.may(Permission.SETTING_EDIT),
    }
    return render(request, "schools/setting_page.html", context)


@requires(Permission.SETTING_EDIT)
def setting_edit(request: Request, setting_id: int) -> HttpResponse:
    """Change what we keep of a setting ourselves."""
    setting = get_object_or_404(Setting, pk=setting_id)
    known = {n: getattr(setting, n) for n in actions.LocalFacts.__annotations__}
    form = SettingEditForm(request, record=setting, initial=known)
    if form.performs(actions.setting_edit, setting=setting, by=request.user):
        messages.success(request, "The changes are saved.")
        return redirect(setting)
    title = "Change what we keep"
    context = {
        "form": form,
        "setting": setting,
        "title": title,
        "breadcrumbs": _crumbs(setting, title),
    }
    return render(request, "schools/setting_edit.html", context)


def _crumbs(setting: Setting, title: str = "") -> list[dict[str, str]]:
    first = {"title": "Schools and settings", "url": reverse("schools:setting-list")}
    if not title:
        return [first, {"title": setting.name}]
    here = {"title": setting.name, "url": setting.get_absolute_url()}
    return [first, here, {"title": title}]
