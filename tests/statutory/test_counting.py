"""Days, weeks, months and years, and periods written in words."""

from datetime import date

import pytest

from sendhub.statutory import BadFact
from sendhub.statutory.counting.lengths import (
    Counting,
    Length,
    Unit,
    days_after,
    days_beginning_with,
    months_after,
    months_beginning_with,
    weeks_after,
    weeks_beginning_with,
    years_after,
    years_beginning_with,
)
from sendhub.statutory.words import date_words, either, number_words


@pytest.mark.parametrize(
    ("count", "event", "number", "last"),
    [
        (days_after, date(2026, 5, 1), 42, date(2026, 6, 12)),
        (days_beginning_with, date(2026, 5, 1), 42, date(2026, 6, 11)),
        (days_beginning_with, date(2026, 5, 1), 1, date(2026, 5, 1)),
        (weeks_after, date(2026, 5, 1), 6, date(2026, 6, 12)),
        (weeks_beginning_with, date(2026, 5, 1), 6, date(2026, 6, 11)),
        (months_after, date(2026, 1, 31), 1, date(2026, 2, 28)),
        (months_after, date(2028, 1, 31), 1, date(2028, 2, 29)),
        (months_after, date(2026, 11, 30), 1, date(2026, 12, 30)),
        (months_after, date(2026, 11, 30), 2, date(2027, 1, 30)),
        (months_after, date(2026, 12, 15), 12, date(2027, 12, 15)),
        (months_after, date(2026, 10, 31), 1, date(2026, 11, 30)),
        (months_beginning_with, date(2026, 3, 1), 1, date(2026, 3, 31)),
        (months_beginning_with, date(2026, 3, 15), 1, date(2026, 4, 14)),
        (months_beginning_with, date(2026, 1, 31), 1, date(2026, 2, 28)),
        (months_beginning_with, date(2026, 12, 1), 1, date(2026, 12, 31)),
        (years_after, date(2024, 2, 29), 1, date(2025, 2, 28)),
        (years_after, date(2024, 2, 29), 4, date(2028, 2, 29)),
        (years_after, date(2026, 2, 28), 2, date(2028, 2, 28)),
        (years_beginning_with, date(2026, 9, 1), 1, date(2027, 8, 31)),
        (years_beginning_with, date(2024, 2, 29), 1, date(2025, 2, 28)),
    ],
)
def test_counts_to_the_last_day(count, event, number, last) -> None:
    assert count(event, number) == last


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("within 6 weeks from", Length(6, Unit.WEEKS)),
        ("Within  6 WEEKS of", Length(6, Unit.WEEKS)),
        ("12 months after", Length(12, Unit.MONTHS)),
        ("within 1 year of", Length(1, Unit.YEARS)),
        ("6 weeks starting with", Length(6, Unit.WEEKS, Counting.BEGINNING_WITH)),
        (
            "at least 15 days beginning with",
            Length(15, Unit.DAYS, Counting.BEGINNING_WITH),
        ),
    ],
)
def test_reads_periods_as_the_law_writes_them(text, length) -> None:
    assert Length.read(text) == length


@pytest.mark.parametrize(
    "text",
    ["", "soon", "six weeks from", "6 fortnights from", "6 weeks", "-6 weeks from"],
)
def test_says_how_to_write_a_period_it_cannot_read(text) -> None:
    with pytest.raises(BadFact, match="within 6 weeks from"):
        Length.read(text)


@pytest.mark.parametrize("number", [0, -1, 1001])
def test_refuses_a_period_that_nobody_means(number) -> None:
    with pytest.raises(BadFact, match="between 1 and 1000 weeks"):
        Length(number, Unit.WEEKS)


@pytest.mark.parametrize("number", [1, 1000])
def test_takes_the_shortest_and_the_longest_period(number) -> None:
    assert Length(number, Unit.WEEKS).number == number


@pytest.mark.parametrize(
    ("length", "figures", "words"),
    [
        (Length(6, Unit.WEEKS), "6 weeks", "six weeks"),
        (Length(1, Unit.MONTHS), "1 month", "one month"),
        (Length(45, Unit.DAYS), "45 days", "45 days"),
    ],
)
def test_writes_periods_in_figures_and_in_words(length, figures, words) -> None:
    assert str(length) == figures
    assert length.words == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no"), (6, "six"), (16, "sixteen"), (20, "twenty"), (21, "21"), (-1, "-1")],
)
def test_writes_numbers_up_to_twenty_in_words(number, words) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize("month", range(1, 13))
def test_writes_dates_as_letters_do(month) -> None:
    on = date(2026, month, 1)
    assert date_words(on) == f"1 {on:%B} 2026"


def test_writes_alternatives() -> None:
    assert either(["a", "b"]) == "'a' or 'b'"
