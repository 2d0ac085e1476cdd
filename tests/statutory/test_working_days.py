"""Working days: bank holidays by nation, one-off days, and the tribunal's own time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub.statutory import BadFact
from sendhub.statutory.counting.bank_holidays import (
    BANK_HOLIDAYS,
    CHANGES,
    Change,
    Nation,
    bank_holidays,
)
from sendhub.statutory.counting.lengths import Counting
from sendhub.statutory.counting.working_days import (
    ENGLAND,
    TRIBUNAL,
    UNITED_KINGDOM,
    Calendar,
    WorkingDays,
)
from sendhub.statutory.errors import NoCalendar, StatutoryError

CALENDARS = [ENGLAND, UNITED_KINGDOM, TRIBUNAL]
DAYS = st.dates(date(2005, 6, 1), date(2059, 12, 31))


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda calendar: calendar.name)
@pytest.mark.parametrize(
    "closed",
    [
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 6),  # Easter Monday
        date(2026, 5, 4),
        date(2026, 5, 25),
        date(2026, 8, 31),
        date(2026, 12, 25),
        date(2026, 12, 28),  # for Boxing Day, a Saturday
        date(2027, 12, 27),  # for Christmas Day, a Saturday
        date(2027, 12, 28),  # for Boxing Day, a Sunday
        date(2028, 1, 3),  # for New Year's Day, a Saturday
        date(2026, 11, 21),  # a Saturday
        date(2026, 11, 22),  # a Sunday
        date(2020, 5, 8),
        date(2022, 6, 3),
        date(2022, 9, 19),
        date(2023, 5, 8),
    ],
)
def test_is_closed_at_weekends_and_on_bank_holidays(calendar, closed) -> None:
    assert not calendar.works(closed)


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda calendar: calendar.name)
@pytest.mark.parametrize(
    "works",
    [date(2026, 11, 20), date(2020, 5, 4), date(2022, 5, 30), date(2026, 4, 2)],
)
def test_works_on_other_days_and_where_a_holiday_was_moved_away(
    calendar, works
) -> None:
    assert calendar.works(works)


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (date(2026, 3, 17), "St Patrick's Day"),
        (date(2026, 7, 13), "Battle of the Boyne, moved from Sunday"),
        (date(2026, 1, 2), "second of January"),
        (date(2026, 8, 3), "Scotland's summer holiday"),
        (date(2026, 11, 30), "St Andrew's Day"),
    ],
)
def test_a_holiday_elsewhere_closes_the_whole_country_but_not_england(on, why) -> None:
    assert ENGLAND.works(on)
    assert not UNITED_KINGDOM.works(on)


@pytest.mark.parametrize(
    ("on", "works"),
    [
        (date(2025, 7, 31), True),
        (date(2025, 8, 1), False),
        (date(2025, 8, 29), False),
        (date(2025, 9, 1), True),
        (date(2025, 12, 24), True),
        (date(2025, 12, 29), False),
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), False),
        (date(2026, 1, 2), True),
    ],
)
def test_the_tribunal_does_not_count_august_and_christmas(on, works) -> None:
    assert TRIBUNAL.works(on) is works


def test_a_day_proclaimed_once_is_added_or_taken_away_by_the_table() -> None:
    crowned = Change(date(2031, 5, 9), closed=True, name="A coronation")
    moved = Change(date(2031, 5, 5), closed=False, name="Moved")
    scots = Change(
        date(2031, 6, 2), closed=True, name="X", nations=frozenset({Nation.SCOTLAND})
    )
    days = bank_holidays(Nation.ENGLAND, (crowned, moved, scots))
    assert days ^ bank_holidays(Nation.ENGLAND, ()) == {crowned.on, moved.on}
    assert scots.on in bank_holidays(Nation.SCOTLAND, (scots,))


def test_the_table_is_in_order_and_is_used() -> None:
    assert [change.on for change in CHANGES] == sorted(change.on for change in CHANGES)
    for change in CHANGES:
        for nation in Nation:
            assert (change.on in BANK_HOLIDAYS[nation]) is change.closed


@pytest.mark.parametrize(
    ("length", "event", "end", "why"),
    [
        (WorkingDays(1), date(2026, 6, 1), date(2026, 6, 2), "the next day"),
        (WorkingDays(1), date(2026, 6, 5), date(2026, 6, 8), "over a weekend"),
        (WorkingDays(1), date(2026, 6, 6), date(2026, 6, 8), "from a Saturday"),
        (WorkingDays(3), date(2026, 4, 1), date(2026, 4, 8), "over Easter"),
        (WorkingDays(10), date(2026, 12, 22), date(2027, 1, 8), "over Christmas"),
        (
            WorkingDays(15, Counting.BEGINNING_WITH, calendar=ENGLAND),
            date(2025, 9, 1),
            date(2025, 9, 19),
            "the day is the first",
        ),
        (
            WorkingDays(15, Counting.BEGINNING_WITH, calendar=ENGLAND),
            date(2025, 8, 30),
            date(2025, 9, 19),
            "from a Saturday the first working day is the first",
        ),
        (
            WorkingDays(20, calendar=UNITED_KINGDOM),
            date(2026, 3, 2),
            date(2026, 3, 31),
            "St Patrick's Day is not counted",
        ),
        (
            WorkingDays(20, calendar=ENGLAND),
            date(2026, 3, 2),
            date(2026, 3, 30),
            "it is here",
        ),
        (
            WorkingDays(30, calendar=TRIBUNAL),
            date(2025, 7, 21),
            date(2025, 9, 30),
            "August",
        ),
        (WorkingDays(1), date(2028, 2, 28), date(2028, 2, 29), "29 February"),
        (WorkingDays(1), date(2027, 2, 26), date(2027, 3, 1), "no 29 February"),
    ],
)
def test_counts_working_days(length, event, end, why) -> None:
    assert length.end(event) == end


def test_rolls_on_to_the_next_working_day_and_no_further() -> None:
    assert ENGLAND.roll(date(2026, 10, 3)) == date(2026, 10, 5)
    assert ENGLAND.roll(date(2026, 10, 5)) == date(2026, 10, 5)


def test_says_so_where_it_knows_no_bank_holidays() -> None:
    assert ENGLAND.works(date(2005, 1, 4))
    assert ENGLAND.works(date(2060, 12, 31))
    for on in (date(2004, 12, 31), date(2061, 1, 3)):
        with pytest.raises(NoCalendar, match="known from 2005 to 2060"):
            ENGLAND.works(on)
    assert issubclass(NoCalendar, StatutoryError)


def test_reads_as_in_the_law() -> None:
    assert (str(WorkingDays(15)), WorkingDays(15).words) == (
        "15 working days",
        "fifteen working days",
    )
    assert str(WorkingDays(1)) == "1 working day"


@pytest.mark.parametrize("number", [0, 1001])
def test_refuses_a_period_nobody_can_mean(number) -> None:
    with pytest.raises(BadFact, match="between 1 and 1000 days"):
        WorkingDays(number)


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda calendar: calendar.name)
@given(event=DAYS, number=st.integers(1, 90))
def test_ends_on_a_working_day_with_just_so_many_behind_it(
    calendar: Calendar, event, number
) -> None:
    end = WorkingDays(number, calendar=calendar).end(event)
    between = [event + timedelta(days=n) for n in range(1, (end - event).days + 1)]
    assert sum(calendar.works(on) for on in between) == number
    assert calendar.works(end)
    inclusive = WorkingDays(number, Counting.BEGINNING_WITH, calendar=calendar).end(
        event
    )
    assert inclusive <= end
    assert (inclusive < end) == calendar.works(event)
