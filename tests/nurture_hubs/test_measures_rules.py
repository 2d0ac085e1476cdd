"""When a child may be measured at a stage, as a table of dates."""

from datetime import date

import pytest

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.rules.measures import Stage, check_in_hub

STAY = (date(2026, 1, 5), date(2026, 7, 17))
REFERRAL, ENTRY, MID, EXIT = Stage


@pytest.mark.parametrize(
    ("stage", "measured_on", "stay", "on", "field"),
    [
        (REFERRAL, date(2025, 12, 1), None, date(2026, 1, 1), ""),
        (REFERRAL, date(2025, 12, 1), STAY, date(2026, 1, 1), ""),
        (ENTRY, date(2026, 1, 4), None, date(2026, 1, 4), "stage"),
        (ENTRY, date(2026, 1, 4), STAY, date(2026, 1, 4), "stage"),
        (ENTRY, date(2026, 1, 4), STAY, date(2026, 1, 5), ""),
        (ENTRY, date(2026, 7, 20), STAY, date(2026, 7, 20), ""),
        (MID, date(2026, 1, 4), STAY, date(2026, 1, 5), "measured_on"),
        (MID, date(2026, 1, 5), STAY, date(2026, 1, 5), ""),
        (MID, date(2026, 1, 5), None, date(2026, 1, 5), "stage"),
        (EXIT, date(2026, 6, 4), STAY, date(2026, 7, 20), "measured_on"),
        (EXIT, date(2026, 6, 5), STAY, date(2026, 7, 20), ""),
        (EXIT, date(2026, 9, 4), STAY, date(2026, 9, 4), ""),
        (EXIT, date(2026, 6, 5), None, date(2026, 6, 5), "stage"),
    ],
)
def test_a_stage_asks_for_a_place_that_has_begun(stage, measured_on, stay, on, field):
    try:
        check_in_hub(stage, measured_on, stay=stay, on=on)
    except RuleBroken as refused:
        said = refused.field
    else:
        said = ""
    assert said == field


def test_an_exit_of_a_short_stay_is_not_before_its_first_day():
    stay = (date(2026, 1, 5), date(2026, 1, 16))
    with pytest.raises(RuleBroken, match="started in the hub on 5 January"):
        check_in_hub(EXIT, date(2026, 1, 4), stay=stay, on=date(2026, 1, 20))
