"""Every answer is one plain sentence with its date, and its dates agree."""

import pytest

from sendhub import statutory
from sendhub.statutory.words import date_words
from tests.statutory.rows import WHEN_NOT_SAID, Row
from tests.statutory.tables import EXAMPLES, LIMITS

ROWS = [*EXAMPLES, *LIMITS]
JARGON = ("ICB", " LA ", "EHCP", " YP ", "R44", "disapplied", "commencing", "_")


def answer(row: Row) -> statutory.Answer:
    return statutory.answer(row.rule, **({"as_at": WHEN_NOT_SAID} | row.facts))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule} {row.why}")
def test_says_it_in_one_sentence(row: Row) -> None:
    said = answer(row).explanation
    assert said[0].isupper()
    assert said.endswith(".")
    assert said.count(".") == 1
    assert "  " not in said
    assert not set(said) & set("{}")
    assert [word for word in JARGON if word in said] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule} {row.why}")
def test_names_the_date_that_counts(row: Row) -> None:
    found = answer(row)
    if found.due is not None:
        assert date_words(found.due) in found.explanation


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule} {row.why}")
def test_no_strict_date_is_after_the_published_one(row: Row) -> None:
    found = answer(row)
    for name in ("strict_before", "due_notify", "due_not_to_issue", "due_draft"):
        on = getattr(found, name)
        assert on is None or found.due is None or on <= found.due
    assert found.due_max is None or found.due is None or found.due <= found.due_max
