"""What the evaluation is made of: sections with a table, and some with a chart.

The page, Word and Excel show the same sections.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format

from sendhub.nurture_hubs.rules.evaluation import Period
from sendhub.statutory.words import date_words

Value = int | Decimal | str | date | None
NONE = "–"
PLACES, BUDGETS = "places", "budgets"
"""Where a hub's places, and the budgets, are set."""


@dataclass(frozen=True)
class Behind:
    """Which records stand behind a number; of which hub and days, where not of all.

    Where `of` is `PLACES` or `BUDGETS`, that is a page of the hubs' own.
    """

    of: str
    hub_id: int | None = None
    period: Period | None = None


@dataclass(frozen=True)
class Cell:
    """One value, as what it is, and the records behind it.

    Kinds: text, day, number, percent, weeks, money, change (a number with its sign).
    """

    value: Value
    kind: str = "number"
    behind: Behind | None = None

    @property
    def text(self) -> str:
        """How people read it."""
        value = self.value
        if value is None:
            return NONE
        if isinstance(value, date):
            return date_words(value)
        if isinstance(value, str):
            return value
        said = number_format(value, use_l10n=True, force_grouping=True)
        if self.kind == "money":
            return f"£{said}"
        if self.kind == "change" and value > 0:
            return f"+{said}"
        return f"{said}%" if self.kind == "percent" else said

    @property
    def is_numeric(self) -> bool:
        """Whether it stands to the right in its column."""
        return self.kind not in ("text", "day")


def words(text: str) -> Cell:
    """A cell of words."""
    return Cell(text, "text")


@dataclass(frozen=True)
class Chart:
    """A drawing of a table, and in words what it shows."""

    spec: Mapping[str, Any]
    says: str
    key: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Section:
    """One question of the forum, answered by a table."""

    slug: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    says: Sequence[str] = field(default=())
    chart: Chart | None = None
    no_budget: bool = False

    @property
    def heads(self) -> list[tuple[str, bool]]:
        """Each column's name, and whether numbers stand under it."""
        first = self.rows[0] if self.rows else ()
        numeric = [cell.is_numeric for cell in first] or [False] * len(self.columns)
        return list(zip(self.columns, numeric, strict=True))
