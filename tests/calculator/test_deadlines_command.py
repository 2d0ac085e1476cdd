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


CLOSURE = (
    "advice_requested=2025-07-18",
    "closure_from=2025-07-23",
    "reopens=2025-09-03",
)


@pytest.mark.parametrize("rule", ["NA-04", "TR-05"])
def test_says_a_reason_once(rule):
    said, _ = ask(rule, *CLOSURE)
    assert said.count("18 July 2025") == 1
    assert "May be excused because the advice was asked for on 18 July 2025" in said


def test_shows_both_figures_of_what_may_be_excused():
    said, _ = ask("NA-13", "request_received=2025-06-02", *CLOSURE, "as_at=2025-10-21")
    assert "Monday 20 October 2025, 1 day late\n" in said
    assert "May be excused because the advice was asked for on 18 July 2025" in said
    assert (
        "Counted with all cases it is 1 day late; where exceptions are left out, it is"
        " not counted." in said
    )


def test_may_be_excused_before_it_is_late():
    said, _ = ask("NA-13", "request_received=2025-06-02", *CLOSURE, "as_at=2025-10-20")
    assert "20 October 2025, due today\n" in said
    assert "May be excused because" in said
    assert "Counted with" not in said


def test_says_that_a_reason_does_not_excuse():
    said, _ = ask("NA-04", "reason=no EP available")
    assert "  Not excused: a shortage or absence of staff" in said


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        (
            ["NA-12", "school_consulted=2026-09-01", "as_at=2026-09-17"],
            "16 September 2026, 1 day after the time in the guidance\n",
        ),
        (
            [
                "NA-12",
                "school_consulted=2026-09-01",
                "school_replied=2026-09-18",
            ],
            "16 September 2026, done 2 days after the time in the guidance\n",
        ),
        (
            ["NA-09", "request_received=2026-06-01", "as_at=2026-10-21"],
            "21 September 2026, 30 days after the usual time\n",
        ),
        (["NA-11", "draft_served=2026-06-01", "as_at=2026-06-14"], "ends in 1 day\n"),
        (["NA-11", "draft_served=2026-06-01", "as_at=2026-06-18"], "ended 3 days ago"),
        (
            [
                "NA-11",
                "draft_served=2026-06-01",
                "plan_sent=2026-06-11",
                "as_at=2026-06-18",
            ],
            "15 June 2026, sent 4 days early\n",
        ),
        (
            [
                "NA-11",
                "draft_served=2026-06-01",
                "representations_received=2026-06-11",
                "as_at=2026-06-18",
            ],
            "15 June 2026, done on time\n",
        ),
        (["NA-13", "request_received=2026-06-01", "as_at=2026-10-18"], "1 day left"),
    ],
)
def test_says_how_it_stands(words, stands):
    said, _ = ask(*words)
    assert stands in said
    assert "late" not in said.split("\n")[0]


def test_says_that_practice_is_not_law():
    said, _ = ask("NA-10", "request_received=2026-06-01")
    assert "This is usual practice, not law." in said


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
