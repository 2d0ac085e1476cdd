"""The rule book beside published cases and beside dates worked out by hand."""

import pytest

from sendhub import statutory
from sendhub.statutory import NoDate
from tests.statutory.tables import EXAMPLES, LIMITS, Row


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: f"{row.rule} {row.why}")
def test_agrees_with_published_cases(row: Row) -> None:
    assert row.disagrees() == {}


@pytest.mark.parametrize("row", LIMITS, ids=lambda row: f"{row.rule} {row.why}")
def test_agrees_with_dates_worked_out_by_hand(row: Row) -> None:
    assert row.disagrees() == {}


@pytest.mark.parametrize("row", [*EXAMPLES, *LIMITS], ids=lambda row: row.why)
def test_gives_the_same_date_when_asked_for_the_date_alone(row: Row) -> None:
    facts = {name: given for name, given in row.facts.items() if name != "as_at"}
    if row.answer.get("due"):
        assert statutory.due(row.rule, **facts) == row.answer["due"]
    else:
        with pytest.raises(NoDate, match=f"{row.rule} sets no date: "):
            statutory.due(row.rule, **facts)


def test_reads_every_published_case() -> None:
    assert len(EXAMPLES) == 29
    assert {row.rule for row in EXAMPLES} <= set(statutory.RULES)


def test_has_a_row_for_every_rule() -> None:
    assert {row.rule for row in LIMITS} == set(statutory.RULES)
