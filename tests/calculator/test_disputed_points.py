"""The page of disputed points says what the rules answer."""

import re
from datetime import date
from pathlib import Path

import pytest

from sendhub.calculator.document import worked
from sendhub.statutory import RULES, answer

PAGE = Path(__file__).resolve().parents[2] / "docs/disputed-points.md"
POINTS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text().splitlines()
    if line.startswith("| ") and not line.startswith(("| what", "| ---"))
]
NAMED = re.compile(r"\b[A-Z]{1,2}-\d\d[a-z]?\b")
BOTH = [(point[0], rule) for point in POINTS for rule in NAMED.findall(point[2])]
LATE_NOTICE = {
    "AR-09": {
        "meeting": date(2025, 9, 15),
        "amendment_notice": date(2025, 11, 3),
    },
    "NA-15": {
        "refused_then_agreed_to_assess": date(2026, 6, 15),
        "request_received": date(2026, 6, 1),
    },
}
"""Facts under which the two readings part."""


def shown(what):
    return next(point[3] for point in POINTS if point[0] == what)


@pytest.mark.parametrize(("what", "rule"), BOTH)
def test_names_rules_of_the_book_that_say_something_of_it(what, rule):
    assert RULES[rule].note


@pytest.mark.parametrize(("what", "rule"), BOTH)
def test_says_both_where_both_dates_are_shown(what, rule):
    facts = LATE_NOTICE.get(rule)
    found = (
        answer(rule, as_at=date(2026, 7, 1), **facts)
        if facts
        else worked(RULES[rule])[1]
    )
    both = {"due_max", "strict_before", "final_by", "reg22_due"} & set(found.further)
    says = shown(what)
    if "both" in says:
        assert both
    elif rule != "IR-01":
        assert not both


def test_the_ways_of_counting_that_are_shown_beside_a_complex_request():
    assert "complex request" in shown("subject access")
    assert worked(RULES["IR-01"])[1].further
