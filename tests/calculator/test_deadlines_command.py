"""`manage.py deadlines`: the rule book on the command line."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from sendhub.statutory import RULES


def ask(*words, **options):
    out, err = io.StringIO(), io.StringIO()
    call_command("deadlines", *words, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_answers_in_words():
    said, warned = ask("na-13", "request_received=2026-06-01", "as_at=2026-10-20")
    assert said.startswith(
        "NA-13 Send the final plan: Monday 19 October 2026, 1 day la"
    )
    assert "reg. 13(2)" in said
    assert warned == ""


def test_answers_programs_in_json():
    said, _ = ask(
        "AR-09", "meeting=2025-09-15", "amendment_notice=2025-11-03", json=True
    )
    facts = json.loads(said)
    assert (facts["due"], facts["reg22_due"]) == ("2025-12-08", "2025-12-29")


def test_a_fact_that_is_not_used_is_named_and_left_out():
    said, warned = ask("NA-13", "request_received=2026-06-01", "plan_snet=2026-09-01")
    assert "19 October 2026" in said
    assert "Did you mean 'plan_sent'?" in warned


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (["NA-99"], "Did you mean"),
        ([], "Name a rule"),
        (["NA-13"], "needs 'request_received'"),
        (["NA-13", "request_received"], "write name=value"),
        (["NA-13", "request_received=1.6.2026"], "write it like 2026-06-01"),
        (["NA-13", "request_received=2026-02-30"], "write it like 2026-06-01"),
        (["PT-01", "transfer_year=soon"], "a year, like 2026"),
        (["NA-15", "route=luck"], "luck"),
    ],
)
def test_says_what_was_wrong(words, wrong):
    with pytest.raises(CommandError, match=wrong):
        ask(*words)


def test_lists_every_rule():
    said, _ = ask(list=True)
    assert said.count("\n") == len(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_explains_every_rule(rule):
    said, _ = ask(explain=rule)
    assert said.startswith(f"{rule}: {RULES[rule].title}")
    assert "Stands in: " in said
