"""Where somebody’s work is: the first page and the work list."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.last_filters import address_again
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export_order, export_table
from sendhub.casework import nextup, worklist, workpage
from sendhub.casework.filters import WorkFilter
from sendhub.casework.models import Handover
from sendhub.core import clock, navigation
from sendhub.core.access import signed_in
from sendhub.core.exports import ListTable, Part
from sendhub.core.lists import sort_links


@signed_in
def home(request: Request) -> HttpResponse:
    """Send somebody to the first place they may open."""
    if first := navigation.first_url_for(request.user):
        return redirect(first)
    if request.user.is_staff:
        return redirect("admin:index")
    return render(request, "casework/home.html")


@requires(Permission.WORK_VIEW)
@require_safe
def work_list(request: Request) -> HttpResponseBase:
    """Show deadlines, tasks, notes to see and missing facts, due first (WRK-1)."""
    if again := address_again(request):
        return redirect(again)
    found = WorkFilter(request, on=clock.today(), now=clock.now())
    if asks_for_file(request, found):
        return _work_export(request, found)
    numbers = workpage.numbers_of(found)
    page = workpage.work_page(request, found, numbers)
    rows = worklist.list_rows_of(
        page.rows, user=request.user, on=found.on, now=clock.now()
    )
    context = {
        "found": found,
        "page": page,
        "rows": rows,
        "unread": Handover.objects.unread_by(request.user)
        .visible_to(request.user)
        .count(),
        "linked": zip(rows, nextup.ways_on(request, page), strict=True),
        "reasons": worklist.reasons_behind(rows),
        "title": workpage.pile_words(found.whose, found),
        "tabs": workpage.tabs(request, found),
        "tiles": workpage.tiles(request, numbers, found.asked),
        "kinds": workpage.kinds(request, numbers, found.asked),
        "any_week": workpage.address(request, week=None),
        "sorts": sort_links(request, workpage.SORTS),
        "kept": workpage.kept_in_form(request),
        "clear_url": f"?whose={found.whose}",
    }
    return render(request, "casework/work_list.html", context)


def _work_export(request: Request, found: WorkFilter) -> HttpResponseBase:
    kinds: Sequence[Any] = found.work()
    parts = [
        Part(rows.in_order().for_export(), shown, f"{rows.child_path}_id")
        for rows, shown in zip(kinds, workpage.exported(on=found.on), strict=True)
    ]
    table = ListTable(parts, export_order(request, workpage.SORTS))
    name = f"work-{found.whose}-{found.on}"
    return export_table(request, table, filename=name)
