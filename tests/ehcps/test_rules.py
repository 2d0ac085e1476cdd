"""Dates and checks of needs assessments and plans: tables, no database."""

from datetime import date

import pytest

from sendhub.casework.rules import Ended
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import rules
from sendhub.ehcps.rules import AdviceKind, ClockFacts, Section, Stage

RECEIVED = date(2026, 6, 1)


def ended(facts: ClockFacts) -> dict[str, Ended]:
    return {want.rule: want.ended for want in rules.deadlines_wanted(facts)}


@pytest.mark.parametrize(
    ("received_on", "six", "sixteen", "twenty"),
    [
        (date(2026, 6, 1), date(2026, 7, 13), date(2026, 9, 21), date(2026, 10, 19)),
        # Over a year's end, and due on a Sunday that stays a Sunday.
        (date(2025, 11, 16), date(2025, 12, 28), date(2026, 3, 8), date(2026, 4, 5)),
        # Over 29 February.
        (date(2028, 1, 31), date(2028, 3, 13), date(2028, 5, 22), date(2028, 6, 19)),
    ],
)
def test_the_limits_are_six_sixteen_and_twenty_weeks(received_on, six, sixteen, twenty):
    facts = ClockFacts(stage=Stage.REQUESTED, received_on=received_on)
    found = [want.due_on for want in rules.deadlines_wanted(facts)]
    assert found == [six, sixteen, twenty]


@pytest.mark.parametrize(
    ("told_on", "how"),
    [
        (date(2026, 7, 12), Ended.MET),
        (date(2026, 7, 13), Ended.MET),
        (date(2026, 7, 14), Ended.LATE),
    ],
)
def test_a_decision_on_the_last_day_is_in_time_and_a_day_later_is_late(told_on, how):
    facts = ClockFacts(Stage.ASSESSING, RECEIVED, assess_told_on=told_on)
    assert ended(facts)["NA-03"] is how


@pytest.mark.parametrize(
    ("stage", "void"),
    [
        (Stage.REQUESTED, set()),
        (Stage.ASSESSING, set()),
        (Stage.REFUSED, {"NA-08", "NA-13"}),
        (Stage.NOT_ISSUED, {"NA-13"}),
        (Stage.WITHDRAWN, {"NA-08", "NA-13"}),
    ],
)
def test_an_end_makes_the_limits_after_it_fall_away(stage, void):
    told = {} if stage is Stage.REQUESTED else {"assess_told_on": date(2026, 7, 1)}
    if stage is Stage.NOT_ISSUED:
        told["issue_told_on"] = date(2026, 9, 1)
    found = ended(ClockFacts(stage, RECEIVED, **told))
    assert {rule for rule, how in found.items() if how is Ended.VOID} == void


def test_the_draft_opens_the_family_s_fifteen_days_and_the_plan_closes_them():
    sent = ClockFacts(
        Stage.DRAFT_SENT,
        RECEIVED,
        assess_told_on=date(2026, 7, 1),
        issue_told_on=date(2026, 9, 1),
        draft_served_on=date(2026, 9, 7),
    )
    wanted = {want.rule: want for want in rules.deadlines_wanted(sent)}
    assert wanted["NA-11"].due_on == date(2026, 9, 21)
    issued = ClockFacts(
        Stage.ISSUED,
        RECEIVED,
        date(2026, 7, 1),
        date(2026, 9, 1),
        date(2026, 9, 7),
        date(2026, 10, 1),
    )
    assert ended(issued)["NA-11"] is Ended.VOID
    assert ended(issued)["NA-13"] is Ended.MET


