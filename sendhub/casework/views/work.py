"""Where somebody’s work is: the first page and the work list."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look
from sendhub.casework import worklist
from sendhub.casework.filters import DeadlineFilter
from sendhub.casework.models import Deadline
from sendhub.core import clock, navigation
from sendhub.core.access import signed_in
from sendhub.core.exports import csv_response
from sendhub.core.lists import chosen_sort, in_order, list_page, sort_links


@signed_in
def home(request: Request) -> HttpResponse:
    """Send somebody to the first place they may open."""
    places = navigation.entries_for(request)
    if places:
        return redirect(places[0].url)
    if request.user.is_staff:
        return redirect("admin:index")
    return render(request, "casework/home.html")


@requires(Permission.WORK_VIEW)
@require_safe
def work_list(request: Request) -> HttpResponseBase:
    """Show every open deadline of a pile, what is due first on top (WRK-1)."""
    today = clock.today()
    seen = Deadline.objects.open().visible_to(request.user)
    found = DeadlineFilter(request, seen, on=today)
    if request.GET.get("format") == "csv":
        return _work_export(request, found)
    page = list_page(
        request, found.qs.for_list().with_badges(on=today), sorts=worklist.SORTS
    )
    rows = worklist.list_rows_of(
        page.rows, user=request.user, on=today, now=clock.now()
    )
    context = {
        "found": found,
        "page": page,
        "rows": rows,
        "reasons": worklist.reasons_behind(rows),
        "tabs": worklist.tabs(request, found.whose),
        "tiles": worklist.tiles(
            request,
            found.without_lateness(),
            chosen=request.GET.get("late", ""),
            on=today,
        ),
        "sorts": sort_links(request, worklist.SORTS),
        "kept": worklist.kept_in_form(request),
        "clear_url": f"?whose={found.whose}",
        "may_export": request.user.may(Permission.EXPORT),
    }
    return render(request, "casework/work_list.html", context)


def _work_export(request: Request, found: DeadlineFilter) -> HttpResponseBase:
    if not request.user.may(Permission.EXPORT):
        raise PermissionDenied(Permission.EXPORT.label)
    _, sort, backwards = chosen_sort(request, worklist.SORTS)
    children = found.qs.order_by().values_list("child_id", flat=True).distinct()
    note_look(request, Look.Kind.EXPORT, ids=children.iterator(chunk_size=2000))
    return csv_response(
        in_order(found.qs.for_export(), sort, backwards),
        columns=worklist.exported(on=found.on),
        filename=f"work-{found.whose}-{found.on}.csv",
    )
