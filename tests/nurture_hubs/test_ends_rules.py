"""The end of a place: its dates, by tables."""

from datetime import date

import pytest

from sendhub.casework.rules import Ended
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.rules import ends
from sendhub.nurture_hubs.rules.ends import Next, PlaceFacts, Point, StepFacts, Where

ENDS = date(2027, 12, 17)


def wanted(**facts):
    made = ends.deadlines_wanted(PlaceFacts(**({"ends_on": ENDS} | facts)))
    return {one.step or one.rule: one for one in made}


def test_all_is_asked_for_from_the_day_of_the_allocation():
    assert {key: (one.due_on, one.ended) for key, one in wanted().items()} == {
        "NH-01": (date(2027, 10, 17), Ended.OPEN),
        "NH-02": (date(2027, 11, 17), Ended.OPEN),
        "NH-03": (date(2028, 6, 17), Ended.OPEN),
        "NH-04": (date(2028, 12, 17), Ended.OPEN),
    }


@pytest.mark.parametrize(
    ("facts", "rule", "how"),
    [
        ({"arranged_on": date(2027, 10, 17)}, "NH-01", Ended.MET),
        ({"arranged_on": date(2027, 10, 18)}, "NH-01", Ended.LATE),
        ({"held_on": date(2027, 10, 1)}, "NH-01", Ended.MET),
        ({"held_on": date(2027, 11, 17)}, "NH-02", Ended.MET),
        ({"held_on": date(2027, 11, 18)}, "NH-02", Ended.LATE),
        ({"told": {Point.EXIT: ENDS}}, "NH-01", Ended.VOID),
        ({"told": {Point.EXIT: ENDS}}, "NH-02", Ended.VOID),
        ({"told": {Point.EXIT: ENDS}}, "NH-03", Ended.OPEN),
        ({"told": {Point.TWELVE_MONTHS: ENDS}}, "NH-01", Ended.VOID),
        ({"told": {Point.TWELVE_MONTHS: ENDS}}, "NH-03", Ended.VOID),
        ({"told": {Point.EXIT: ENDS}, "held_on": ENDS}, "NH-02", Ended.LATE),
        ({"told": {Point.SIX_MONTHS: date(2028, 6, 1)}}, "NH-03", Ended.MET),
        ({"told": {Point.TWELVE_MONTHS: date(2028, 12, 18)}}, "NH-04", Ended.LATE),
        ({"withdrawn": True}, "NH-02", Ended.VOID),
        ({"withdrawn": True}, "NH-04", Ended.VOID),
        ({"died": True}, "NH-03", Ended.VOID),
    ],
)
def test_each_date_ends_as_the_facts_say(facts, rule, how):
    assert wanted(**facts)[rule].ended == how


def test_each_step_of_the_plan_is_a_date():
    steps = [
        StepFacts("7", "Step: A visit", date(2027, 12, 1), None),
        StepFacts("8", "Step: A letter", date(2027, 12, 1), date(2027, 12, 2)),
    ]
    found = wanted(steps=steps)
    assert (found["7"].rule, found["7"].ended) == ("NH-05", Ended.OPEN)
    assert found["8"].ended == Ended.LATE
    assert wanted(steps=steps, died=True)["7"].ended == Ended.VOID
    assert wanted(steps=steps, told={Point.TWELVE_MONTHS: ENDS})["7"].void


@pytest.mark.parametrize(
    ("point", "on", "refused"),
    [
        (Point.EXIT, date(2027, 12, 16), True),
        (Point.EXIT, date(2027, 12, 17), False),
        (Point.SIX_MONTHS, date(2028, 5, 16), True),
        (Point.SIX_MONTHS, date(2028, 5, 17), False),
        (Point.TWELVE_MONTHS, date(2028, 11, 15), True),
        (Point.TWELVE_MONTHS, date(2028, 11, 16), False),
        (Point.TWELVE_MONTHS, date(2029, 6, 18), False),
        (Point.TWELVE_MONTHS, date(2029, 6, 19), True),
        (Point.EXIT, date(2029, 6, 19), True),
    ],
)
def test_nobody_says_where_a_child_is_too_early_or_too_late(point, on, refused):
    said = _said(ends.check_destination_on, point, on, ends_on=ENDS)
    assert ("17 December 2027" in said) is refused