@pytest.mark.parametrize(
    ("asked_on", "received_on", "closed", "due", "how"),
    [
        (date(2026, 7, 1), None, False, date(2026, 8, 12), Ended.OPEN),
        (date(2026, 7, 1), date(2026, 8, 12), False, date(2026, 8, 12), Ended.MET),
        (date(2026, 7, 1), date(2026, 8, 13), False, date(2026, 8, 12), Ended.LATE),
        (date(2026, 7, 1), None, True, date(2026, 8, 12), Ended.VOID),
        (date(2026, 7, 1), date(2026, 9, 1), True, date(2026, 8, 12), Ended.LATE),
    ],
)
def test_each_advice_has_six_weeks(asked_on, received_on, closed, due, how):
    want = rules.advice_wanted(
        kind=AdviceKind.MEDICAL,
        asked_on=asked_on,
        received_on=received_on,
        closed=closed,
    )
    assert (want.due_on, want.ended) == (due, how)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"died_on": date(2026, 1, 1)}, "has died"),
        ({"received_on": date(2016, 5, 4)}, "was born on 5 May 2016"),
        ({"born_on": date(2001, 6, 1), "received_on": RECEIVED}, "25th birthday"),
        ({"has_plan": True}, "re-assessment"),
    ],
)
def test_refuses_a_request_the_law_does_not_know(facts, said):
    usual = {
        "born_on": date(2016, 5, 5),
        "died_on": None,
        "received_on": RECEIVED,
        "has_plan": False,
    }
    with pytest.raises(RuleBroken, match=said):
        rules.check_may_request(**{**usual, **facts})


def test_a_request_on_the_day_before_the_25th_birthday_is_in_time():
    rules.check_may_request(
        born_on=date(2001, 6, 2),
        died_on=None,
        received_on=date(2026, 6, 1),
        has_plan=False,
    )


def test_a_request_before_the_law_began_is_refused_beside_its_date():
    with pytest.raises(RuleBroken) as broken:
        rules.deadlines_wanted(ClockFacts(Stage.REQUESTED, date(2014, 8, 31)))
    assert broken.value.field == "received_on"


@pytest.mark.parametrize(
    ("issued_on", "comments_on", "allowed"),
    [
        (date(2026, 9, 20), None, False),
        (date(2026, 9, 21), None, True),
        (date(2026, 9, 10), date(2026, 9, 9), True),
    ],
)
def test_the_family_is_heard_before_the_plan_is_issued(issued_on, comments_on, allowed):
    def check():
        rules.check_comments_heard(
            served_on=date(2026, 9, 7), issued_on=issued_on, comments_on=comments_on
        )

    if allowed:
        check()
    else:
        with pytest.raises(RuleBroken, match="until 21 September 2026"):
            check()


def test_a_draft_needs_what_every_plan_must_say():
    with pytest.raises(RuleBroken, match=r"A\. Views.*; F\. Special"):
        rules.check_sections({Section.B: "x", Section.E: "y", Section.F: "  "})


@pytest.mark.parametrize(
    ("setting", "arrangement", "field"),
    [(None, None, "setting"), ("a", "b", "arrangement"), ("a", None, None)],
)
def test_section_i_names_a_setting_or_an_arrangement(setting, arrangement, field):
    if field is None:
        rules.check_setting_named(setting, arrangement)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_setting_named(setting, arrangement)
    assert broken.value.field == field


@pytest.mark.parametrize("old", list(Stage))
@pytest.mark.parametrize("new", list(Stage))
def test_only_the_listed_moves_are_allowed(old, new):
    allowed = {
        (Stage.REQUESTED, Stage.ASSESSING),
        (Stage.REQUESTED, Stage.REFUSED),
        (Stage.REQUESTED, Stage.WITHDRAWN),
        (Stage.REQUESTED, Stage.MISTAKE),
        (Stage.REFUSED, Stage.MISTAKE),
        (Stage.ASSESSING, Stage.MISTAKE),
        (Stage.NOT_ISSUED, Stage.MISTAKE),
        (Stage.WITHDRAWN, Stage.MISTAKE),
        (Stage.REFUSED, Stage.ASSESSING),
        (Stage.NOT_ISSUED, Stage.ISSUING),
        (Stage.ASSESSING, Stage.ISSUING),
        (Stage.ASSESSING, Stage.NOT_ISSUED),
        (Stage.ASSESSING, Stage.WITHDRAWN),
        (Stage.ISSUING, Stage.DRAFT_SENT),
        (Stage.ISSUING, Stage.WITHDRAWN),
        (Stage.DRAFT_SENT, Stage.DRAFT_SENT),
        (Stage.DRAFT_SENT, Stage.ISSUED),
        (Stage.DRAFT_SENT, Stage.WITHDRAWN),
    }
    if (old, new) in allowed:
        rules.WORKFLOW.check(old, new)
    else:
        with pytest.raises(RuleBroken):
            rules.WORKFLOW.check(old, new)


def test_every_stage_has_a_tone():
    assert set(Stage) == set(rules.TONES)
