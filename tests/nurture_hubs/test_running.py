"""How a hub runs, day by day: no database."""

from datetime import date

import pytest

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.rules.running import (
    check_hosted,
    check_in_time,
    day_without_host,
    financial_year_words,
    state_of,
)

SEPT = date(2021, 9, 1)
NOW, LATER = date(2026, 11, 20), date(2026, 11, 21)


@pytest.mark.parametrize(
    ("opens", "closes", "pauses_from", "label"),
    [
        (NOW, None, None, "Open"),
        (LATER, None, NOW, "Opens on 21 November 2026"),
        (SEPT, NOW, None, "Open until 20 November 2026"),
        (SEPT, date(2026, 11, 19), NOW, "Closed since 20 November 2026"),
        (SEPT, None, NOW, "Paused: nobody new starts"),
        (SEPT, None, SEPT, "Paused: nobody new starts"),
        (SEPT, None, LATER, "Open; pauses from 21 November 2026"),
    ],
)
def test_the_state_of_a_hub(opens, closes, pauses_from, label):
    state = state_of(opens, closes, pauses_from=pauses_from, on=NOW)
    assert state.label == label


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, ""),
        (date(2015, 9, 1), ""),
        (date(2015, 8, 31), "from 1 September 2015"),
        (date(1900, 1, 1), "from 1 September 2015"),
        (date(2031, 12, 31), ""),
        (date(2032, 1, 1), "more than 5 years ahead"),
    ],
)
def test_a_year_that_cannot_be_meant(day, said):
    if not said:
        check_in_time(NOW, opens_on=day)
        return
    with pytest.raises(RuleBroken, match=said) as broken:
        check_in_time(NOW, opens_on=day)
    assert broken.value.field == "opens_on"


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
