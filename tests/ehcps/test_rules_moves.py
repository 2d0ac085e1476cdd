"""Dates of moves here and away (TF-01 to TF-03)."""

from datetime import date

import pytest

from sendhub.core.errors import RuleBroken
from sendhub.ehcps import rules
from sendhub.ehcps.rules import AwaitedFacts, MoveInFacts, MoveOutFacts


def due(wanted):
    return {want.rule: (want.due_on, str(want.ended.value)) for want in wanted}


@pytest.mark.parametrize(
    ("made_on", "last_review_on", "review_by"),
    [
        (date(2026, 3, 2), None, date(2027, 3, 2)),
        (date(2025, 3, 2), date(2026, 8, 3), date(2027, 8, 3)),
        (date(2024, 3, 2), None, date(2027, 1, 5)),
        (date(2025, 1, 5), date(2026, 1, 5), date(2027, 1, 5)),
    ],
)
def test_the_review_is_due_at_the_later_of_twelve_months_and_three(
    made_on, last_review_on, review_by
):
    facts = MoveInFacts(
        transferred_on=date(2026, 10, 5),
        plan_made_on=made_on,
        last_review_on=last_review_on,
    )
    assert due(rules.move_in_wanted(facts)) == {
        "TF-02": (date(2026, 11, 16), ""),
        "TF-03": (review_by, ""),
    }


@pytest.mark.parametrize(
    ("moved_on", "asked_on", "chased_on", "remind_on"),
    [
        (date(2026, 10, 1), date(2026, 10, 2), None, date(2026, 10, 22)),
        (date(2026, 10, 30), date(2026, 10, 2), None, date(2026, 10, 30)),
        (date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 5), date(2026, 10, 22)),
        (date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 23), date(2026, 11, 6)),
    ],
)
def test_a_reminder_is_due_with_the_plan_or_two_weeks_after_the_last(
    moved_on, asked_on, chased_on, remind_on
):
    facts = AwaitedFacts(moved_on, asked_on, chased_on)
    assert due(rules.move_in_wanted(None, facts)) == {"TF-01": (remind_on, "")}


def test_reminders_end_when_the_plan_is_here_or_will_not_come():
    asked = (date(2026, 10, 1), date(2026, 10, 2))
    here = AwaitedFacts(*asked, transferred_on=date(2026, 10, 20), here=True)
    assert due(rules.move_in_wanted(None, here))["TF-01"][1] == "met"
    paper = AwaitedFacts(*asked, transferred_on=date(2026, 10, 20))
    assert due(rules.move_in_wanted(None, paper))["TF-01"][1] == ""
    never = AwaitedFacts(*asked, given_up=True)
    assert due(rules.move_in_wanted(None, never))["TF-01"][1] == "void"


def test_what_is_owed_falls_away_with_the_plan_but_not_what_was_done():
    facts = MoveInFacts(
        transferred_on=date(2026, 10, 5),
        plan_made_on=date(2026, 3, 2),
        told_on=date(2026, 11, 17),
        ended=True,
    )
    assert due(rules.move_in_wanted(facts)) == {
        "TF-02": (date(2026, 11, 16), "late"),
        "TF-03": (date(2027, 3, 2), "void"),
    }


@pytest.mark.parametrize(
    ("moves_on", "known_on", "until"),
    [
        (date(2026, 11, 30), date(2026, 11, 2), date(2026, 11, 30)),
        (date(2026, 11, 18), date(2026, 11, 16), date(2026, 12, 4)),
        (date(2026, 10, 1), date(2026, 11, 2), date(2026, 11, 20)),
    ],
)
def test_a_plan_is_transferred_on_the_day_or_in_fifteen_working_days(
    moves_on, known_on, until
):
    [want] = rules.move_out_wanted(MoveOutFacts(moves_on=moves_on, known_on=known_on))
    assert (want.rule, want.due_on) == ("TF-01", until)


def test_nothing_is_due_where_there_is_no_plan():
    assert rules.move_in_wanted(None) == rules.move_out_wanted(None) == []


def test_a_move_is_announced_a_year_ahead_at_most():
    rules.check_announced(date(2027, 11, 20), on=date(2026, 11, 20))
    with pytest.raises(RuleBroken):
        rules.check_announced(date(2027, 11, 22), on=date(2026, 11, 20))
