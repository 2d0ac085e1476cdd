"""Periods, shares and changes of the evaluation."""

from datetime import date
from decimal import Decimal

import pytest

from sendhub.nurture_hubs.rules import evaluation as rules
from sendhub.nurture_hubs.rules.evaluation import Period

LATE = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("opened", "today", "last"),
    [
        (date(2021, 9, 1), LATE, date(2022, 12, 31)),
        (date(2022, 1, 10), LATE, date(2023, 3, 31)),
        (date(2022, 4, 20), LATE, date(2023, 8, 31)),
        (date(2022, 12, 31), LATE, date(2023, 12, 31)),
        (date(2026, 9, 1), LATE, LATE),
        (LATE, LATE, LATE),
    ],
)
def test_the_first_four_terms_end_with_the_fourth_or_today(opened, today, last):
    assert rules.first_terms(opened, today=today) == Period(opened, last)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "days"),
    [
        (date(2022, 1, 1), date(2022, 1, 31), 10),
        (date(2022, 1, 12), date(2022, 1, 12), 1),
        (date(2022, 1, 21), date(2022, 2, 1), 0),
        (date(2021, 1, 1), date(2022, 1, 11), 1),
    ],
)
def test_a_stay_counts_by_its_days_in_the_period(starts_on, ends_on, days):
    assert (
        Period(date(2022, 1, 11), date(2022, 1, 20)).within(starts_on, ends_on) == days
    )


def test_a_period_falls_into_financial_years():
    years = rules.financial_years(Period(date(2022, 3, 31), date(2023, 4, 1)))
    assert [(year, days.days) for year, days in years] == [
        (2021, 1),
        (2022, 365),
        (2023, 1),
    ]


def test_a_leap_year_is_a_day_longer():
    assert rules.part_of_year(366_00, 2023, 1) == 100
    assert rules.part_of_year(365_00, 2022, 1) == 100


def test_nothing_has_no_share_and_no_middle():
    assert rules.share(0, 0) is None
    assert rules.middle([]) is None
    assert rules.share(1, 3) == Decimal("33.3")
    assert rules.middle([Decimal(1), Decimal(2)]) == Decimal("1.5")


@pytest.mark.parametrize(("more", "better", "worse"), [(True, 1, 2), (False, 2, 1)])
def test_better_is_more_or_less(more, better, worse):
    pairs = [(Decimal(a), Decimal(b)) for a, b in ((1, 3), (3, 1), (3, 2), (2, 2))]
    found = rules.changes(pairs, more=more)
    assert (found.better, found.same, found.worse) == (better, 1, worse)


@pytest.mark.parametrize(
    ("today", "this", "last"),
    [
        (date(2026, 8, 31), (date(2025, 9, 1), date(2026, 8, 31)), date(2024, 9, 1)),
        (date(2026, 9, 1), (date(2026, 9, 1), date(2026, 9, 1)), date(2025, 9, 1)),
    ],
)
def test_the_usual_periods_end_today_at_the_latest(today, this, last):
    found = rules.usual_periods(date(2021, 9, 1), today=today)
    assert found["This school year"] == Period(*this)
    assert found["Last school year"].first == last
    assert found["All"] == Period(date(2021, 9, 1), today)


def test_no_year_is_offered_in_which_there_was_no_hub():
    found = rules.usual_periods(date(2021, 9, 1), today=date(2021, 12, 1))
    assert "Last school year" not in found
