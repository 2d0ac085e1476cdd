"""What a fact may be: a year is a year."""

import pytest

from sendhub.statutory import FACTS, BadFact


def test_takes_a_year() -> None:
    FACTS["transfer_year"].check(2026)
    FACTS["transfer_year"].check(1900)
    FACTS["transfer_year"].check(2199)
    FACTS["transfer_year"].check(None)


@pytest.mark.parametrize("value", ["2026", True, 2026.0])
def test_refuses_what_is_no_year(value) -> None:
    with pytest.raises(BadFact, match=r"'transfer_year' .* is a year, not"):
        FACTS["transfer_year"].check(value)


@pytest.mark.parametrize("value", [1899, 2200, 26])
def test_refuses_a_year_nobody_can_mean(value) -> None:
    with pytest.raises(BadFact, match="Is the year right"):
        FACTS["transfer_year"].check(value)
