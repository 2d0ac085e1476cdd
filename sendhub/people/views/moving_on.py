"""Children at one setting, and their going on from it when it closed."""

from datetime import date
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
from sendhub.people.names import name_in_sql
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words

SORTS = {
    "child": Sort("Child", ("child__sort_name", "pk")),
    "since": Sort("There since", ("starts_on", "pk")),
}
COLUMNS: dict[str, Any] = {
    "Child": name_in_sql("child"),
    "Date of birth": F("child__born_on"),
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
    found = Attendance.objects.visible_to(request.user).at(setting).not_over(on=today)
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
        "may_move": setting.has_closed or setting.links_on.exists(),
        "breadcrumbs": _crumbs(setting, "Children here"),
    }
    return render(request, "people/attendance_list.html", context)


@requires(Permission.ATTENDANCES_MOVE)
def attendances_move(request: Request, setting_id: int) -> HttpResponse:
    """Write that children of a closed setting go on to another."""
    setting = get_object_or_404(Setting, pk=setting_id)
    there = Attendance.objects.visible_to(request.user).at(setting)
    form = AttendancesMoveForm(request, setting=setting)
    if form.performs(actions.attendances_move, setting=setting, by=request.user):
        messages.success(request, _told(form))
        left = _left(there, form.cleaned_data.get("starts_on"))
        return _where_next(request, setting, form.result, left)
    title = "The children go on" + (" with their school" if form.follows else "")
    context = {
        "title": title,
        "form": form,
        "setting": setting,
        "may_move": form.follows or setting.has_closed,
        "number": counted(there.in_force(on=clock.today())),
        "breadcrumbs": _crumbs(setting, title),
    }
    return render(request, "people/attendances_move.html", context)


def _told(form: AttendancesMoveForm) -> str:
    """How many of those ticked are at the other setting, and who was gone by then.

    Somebody else may have written meanwhile that a child is elsewhere.
    """
    day, ticked = map(form.cleaned_data.get, ("starts_on", "children"))
    if day is None or ticked is None:
        return f"Those who go on are at {form.result}."
    keys = [one.child_id for one in ticked]
    begun = Attendance.objects.at(form.result).begun(on=day, children=keys)
    there = set(begun.values_list("child_id", flat=True))
    gone = [one.child.known_as for one in ticked if one.child_id not in there]
    told = f"{len(there)} of the {len(keys)} you ticked are at {form.result} from "
    told += f"{date_words(day)}."
    if gone:
        told += f" Not at their school any more by then: {', '.join(gone)}."
    return told


def _left(there: Any, day: date | None) -> int:
    """How many are still there when the others have gone on."""
    today = clock.today()
    return there.not_over(on=max(day or today, today)).count()


def _where_next(
    request: Request, setting: Setting, successor: Setting, left: int
) -> HttpResponse:
    """To those who are left, if there are any: somebody has to say where they go."""
    if not left:
        return redirect(successor)
    are = "child of ours is" if left == 1 else "children of ours are"
    messages.info(request, f"{left} {are} still recorded at {setting}.")
    return redirect("people:attendance-list", setting.pk)


def _crumbs(setting: Setting, title: str) -> list[dict[str, str]]:
    here = {"title": setting.name, "url": setting.get_absolute_url()}
    return [here, {"title": title}]
