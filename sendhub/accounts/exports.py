"""Lists as CSV: who may have them, and whose records were in them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import FileResponse

from sendhub.accounts.access import Request
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look
from sendhub.core.exports import csv_response
from sendhub.core.lists import Sort, chosen_sort, in_order


def export(
    request: Request,
    rows: QuerySet,
    *,
    sorts: Mapping[str, Sort],
    columns: Mapping[str, Any],
    filename: str,
    child: str = "",
) -> FileResponse:
    """Answer with a list as it is filtered and sorted on the screen.

    `child` leads from a row to its child; empty where the rows are of no child.
    """
    found = rows.order_by().values_list(F(child), flat=True) if child else ()
    note_export(request, found)
    _, sort, backwards = chosen_sort(request, sorts)
    ordered = in_order(rows, sort, backwards)
    return csv_response(ordered, columns=columns, filename=filename)


def note_export(request: Request, children: Iterable[int]) -> None:
    """Refuse whoever may not export, and note whose records are in the file."""
    if not request.user.may(Permission.EXPORT):
        raise PermissionDenied(Permission.EXPORT.label)
    note_look(request, Look.Kind.EXPORT, ids=sorted(set(children)))
