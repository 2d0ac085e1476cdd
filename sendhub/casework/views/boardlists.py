"""The lists behind the numbers of the team board."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export
from sendhub.casework import boardlists, worklist
from sendhub.casework.filters import FellDueFilter, HandoverFilter
from sendhub.core import clock
from sendhub.core.lists import kept_in_form, list_page, sort_links


@requires(Permission.BOARD_VIEW)
@require_safe
def deadline_list(request: Request) -> HttpResponseBase:
    """List what fell due in one week, and what became of it."""
    today = clock.today()
    found = FellDueFilter(request, on=today)
    sorts = boardlists.DEADLINES
    if asks_for_file(request, found):
        return export(
            request,
            found.qs.for_export(),
            sorts=sorts,
            columns=boardlists.deadline_columns(on=today),
            filename=f"fell-due-{found.week}",
            child="child_id",
        )
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
    if asks_for_file(request, found):
        return export(
            request,
            found.qs,
            sorts=sorts,
            columns=boardlists.handover_columns(on=today),
            filename=f"handovers-unread-{today}",
            child="case__child",
        )
    context = {
        "title": "Handovers not read yet",
        "found": found,
        "page": list_page(request, found.qs.for_rows(on=today), sorts=sorts),
        "sorts": sort_links(request, sorts),
        "kept": kept_in_form(request),
        "breadcrumbs": _below_board("Handovers not read yet"),
    }
    return render(request, "casework/handover_list.html", context)


def _below_board(title: str) -> list[dict[str, str]]:
    board = {"title": "Team board", "url": reverse("casework:team-board")}
    return [board, {"title": title}]