@pytest.mark.parametrize(
    ("planned_for", "today", "said"),
    [
        (date(2027, 11, 1), date(2027, 11, 2), "past"),
        (date(2027, 1, 3), date(2026, 12, 1), "begins on 4 January 2027"),
        (date(2027, 12, 18), date(2027, 11, 2), "ends on 17 December 2027"),
        (date(2027, 12, 17), date(2027, 11, 2), ""),
        (date(2027, 11, 2), date(2027, 11, 2), ""),
        (date(2028, 1, 9), date(2028, 1, 3), ""),
        (date(2029, 6, 18), date(2028, 1, 3), ""),
        (date(2029, 6, 19), date(2028, 1, 3), "until 18 June 2029"),
    ],
)
def test_a_talk_is_planned_while_it_prepares_something(planned_for, today, said):
    days = {"starts_on": date(2027, 1, 4), "ends_on": ENDS, "on": today}
    answer = _said(ends.check_talk_planned, planned_for, **days, day_checked=True)
    assert said in answer
    assert bool(said) is bool(answer)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 7, 30), ""),
        (date(2027, 7, 31), "a Saturday"),
        (date(2027, 8, 2), "in the summer holidays"),
        (date(2027, 9, 5), "a Sunday"),
        (date(2027, 5, 31), "a bank holiday"),
        (date(2027, 12, 23), ""),
        (date(2027, 12, 24), "in the Christmas holidays"),
        (date(2027, 1, 1), "in the Christmas holidays"),
        (date(2027, 1, 4), ""),
    ],
)
def test_a_talk_on_a_day_without_school_is_asked_about(day, words):
    assert ends.closed_words(day) == words


@pytest.mark.parametrize(
    ("shortened_on", "first", "second"),
    [
        (None, Ended.OPEN, Ended.OPEN),
        (date(2027, 10, 17), Ended.OPEN, Ended.OPEN),
        (date(2027, 10, 18), Ended.VOID, Ended.OPEN),
        (date(2027, 11, 17), Ended.VOID, Ended.OPEN),
        (date(2027, 11, 18), Ended.VOID, Ended.VOID),
        (date(2028, 1, 10), Ended.VOID, Ended.VOID),
    ],
)
def test_no_talk_was_due_before_the_earlier_end_was_known(shortened_on, first, second):
    found = wanted(shortened_on=shortened_on)
    assert (found["NH-01"].ended, found["NH-02"].ended) == (first, second)
    assert found["NH-03"].ended == Ended.OPEN


@pytest.mark.parametrize(
    ("decision", "from_host", "fits"),
    [
        (Next.RETURN, False, True),
        (Next.STAY, False, True),
        (Next.ELSEWHERE, False, True),
        (Next.CLASS, False, False),
        (Next.CLASS, True, True),
        (Next.ELSEWHERE, True, True),
        (Next.RETURN, True, False),
        (Next.STAY, True, False),
        ("", True, False),
    ],
)
def test_what_follows_goes_by_whose_child_it_is(decision, from_host, fits):
    assert (_said(ends.check_way, decision, from_host=from_host) == "") is fits


def test_who_was_not_there_is_explained():
    assert "Say why" in _said(ends.check_took_part, all_there=False, absent_because="")
    assert not _said(ends.check_took_part, all_there=False, absent_because="Ill.")
    assert not _said(ends.check_took_part, all_there=True, absent_because="")


@pytest.mark.parametrize(
    ("where", "named", "said"),
    [
        (Where.HOME, True, "Leave the school empty"),
        (Where.NOT_KNOWN, False, ""),
        (Where.SPECIAL, False, "Choose the school"),
        (Where.SPECIAL, True, ""),
    ],
)
def test_a_school_goes_with_what_is_a_school(where, named, said):
    answer = _said(ends.check_school, where, named=named)
    assert said in answer
    assert bool(said) is bool(answer)


def _said(check, *facts, **more):
    """What a rule says, or "" where it lets it pass."""
    try:
        check(*facts, **more)
    except RuleBroken as broken:
        return broken.message
    return ""
