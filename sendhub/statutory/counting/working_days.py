"""Working days, for the few limits that the law counts in them (C-07).

Limits of a needs assessment and of a plan run in calendar time and use none of this.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from sendhub.statutory.counting.bank_holidays import (
    BANK_HOLIDAYS,
    FIRST_YEAR,
    LAST_YEAR,
    Nation,
)
from sendhub.statutory.counting.lengths import Counting, Length, Unit
from sendhub.statutory.errors import NoCalendar
from sendhub.statutory.words import date_words

SATURDAY = 5
ONE_DAY = timedelta(days=1)


def never(on: date) -> bool:
    """A calendar that closes on weekends and bank holidays only."""
    return False


def tribunal_is_away(on: date) -> bool:
    """August, and 25 December to 1 January (HESC Rules 2008, r. 12(3))."""
    return (
        on.month == 8
        or (on.month == 12 and on.day >= 25)
        or (on.month == 1 and on.day == 1)
    )


@dataclass(frozen=True)
class Calendar:
    """Which days are working days. `closed` adds days to weekends and bank holidays."""

    name: str
    holidays: frozenset[date]
    closed: Callable[[date], bool] = never

    def works(self, on: date) -> bool:
        """Whether this is a working day."""
        if not FIRST_YEAR <= on.year <= LAST_YEAR:
            raise NoCalendar(
                f"Bank holidays are known from {FIRST_YEAR} to {LAST_YEAR};"
                f" {date_words(on)} is outside."
            )
        return (
            on.weekday() < SATURDAY and on not in self.holidays and not self.closed(on)
        )

    def roll(self, on: date) -> date:
        """This day if it is a working day, or else the next one."""
        while not self.works(on):
            on += ONE_DAY
        return on

    def after(self, event: date, days: int) -> date:
        """The last of so many working days, the day of the event not counted."""
        on = event
        for _ in range(days):
            on = self.roll(on + ONE_DAY)
        return on

    def beginning_with(self, event: date, days: int) -> date:
        """As `after`, and the day of the event is the first if it is a working day."""
        return self.after(event - ONE_DAY, days)


ENGLAND = Calendar("England", BANK_HOLIDAYS[Nation.ENGLAND])

UNITED_KINGDOM = Calendar(
    "any part of the United Kingdom", frozenset().union(*BANK_HOLIDAYS.values())
)
"""Freedom of information: closed on a bank holiday of any part of the country."""

TRIBUNAL = Calendar("the tribunal", ENGLAND.holidays, tribunal_is_away)
"""For acts other than the appeal itself: August and Christmas are not counted."""


@dataclass(frozen=True)
class WorkingDays(Length):
    """A period of which only the working days count: "15 working days"."""

    unit: Unit = field(default=Unit.DAYS, init=False)
    calendar: Calendar = ENGLAND

    @property
    def unit_words(self) -> str:
        return "working day" if self.number == 1 else "working days"

    def end(self, event: date) -> date:
        """The last day on which the period still runs."""
        if self.counting is Counting.AFTER:
            return self.calendar.after(event, self.number)
        return self.calendar.beginning_with(event, self.number)


WORKING = re.compile(r"(?<=[0-9] )working (?=days? )")


def read(text: str, calendar: Calendar = ENGLAND) -> Length:
    """Read a period, of working days where it says so: "within 30 working days of"."""
    words = " ".join(text.lower().split())
    plain = WORKING.sub("", words)
    length = Length.read(plain)
    if plain == words:
        return length
    return WorkingDays(length.number, length.counting, calendar)
