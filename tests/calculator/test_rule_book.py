"""The page about the rules says what the rules say."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command

from sendhub.calculator.document import rule_book, worked
from sendhub.statutory import RULES

PAGE = Path(__file__).resolve().parents[2] / "docs/rule-book.md"


def test_the_page_in_the_documentation_is_as_the_rules_are_now():
    out = io.StringIO()
    call_command("rule_book", stdout=out)
    assert out.getvalue() == PAGE.read_text(), (
        "run: manage.py rule_book > docs/rule-book.md"
    )


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_its_entry_and_an_example(rule):
    assert rule_book().count(f"### {rule.id} {rule.title}\n") == 1
    _, found = worked(rule)
    assert found is not None
    assert found.explanation in rule_book()
