"""The lists behind the numbers of the team board."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look
from sendhub.casework import boardlists, worklist
from sendhub.casework.filters import FellDueFilter, HandoverFilter
from sendhub.core import clock
from sendhub.core.exports import csv_response
from sendhub.core.lists import (
    Sort,
    chosen_sort,
    in_order,
    kept_in_form,
    list_page,
    sort_links,
)


@requires(Permission.BOARD_VIEW)
@require_safe
def deadline_list(request: Request) -> HttpResponseBase:
    """List what fell due in one week, and what became of it."""
    today = clock.today()
    found = FellDueFilter(request, on=today)
    if request.GET.get("format") == "csv":
        columns = boardlists.deadline_columns(on=today)
        rows = found.qs.for_export()
        name = f"fell-due-{found.week}.csv"
        return _export(request, rows, boardlists.DEADLINES, columns, name)
    sorts = boardlists.DEADLINES
    page = list_page(request, found.qs.for_list(on=today), sorts=sorts)
    context = {
        "title": "What fell due",
        "found": found,
        "page": page,
        "rows": worklist.list_rows_of(
            page.rows, user=request.user, on=today, now=clock.now()
        ),
        "sorts": sort_links(request, sorts),
        "kept": kept_in_form(request, "week"),
        "clear_url": f"?week={found.week}",
        "may_export": request.user.may(Permission.EXPORT),
        "breadcrumbs": _below_board("What fell due"),
    }
    return render(request, "casework/deadline_list.html", context)


@requires(Permission.BOARD_VIEW)
@require_safe
def handover_list(request: Request) -> HttpResponseBase:
    """List the handovers that nobody has read yet."""
    today = clock.today()
    found = HandoverFilter(request)
    sorts = boardlists.HANDOVERS
    if request.GET.get("format") == "csv":
        columns = boardlists.handover_columns(on=today)
        name = f"handovers-unread-{today}.csv"
        return _export(request, found.qs, sorts, columns, name, child="case__child")
    context = {
        "title": "Handovers not read yet",
        "found": found,
        "page": list_page(request, found.qs.for_rows(on=today), sorts=sorts),
        "sorts": sort_links(request, sorts),
        "kept": kept_in_form(request),
        "may_export": request.user.may(Permission.EXPORT),
        "breadcrumbs": _below_board("Handovers not read yet"),
    }
    return render(request, "casework/handover_list.html", context)


def _export(
    request: Request,
    rows: QuerySet,
    sorts: Mapping[str, Sort],
    columns: Mapping[str, Any],
    filename: str,
    child: str = "child",
) -> HttpResponseBase:
    if not request.user.may(Permission.EXPORT):
        raise PermissionDenied(Permission.EXPORT.label)
    _, sort, backwards = chosen_sort(request, sorts)
    ids = rows.order_by().values_list(child, flat=True).distinct()
    note_look(request, Look.Kind.EXPORT, ids=ids.iterator(chunk_size=2000))
    rows = in_order(rows, sort, backwards)
    return csv_response(rows, columns=columns, filename=filename)


def _below_board(title: str) -> list[dict[str, str]]:
    board = {"title": "Team board", "url": reverse("casework:team-board")}
    return [board, {"title": title}]
