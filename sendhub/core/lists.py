"""Lists that stay fast at any size: sorted, paged by key, counted up to a limit.

A page is fetched by the last row's sort values, never by an offset, so that page
400 costs what page 1 does. Beyond `COUNTED` rows a count says "1,000+".
"""

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest

ROWS = 25
COUNTED = 1000
LONGEST_CURSOR = 2000
LONGEST_KEY = 18


@dataclass(frozen=True)
class Sort:
    """One way to sort a list: its words and its columns, the last of them unique.

    `indexed`: an index has all rows of the list in this order.
    """

    label: str
    columns: tuple[str, ...]
    backwards: bool = False
    indexed: bool = False


@dataclass(frozen=True)
class Page:
    """One page of a list, ready for its template."""

    rows: Sequence[Any]
    total: str
    sort: str
    backwards: bool
    next_url: str | None
    previous_url: str | None


Take = Callable[[tuple[str, ...], Q, int], list[Any]]
"""Takes so many rows in an order, beyond some place."""


def count_words(queryset: QuerySet) -> str:
    """Count rows as far as a person would read on: "37", or "1,000+"."""
    return number_words(counted(queryset))


def counted(queryset: QuerySet) -> int:
    """Count rows, but not far beyond what a person would read."""
    return _first(queryset.order_by())


def _first(queryset: QuerySet) -> int:
    return queryset[: COUNTED + 1].count()


def _total(queryset: QuerySet, sorts: Mapping[str, Sort]) -> str:
    """Count the rows of a list, as an index has them where there is one.

    PostgreSQL takes rows for spread evenly, and would look for the first thousand open
    ones through all that ended: those stand first in their table.
    """
    orders = (sort.columns for sort in sorts.values() if sort.indexed)
    return number_words(_first(queryset.order_by(*next(orders, ()))))


def number_words(number: int) -> str:
    """A number as far as it was counted."""
    return f"{COUNTED:,}+" if number > COUNTED else f"{number:,}"


def list_page(
    request: HttpRequest, queryset: QuerySet, *, sorts: Mapping[str, Sort]
) -> Page:
    """Take one page of a queryset as the URL asks: `sort`, `after`, `before`.

    First the keys of its rows, then the rows: whatever a row shows beside itself is
    joined for those of the page, and not for all that PostgreSQL puts in order.
    """

    def take(order: tuple[str, ...], beyond: Q, number: int) -> list[Any]:
        ordered = queryset.filter(beyond).order_by(*order)
        keys = list(ordered.values_list("pk", flat=True)[:number])
        return list(queryset.filter(pk__in=keys).order_by(*order))

    return _page(request, take, sorts=sorts, total=_total(queryset, sorts))


def mixed_page(
    request: HttpRequest,
    kinds: Sequence[QuerySet],
    *,
    sorts: Mapping[str, Sort],
    total: str,
) -> Page:
    """Take one page of rows of several kinds in one order.

    Each queryset has the sort's columns under the same names; of each row the page
    has these columns only, so that what it shows is loaded by kind.
    """
    kinds = [kind for kind in kinds if not kind.query.is_empty()]
    _, sort, _ = chosen_sort(request, sorts)

    def take(order: tuple[str, ...], beyond: Q, number: int) -> list[Any]:
        parts = [
            kind.filter(beyond).order_by(*order).values_list(*sort.columns, named=True)
            for kind in kinds
        ]
        if len(parts) < 2:
            return [row for part in parts for row in part[:number]]
        first, *others = (part[:number] for part in parts)
        whole = first.union(*others, all=True)
        return list(whole.order_by(*order)[:number])

    return _page(request, take, sorts=sorts, total=total)


def _page(
    request: HttpRequest, take: Take, *, sorts: Mapping[str, Sort], total: str
) -> Page:
    key, sort, backwards = chosen_sort(request, sorts)
    rows, more_before, more_after = _rows(request, take, sort.columns, backwards)
    return Page(
        rows=rows,
        total=total,
        sort=key,
        backwards=backwards,
        next_url=_url(request, after=_cursor(rows[-1], sort)) if more_after else None,
        previous_url=_url(request, before=_cursor(rows[0], sort))
        if more_before
        else None,
    )


