"""The team board: how much each officer has, and what of it is late."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export_table
from sendhub.casework.board import SORTS, Board, in_order, officers_table, trend
from sendhub.casework.digest import digest_of
from sendhub.casework.filters import TeamForm
from sendhub.casework.models import Digest
from sendhub.casework.rules import monday_of
from sendhub.core import clock
from sendhub.core.lists import chosen_sort, kept_in_form, sort_links


@requires(Permission.BOARD_VIEW)
@require_safe
def digest_page(request: Request) -> HttpResponse:
    """Show the weekly digest as it would be sent now."""
    form = TeamForm(request)
    today = clock.today()
    sent = Digest.objects.of_person(request.user).of_week(monday_of(today)).first()
    context = {
        **digest_of(request.user, form.chosen, on=today),
        "asked": form,
        "sent": sent,
        "title": "Weekly digest",
    }
    return render(request, "casework/digest_page.html", context)


@requires(Permission.BOARD_VIEW)
@require_safe
def team_board(request: Request) -> HttpResponseBase:
    """Show each officer's load, what is overdue, and how the last weeks went."""
    form = TeamForm(request)
    board = Board(request.user, form.chosen, on=clock.today())
    key, _, backwards = chosen_sort(request, SORTS)
    rows = [*in_order(board.rows(), key, backwards), board.nobody()]
    if asks_for_file(request, form):
        table = officers_table(rows)
        return export_table(request, table, filename=f"team-board-{board.on}")
    weeks = board.weeks()
    context = {
        "asked": form,
        "team": form.chosen,
        "rows": rows,
        "late": board.late_by_rule(),
        "weeks": weeks,
        "trend": trend(weeks),
        "sorts": sort_links(request, SORTS),
        "kept": kept_in_form(request),
        "may_assign": request.user.may(Permission.CASES_ASSIGN),
        "today": board.on,
    }
    return render(request, "casework/team_board.html", context)
