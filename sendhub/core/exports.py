"""What a list says as a table: exactly what is filtered, read bit by bit.

`core.spreadsheets` writes it; memory stays flat whatever the size.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import BigIntegerField, Case, CharField, F, QuerySet, Value, When
from django.db.models.enums import ChoicesType

AT_ONCE = 2000

Row = tuple[int | None, Sequence[Any]]
"""The child that a row is about, if it is about one, and its cells."""


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


class Table(Protocol):
    """What can be written as a spreadsheet."""

    @property
    def headings(self) -> Sequence[str]:
        """What stands above the columns."""
        ...

    def more_than(self, number: int) -> bool:
        """Whether there are more rows than this, without counting them all."""
        ...

    def count(self) -> int:
        """How many rows there are."""
        ...

    def rows(self) -> Iterable[Row]:
        """Every row, with its child."""
        ...


@dataclass(frozen=True)
class FewRows:
    """A table that is worked out, and not read from the database."""

    headings: Sequence[str]
    shown: Sequence[Row]

    def more_than(self, number: int) -> bool:
        return len(self.shown) > number

    def count(self) -> int:
        return len(self.shown)

    def rows(self) -> Iterable[Row]:
        return self.shown


@dataclass(frozen=True)
class Part:
    """Rows of one kind: each heading with its expression, or `Made`.

    `child` leads from a row to its child; empty where the rows are of no child.
    """

    queryset: QuerySet
    columns: Mapping[str, Any]
    child: str = ""

    @property
    def sources(self) -> list[Any]:
        """Everything that is asked of the database for one row, the child first."""
        cells = [
            source
            for cell in self.columns.values()
            for source in (cell.sources if isinstance(cell, Made) else (cell,))
        ]
        nobody = Value(None, output_field=BigIntegerField())
        return [F(self.child) if self.child else nobody, *cells]


@dataclass(frozen=True)
class ListTable:
    """Rows of one kind or several in one order.

    The headings, and which cells are made by which function, are those of the first.
    """

    parts: Sequence[Part]
    order: Sequence[str]

    @property
    def headings(self) -> Sequence[str]:
        return list(self.parts[0].columns)

    def more_than(self, number: int) -> bool:
        counted = 0
        for part in self.parts:
            counted += part.queryset.order_by()[: number + 1].count()
        return counted > number

    def count(self) -> int:
        return sum(part.queryset.order_by().count() for part in self.parts)

    def rows(self) -> Iterator[Row]:
        cells = _places(self.parts[0].columns.values())
        for values in self.whole().iterator(chunk_size=AT_ONCE):
            yield (
                values[0],
                [
                    by(*values[first:end]) if by else values[first]
                    for by, first, end in cells
                ],
            )

    def whole(self) -> QuerySet:
        """All rows in one question, in their order."""
        parts = [part for part in self.parts if not part.queryset.query.is_empty()]
        if len(parts) < 2:
            [only] = parts or self.parts[:1]
            names = _named(only.sources)
            asked = only.queryset.annotate(**names).values_list(*names)
        else:
            first, *others = (self._to_join(part) for part in parts)
            asked = first.union(*others, all=True)
        return asked.order_by(*self.order)

    def _to_join(self, part: Part) -> QuerySet:
        """A kind's values by numbered names; those that only order stand last."""
        names = _named(part.sources)
        ordering = [column.lstrip("-") for column in self.order]
        found = part.queryset.order_by()
        return found.annotate(**names).values_list(*names, *ordering)


def _named(sources: Iterable[Any]) -> dict[str, Any]:
    return {f"c{number:02}": source for number, source in enumerate(sources)}


def _places(
    cells: Iterable[Any],
) -> list[tuple[Callable[..., Any] | None, int, int]]:
    """Of each cell, what makes it, and of which values: the first is the child."""
    found = []
    first = 1
    for cell in cells:
        made = isinstance(cell, Made)
        end = first + (len(cell.sources) if made else 1)
        found.append((cell.by if made else None, first, end))
        first = end
    return found