def chosen_sort(
    request: HttpRequest, sorts: Mapping[str, Sort]
) -> tuple[str, Sort, bool]:
    """Read the sort from the URL; an unknown one falls back to the first."""
    asked = request.GET.get("sort", "")
    key = asked.removeprefix("-")
    if key not in sorts:
        key = next(iter(sorts))
        return key, sorts[key], sorts[key].backwards
    return key, sorts[key], asked.startswith("-")


def in_order(queryset: QuerySet, sort: Sort, backwards: bool) -> QuerySet:
    """Order a queryset by a sort."""
    sign = "-" if backwards else ""
    return queryset.order_by(*(f"{sign}{column}" for column in sort.columns))


def sort_links(
    request: HttpRequest, sorts: Mapping[str, Sort]
) -> dict[str, dict[str, str]]:
    """Give each sortable heading its link and its present direction."""
    now, _, backwards = chosen_sort(request, sorts)
    return {
        key: {
            "label": sort.label,
            "url": _url(
                request, sort=f"-{key}" if key == now and not backwards else key
            ),
            "direction": ("descending" if backwards else "ascending")
            if key == now
            else "",
        }
        for key, sort in sorts.items()
    }


def read_key(text: str) -> int | None:
    """The number of a record as an address or a form says it, if it can be one."""
    fits = text.isascii() and text.isdigit() and len(text) <= LONGEST_KEY
    return int(text) if fits else None


def read_keys(texts: Iterable[str]) -> list[int]:
    """The numbers of records that an address or a form says."""
    return [key for key in map(read_key, texts) if key is not None]


def kept_in_form(request: HttpRequest, *names: str) -> list[dict[str, str]]:
    """What a list's filter form must send along besides its own fields: its order."""
    kept = [name for name in ("sort", *names) if request.GET.get(name)]
    return [{"name": name, "value": request.GET[name]} for name in kept]


def _rows(
    request: HttpRequest, take: Take, columns: tuple[str, ...], backwards: bool
) -> tuple[list[Any], bool, bool]:
    before = _values(request.GET.get("before"), columns)
    after = None if before else _values(request.GET.get("after"), columns)
    turned = backwards is not bool(before)
    sign = "-" if turned else ""
    order = tuple(f"{sign}{column}" for column in columns)
    cursor = before or after
    try:
        beyond = _beyond(columns, cursor, "lt" if turned else "gt") if cursor else Q()
        rows = take(order, beyond, ROWS + 1)
    except (ValueError, TypeError, ValidationError):
        rows = take(columns, Q(), ROWS + 1)
        return rows[:ROWS], False, len(rows) > ROWS
    more = len(rows) > ROWS
    rows = rows[:ROWS]
    if before:
        rows.reverse()
    return (
        rows,
        bool(rows) and (more if before else bool(after)),
        (bool(rows) if before else more),
    )


def _beyond(columns: tuple[str, ...], values: list[Any], way: str) -> Q:
    """Rows after the given one: the first column alone bounds the index scan."""
    found = Q()
    equal = Q()
    for column, value in zip(columns, values, strict=True):
        found |= equal & Q(**{f"{column}__{way}": value})
        equal &= Q(**{column: value})
    return Q(**{f"{columns[0]}__{way}e": values[0]}) & found


def place_of(row: Any, sort: Sort) -> str:
    """Where a row stands in its list, as the address of what comes after has it."""
    return _cursor(row, sort)


def _cursor(row: Any, sort: Sort) -> str:
    values = [_plain(_reach(row, column)) for column in sort.columns]
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


def _values(cursor: str | None, columns: tuple[str, ...]) -> list[Any] | None:
    if not cursor or len(cursor) > LONGEST_CURSOR:
        return None
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (ValueError, binascii.Error, UnicodeDecodeError, RecursionError):
        return None
    fits = isinstance(values, list) and len(values) == len(columns)
    whole = fits and all(
        isinstance(v, str | int) and "\x00" not in str(v) for v in values
    )
    return values if whole else None


def _reach(row: Any, column: str) -> Any:
    for part in column.split("__"):
        row = getattr(row, part)
    return row.pk if isinstance(row, models.Model) else row


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _url(request: HttpRequest, **changes: str) -> str:
    query = request.GET.copy()
    for name in ("after", "before", "format"):
        query.pop(name, None)
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}"
