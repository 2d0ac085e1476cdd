"""How a hub runs: whether it is open, who runs it, how many places it has. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.rules import LAST_YEAR
from sendhub.statutory.words import date_words

ONE_DAY = timedelta(days=1)
Days = tuple[date, date | None]
"""The first day of a period and the last, which may be open."""


EARLIEST = date(2015, 9, 1)
"""No hub is older: the first opened in September 2021 (seed 30). An earlier day is a
slip of the pen; the years between are for a group that a school ran before."""
YEARS_AHEAD = 5
LATEST = date(LAST_YEAR, 12, 31)
"""The database knows no today; this is as far as the pages of the hubs go."""


def check_in_time(on: date, **days: date | None) -> None:
    """Refuse a year that cannot be meant; each day by the name of its field."""
    for field, day in days.items():
        if day and day < EARLIEST:
            raise RuleBroken(
                f"Give a day from {date_words(EARLIEST)} on: there were no nurture "
                "hubs before. Check the year.",
                field,
            )
        if day and day.year > on.year + YEARS_AHEAD:
            raise RuleBroken(
                f"This is more than {YEARS_AHEAD} years ahead. Check the year.", field
            )


@dataclass(frozen=True)
class State:
    """Whether a hub takes children now, as its tag says it."""

    label: str
    tone: str


def state_of(
    opens_on: date, closes_on: date | None, *, pauses_from: date | None, on: date
) -> State:
    """Say in a few words whether a hub is open on a day (HUB-1).

    `pauses_from` is the first day of the pause that lasts, or of the next one.
    """
    if closes_on and closes_on < on:
        return State(f"Closed since {date_words(closes_on + ONE_DAY)}", "plain")
    if opens_on > on:
        return State(f"Opens on {date_words(opens_on)}", "info")
    if pauses_from and pauses_from <= on:
        return State("Paused: nobody new starts", "soon")
    if pauses_from:
        return State(f"Open; pauses from {date_words(pauses_from)}", "soon")
    if closes_on:
        return State(f"Open until {date_words(closes_on)}", "soon")
    return State("Open", "good")


def day_without_host(hosts: Iterable[Days], *, opens_on: date) -> date | None:
    """The first day of a hub on which no school runs it; None if there is none.

    A hub without a last day needs a school for ever; the day may lie after a closing.
    """
    day = opens_on
    for starts_on, ends_on in sorted(hosts, key=lambda days: days[0]):
        if starts_on > day:
            return day
        if ends_on is None:
            return None
        day = max(day, ends_on + ONE_DAY)
    return day


def check_hosted(
    hosts: Iterable[Days], *, opens_on: date, closes_on: date | None, field: str
) -> None:
    """On each day that a hub is open a school runs it (seed 30)."""
    alone = day_without_host(hosts, opens_on=opens_on)
    if alone and (closes_on is None or alone <= closes_on):
        raise RuleBroken(
            f"From {date_words(alone)} no school would run the hub. Add the next "
            "school first, or close the hub.",
            field,
        )


def financial_year_words(year: int) -> str:
    """The financial year from April as people write it."""
    return f"April {year} to March {year + 1}"


def check_term(from_on: date, until_on: date | None) -> None:
    """Refuse a last day before the first."""
    if until_on and until_on < from_on:
        raise RuleBroken("It cannot end before it begins.", "until_on")
