"""Children at one setting, and their going on with it when another follows."""

from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export
from sendhub.core import clock
from sendhub.core.lists import Sort, counted, list_page, sort_links
from sendhub.people import actions
from sendhub.people.forms.moving_on import AttendancesMoveForm
from sendhub.people.models import Attendance
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words

SORTS = {
    "child": Sort("Child", ("child__sort_name", "pk")),
    "since": Sort("There since", ("starts_on", "pk")),
}
COLUMNS: dict[str, Any] = {
    "Child": F("child__sort_name"),
    "Born": F("child__born_on"),
    "Setting": F("setting__name"),
    "URN": F("setting__urn"),
    "From": F("starts_on"),
    "To": F("ends_on"),
}


@requires(Permission.ATTENDANCES_MOVE)
@require_safe
def attendance_list(request: Request, setting_id: int) -> HttpResponseBase:
    """List the children who are at a setting today, or come there later."""
    setting = get_object_or_404(Setting, pk=setting_id)
    today = clock.today()
    found = Attendance.objects.visible_to(request.user).not_over(on=today)
    found = found.filter(setting=setting)
    if asks_for_file(request):
        return export(
            request,
            found,
            sorts=SORTS,
            columns=COLUMNS,
            filename=f"children-at-{setting.urn or setting.pk}-{today}",
            child="child",
        )
    context = {
        "title": "Children here",
        "setting": setting,
        "page": list_page(request, found.with_badges(on=today), sorts=SORTS),
        "sorts": sort_links(request, SORTS),
        "follows": setting.links_on.exists(),
        "breadcrumbs": _crumbs(setting, "Children here"),
    }
    return render(request, "people/attendance_list.html", context)


@requires(Permission.ATTENDANCES_MOVE)
def attendances_move(request: Request, setting_id: int) -> HttpResponse:
    """Write that the children of a closed setting go on to its successor."""
    setting = get_object_or_404(Setting, pk=setting_id)
    there = Attendance.objects.visible_to(request.user).in_force(on=clock.today())
    form = AttendancesMoveForm(request, setting=setting)
    if form.performs(actions.attendances_move, setting=setting, by=request.user):
        day = form.cleaned_data.get("starts_on")
        since = f" from {date_words(day)}" if day else ""
        messages.success(request, f"The children are at {form.result}{since}.")
        return redirect(form.result)
    title = "The children go on with their school"
    context = {
        "title": title,
        "form": form,
        "setting": setting,
        "follows": form.follows,
        "number": counted(there.filter(setting=setting)),
        "breadcrumbs": _crumbs(setting, title),
    }
    return render(request, "people/attendances_move.html", context)


def _crumbs(setting: Setting, title: str) -> list[dict[str, str]]:
    here = {"title": setting.name, "url": setting.get_absolute_url()}
    return [here, {"title": title}]
