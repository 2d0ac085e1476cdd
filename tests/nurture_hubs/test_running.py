"""How a hub runs, day by day: no database."""

from datetime import date

import pytest

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.rules.running import (
    check_hosted,
    day_without_host,
    financial_year_words,
    state_of,
)

SEPT = date(2021, 9, 1)


@pytest.mark.parametrize(
    ("opens", "closes", "paused", "label"),
    [
        (date(2026, 11, 20), None, False, "Open"),
        (date(2026, 11, 21), None, False, "Opens on 21 November 2026"),
        (SEPT, date(2026, 11, 20), False, "Open until 20 November 2026"),
        (SEPT, date(2026, 11, 19), True, "Closed since 20 November 2026"),
        (SEPT, None, True, "Paused: nobody new starts"),
    ],
)
def test_the_state_of_a_hub(opens, closes, paused, label):
    state = state_of(opens, closes, paused=paused, on=date(2026, 11, 20))
    assert state.label == label


@pytest.mark.parametrize(
    ("hosts", "alone"),
    [
        ([(SEPT, None)], None),
        ([(SEPT, date(2024, 8, 31)), (date(2024, 9, 1), None)], None),
        ([(SEPT, date(2024, 8, 30)), (date(2024, 9, 1), None)], date(2024, 8, 31)),
        ([(SEPT, date(2025, 7, 1)), (SEPT, date(2024, 7, 1))], date(2025, 7, 2)),
        ([(date(2021, 9, 2), None)], SEPT),
        ([], SEPT),
    ],
)
def test_the_first_day_without_a_school(hosts, alone):
    assert day_without_host(hosts, opens_on=SEPT) == alone


def test_no_school_is_needed_after_the_last_day():
    hosts = [(SEPT, date(2026, 7, 20))]
    check_hosted(hosts, opens_on=SEPT, closes_on=date(2026, 7, 20), field="ends_on")
    with pytest.raises(RuleBroken, match="From 21 July 2026 no school"):
        check_hosted(hosts, opens_on=SEPT, closes_on=date(2026, 7, 21), field="ends_on")


def test_a_financial_year_in_words():
    assert financial_year_words(2026) == "April 2026 to March 2027"
