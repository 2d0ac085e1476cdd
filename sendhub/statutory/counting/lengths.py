"""How the law counts days, weeks, months and years: rules C-01, C-02 and C-03.

Everything here runs in calendar time. Nights, weekends, bank holidays and school
holidays all count (C-04), and a date that falls on one of them stays there (C-05).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from sendhub.statutory.errors import BadFact
from sendhub.statutory.words import number_words


class Unit(StrEnum):
    """What a period is measured in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Counting(StrEnum):
    """Whether the day of the event is the first day of the period."""

    AFTER = "after"
    """C-01. "Within six weeks of (from, after) the event": its day is not counted."""

    BEGINNING_WITH = "beginning with"
    """C-02. "Fifteen days beginning with the day …": that day is day one."""


def days_after(event: date, days: int) -> date:
    """The last day of a period of days that leaves the event's own day out (C-01)."""
    return event + timedelta(days=days)


def weeks_after(event: date, weeks: int) -> date:
    """The same weekday, so many weeks later (C-01).

    R (JSC) v Cambridgeshire [2026] EWHC 68 (Admin): 2 April 2025 and six weeks is
    14 May 2025.
    """
    return event + timedelta(weeks=weeks)


def months_after(event: date, months: int) -> date:
    """The same numbered day, or the last day of a month that has none (C-03).

    Dodds v Walker [1981] 1 WLR 1027: 31 January and one month is 28 February, or
    29 February in a leap year.
    """
    year, month = divmod(event.year * 12 + event.month - 1 + months, 12)
    return date(year, month + 1, min(event.day, monthrange(year, month + 1)[1]))


def years_after(event: date, years: int) -> date:
    """The same day of a later year; 29 February gives 28 February (C-03).

    That is the rule for time limits. A birthday is different: see `people.turns`.
    """
    return months_after(event, years * 12)


def days_beginning_with(event: date, days: int) -> date:
    """The last day of a period of days whose first is the event's own (C-02)."""
    return event + timedelta(days=days - 1)


def weeks_beginning_with(event: date, weeks: int) -> date:
    """The last day of a period of weeks whose first day is the event's own (C-02)."""
    return days_beginning_with(event, weeks * 7)


def months_beginning_with(event: date, months: int) -> date:
    """The day before the corresponding date, or the last day of a shorter month.

    A month beginning with 1 March ends on 31 March; a month beginning with 31 January
    ends on the last of February, for there is no corresponding day to stop before.
    """
    end = months_after(event, months)
    return end - timedelta(days=1) if end.day == event.day else end


def years_beginning_with(event: date, years: int) -> date:
    """The day before the anniversary (C-02 with C-03)."""
    return months_beginning_with(event, years * 12)


COUNTED = {
    (Unit.DAYS, Counting.AFTER): days_after,
    (Unit.WEEKS, Counting.AFTER): weeks_after,
    (Unit.MONTHS, Counting.AFTER): months_after,
    (Unit.YEARS, Counting.AFTER): years_after,
    (Unit.DAYS, Counting.BEGINNING_WITH): days_beginning_with,
    (Unit.WEEKS, Counting.BEGINNING_WITH): weeks_beginning_with,
    (Unit.MONTHS, Counting.BEGINNING_WITH): months_beginning_with,
    (Unit.YEARS, Counting.BEGINNING_WITH): years_beginning_with,
}


LONGEST = 1000
"""No period of the rule book comes near this; a longer one is a slip of the keys."""

PHRASE = re.compile(
    r"(within |at least )?(?P<number>[0-9]{1,4}) (?P<unit>day|week|month|year)s?"
    r" (?P<join>from|of|after|starting with|beginning with)"
)


@dataclass(frozen=True)
class Length:
    """How long a period is and how it is counted: "6 weeks", day of event left out."""

    number: int
    unit: Unit
    counting: Counting = Counting.AFTER

    def __post_init__(self) -> None:
        if not 1 <= self.number <= LONGEST:
            raise BadFact(f"A period is between 1 and {LONGEST} {self.unit}.")

    def __str__(self) -> str:
        return f"{self.number} {self.unit_words}"

    @property
    def words(self) -> str:
        return f"{number_words(self.number)} {self.unit_words}"

    @property
    def unit_words(self) -> str:
        return self.unit.removesuffix("s") if self.number == 1 else str(self.unit)

    def end(self, event: date) -> date:
        """The last day on which the period still runs."""
        return COUNTED[self.unit, self.counting](event, self.number)

    def back(self, event: date) -> date:
        """The last day from which a whole period in calendar time ends by an event."""
        on = COUNTED[self.unit, Counting.AFTER](event, -self.number)
        return on if self.counting is Counting.AFTER else on + timedelta(days=1)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read "within 6 weeks from" or "15 days beginning with"."""
        found = PHRASE.fullmatch(" ".join(text.lower().split()))
        if found is None:
            raise BadFact(
                f"The period '{text}' cannot be read. Write it as 'within 6 weeks"
                " from' or '15 days beginning with', in days, weeks, months or years."
            )
        inclusive = found["join"].endswith("with")
        return cls(
            int(found["number"]),
            Unit(found["unit"] + "s"),
            Counting.BEGINNING_WITH if inclusive else Counting.AFTER,
        )
