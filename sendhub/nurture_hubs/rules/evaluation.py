"""Periods, shares and changes that the evaluation counts with (HUB-11). Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from sendhub.nurture_hubs.rules import school_year, year_bounds

NETWORK_BEGAN = date(2021, 9, 1)
"""The first hubs opened (seed 30)."""
TERM_ENDS = ((3, 31), (8, 31), (12, 31))
"""The last days of the spring, the summer and the autumn term, for counting."""
FIRST_TERMS = 4
"""After how many terms the schools forum asks for the evaluation (seed 37)."""
SMALL = 5
"""Figures below are not to be published: a child may be known by them."""
APRIL = 4
WEEK = 7


@dataclass(frozen=True)
class Period:
    """Some days, the first and the last included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def within(self, starts_on: date, ends_on: date) -> int:
        """How many days of a stay lie in it."""
        both = (min(ends_on, self.last) - max(starts_on, self.first)).days + 1
        return max(0, both)


def first_terms(opened_on: date, *, today: date) -> Period:
    """The first four terms of operation, or so much of them as has passed."""
    day = opened_on
    for _ in range(FIRST_TERMS):
        last = term_end(day)
        day = last + timedelta(days=1)
    return Period(opened_on, max(opened_on, min(last, today)))


def usual_periods(opened_on: date, *, today: date) -> dict[str, Period]:
    """The periods that are asked for most, each until today at the latest."""
    year = school_year(today)
    last = Period(*year_bounds(year - 1))
    found = {
        "First four terms": first_terms(opened_on, today=today),
        "This school year": Period(year_bounds(year)[0], today),
        "Last school year": last,
        "All": Period(opened_on, today),
    }
    return {title: days for title, days in found.items() if days.last >= opened_on}


def term_end(day: date) -> date:
    """The last day of the term in which a day lies."""
    ends = (date(day.year, month, last) for month, last in TERM_ENDS)
    return min(end for end in ends if end >= day)


def financial_years(period: Period) -> list[tuple[int, Period]]:
    """Each financial year that a period touches, with the days of it."""
    first = period.first.year - (period.first.month < APRIL)
    last = period.last.year - (period.last.month < APRIL)
    found = []
    for year in range(first, last + 1):
        begins, ends = date(year, APRIL, 1), date(year + 1, APRIL - 1, 31)
        days = Period(max(begins, period.first), min(ends, period.last))
        found.append((year, days))
    return found


def part_of_year(pence: int, year: int, days: int) -> Decimal:
    """What some days of a financial year cost of its budget."""
    whole = (date(year + 1, APRIL, 1) - date(year, APRIL, 1)).days
    return Decimal(pence) * days / whole


def share(part: float, whole: float) -> Decimal | None:
    """A part in per cent, to one digit; None of nothing."""
    return tidy(Decimal(part) * 100 / Decimal(whole)) if whole else None


def tidy(number: Decimal | float, places: int = 1) -> Decimal:
    """A number as tables show it: halves rounded up."""
    return Decimal(number).quantize(Decimal(10) ** -places, ROUND_HALF_UP)


def weeks(days: float) -> Decimal:
    """Days as weeks, to one digit."""
    return tidy(Decimal(days) / WEEK)


def middle(numbers: Sequence[Decimal]) -> Decimal | None:
    """The median, to one digit; None of nothing."""
    return tidy(median(numbers)) if numbers else None


@dataclass(frozen=True)
class Changes:
    """How a total changed from entry to exit, over several children."""

    differences: tuple[Decimal, ...]
    more_is_better: bool

    @property
    def better(self) -> int:
        """How many changed for the better."""
        return sum(self._good(d) for d in self.differences)

    @property
    def worse(self) -> int:
        """How many changed for the worse."""
        return len(self.differences) - self.better - self.same

    @property
    def same(self) -> int:
        """How many did not change."""
        return sum(d == 0 for d in self.differences)

    def _good(self, difference: Decimal) -> bool:
        return difference > 0 if self.more_is_better else difference < 0


def changes(pairs: Iterable[tuple[Decimal, Decimal]], *, more: bool) -> Changes:
    """The differences of pairs, each of entry and exit."""
    return Changes(tuple(after - before for before, after in pairs), more)
