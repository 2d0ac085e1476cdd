"""CSV exports: exactly what is filtered, streamed, and safe to open in a spreadsheet.

The rows are read into a spooled file first, so that a slow reader holds no
database connection; memory stays flat whatever the size.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import Any

from django.db.models import Case, CharField, QuerySet, Value, When
from django.db.models.enums import ChoicesType
from django.http import FileResponse
from django.utils.timezone import localtime

FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
IN_MEMORY = 2 * 1024 * 1024


@dataclass(frozen=True)
class Made:
    """A cell that a pure function makes of several values of its row."""

    sources: tuple[Any, ...]
    by: Callable[..., Any]


def label(column: str, choices: ChoicesType) -> Case:
    """The words of a choice, worked out by the database."""
    whens = [
        When(**{column: value}, then=Value(words)) for value, words in choices.choices
    ]
    return Case(*whens, default=Value(""), output_field=CharField())


def safe_cell(value: Any) -> Any:
    """Make one cell harmless: a text that a spreadsheet would run is quoted."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and _runs(value):
        return f"'{value}"
    return value


def _runs(text: str) -> bool:
    """Spreadsheets look past spaces at the start, and some read wide signs too."""
    return text.startswith(("\t", "\r")) or text.lstrip().startswith(FORMULA_STARTS)


def csv_file(headings: Iterable[str], rows: Iterable[Iterable[Any]]) -> Any:
    """Write rows as CSV, in UTF-8 with the mark that Excel looks for."""
    file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  the response closes it
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    text.flush()
    text.detach()
    file.seek(0)
    return file


def csv_response(
    queryset: QuerySet, *, columns: Mapping[str, Any], filename: str
) -> FileResponse:
    """Answer with a queryset's rows: each heading with its expression, or `Made`."""
    cells = [
        cell if isinstance(cell, Made) else Made((cell,), lambda value: value)
        for cell in columns.values()
    ]
    sources = [source for cell in cells for source in cell.sources]
    names = {f"c{number}": source for number, source in enumerate(sources)}
    found = queryset.annotate(**names).values_list(*names).iterator(chunk_size=2000)
    rows = (_cells(cells, values) for values in found)
    return FileResponse(
        csv_file(columns, rows),
        as_attachment=True,
        filename=filename,
        content_type="text/csv; charset=utf-8",
    )


def mixed_csv_response(
    kinds: Sequence[tuple[QuerySet, Mapping[str, Any]]],
    *,
    order: Sequence[str],
    filename: str,
) -> FileResponse:
    """Answer with rows of several kinds in one order: each kind with its columns.

    The headings, and which cells are made by which function, are those of the first.
    """
    headings = kinds[0][1]
    cells = [c if isinstance(c, Made) else None for c in headings.values()]
    parts = [_sources(queryset, columns, order) for queryset, columns in kinds]
    first, *others = [part for part in parts if not part.query.is_empty()] or parts
    whole = first.union(*others, all=True) if others else first
    found = whole.order_by(*order).iterator(chunk_size=2000)
    rows = (_mixed_cells(cells, values) for values in found)
    return FileResponse(
        csv_file(headings, rows),
        as_attachment=True,
        filename=filename,
        content_type="text/csv; charset=utf-8",
    )


def _sources(
    queryset: QuerySet, columns: Mapping[str, Any], order: Sequence[str]
) -> QuerySet:
    """A kind's values by numbered names; those that only order stand last."""
    sources = [
        source
        for cell in columns.values()
        for source in (cell.sources if isinstance(cell, Made) else (cell,))
    ]
    names = {f"c{number:02}": source for number, source in enumerate(sources)}
    ordering = [column.lstrip("-") for column in order]
    return queryset.annotate(**names).values_list(*names, *ordering)


def _mixed_cells(cells: Iterable[Made | None], values: Iterable[Any]) -> list[Any]:
    left = iter(values)
    return [
        next(left) if cell is None else cell.by(*islice(left, len(cell.sources)))
        for cell in cells
    ]


def _cells(cells: Iterable[Made], values: Iterable[Any]) -> list[Any]:
    left = iter(values)
    return [cell.by(*islice(left, len(cell.sources))) for cell in cells]
