"""Asking the rule book: answers, statuses, and questions that cannot be answered."""

from datetime import date

import pytest

from sendhub import statutory
from sendhub.statutory import (
    FACTS,
    RULES,
    FactsDisagree,
    Force,
    Status,
)
from sendhub.statutory.rule import Dates
from sendhub.statutory.words import date_words

REQUEST = date(2026, 6, 1)
SIX_WEEKS = date(2026, 7, 13)
SIXTEEN_WEEKS = date(2026, 9, 21)
TWENTY_WEEKS = date(2026, 10, 19)
STARTED_BY = {
    "NA-03": "request_received",
    "NA-07": "advice_requested",
    "NA-08": "request_received",
    "NA-09": "request_received",
    "NA-10": "request_received",
    "NA-12": "school_consulted",
    "NA-11": "draft_served",
    "NA-13": "request_received",
    "PL-01": "plan_sent",
    "RA-01": "reassessment_requested",
    "RA-02": "advice_requested",
    "RA-03": "reassessment_agreed_notified",
    "AR-01": "plan_date",
}
UNVERIFIED = {
    "AG-06",
    "C-05",
    "NA-02",
    "PL-05",
    "PL-06",
    "RA-01",
    "TF-03",
    "AR-15",
    "TR-02b",
    "SB-06a",
    "AR-16",
    "IR-04",
    "SB-05",
    "SB-07",
    "IN-06",
    "IN-10",
}
"""Rules whose values nobody has read at their source yet."""
MET = [(rule, act) for rule in STARTED_BY for act in RULES[rule].met_by]


def test_answers_with_the_date_the_reason_and_the_source() -> None:
    answer = statutory.answer(
        "NA-03",
        as_at=date(2026, 7, 1),
        request_received=REQUEST,
        decision_to_assess_notified=None,
    )
    assert answer.rule == "NA-03"
    assert answer.begins == REQUEST
    assert answer.due == SIX_WEEKS
    assert answer.status is Status.OPEN
    assert answer.late_days == 0
    assert answer.done is None
    assert answer.verified
    assert answer.source == "SEND Regulations 2014 (SI 2014/1530), reg. 5(1)"
    assert answer.source_url == (
        "https://www.legislation.gov.uk/uksi/2014/1530/regulation/5"
    )
    assert answer.explanation == (
        "The council must tell you whether it will assess within six weeks of receiving"
        " the request on 1 June 2026: by 13 July 2026."
    )


@pytest.mark.parametrize(
    ("as_at", "status", "late_days"),
    [
        (REQUEST, Status.OPEN, 0),
        (date(2026, 7, 12), Status.OPEN, 0),
        (date(2026, 7, 13), Status.OPEN, 0),
        (date(2026, 7, 14), Status.LATE, 1),
        (date(2027, 7, 13), Status.LATE, 365),
    ],
)
def test_is_late_from_the_day_after_when_nothing_is_done(
    as_at, status, late_days
) -> None:
    answer = statutory.answer("NA-03", as_at=as_at, request_received=REQUEST)
    assert (answer.status, answer.late_days) == (status, late_days)


@pytest.mark.parametrize(
    ("done", "status", "late_days"),
    [
        (REQUEST, Status.ON_TIME, 0),
        (date(2026, 7, 12), Status.ON_TIME, 0),
        (date(2026, 7, 13), Status.ON_TIME, 0),
        (date(2026, 7, 14), Status.LATE, 1),
        (date(2026, 8, 13), Status.LATE, 31),
    ],
)
@pytest.mark.parametrize("as_at", [REQUEST, date(2026, 7, 14), date(2030, 1, 1)])
def test_is_judged_by_the_act_and_not_by_the_day_it_is_looked_at(
    as_at, done, status, late_days
) -> None:
    answer = statutory.answer(
        "NA-03",
        as_at=as_at,
        request_received=REQUEST,
        decision_to_assess_notified=done,
    )
    assert (answer.status, answer.late_days) == (status, late_days)
    assert answer.done == done


def test_stands_the_same_for_a_date_that_was_kept() -> None:
    stood = statutory.standing(due=SIX_WEEKS, done=None, as_at=date(2026, 7, 15))
    assert stood == (Status.LATE, 2)


@pytest.mark.parametrize(("rule", "act"), MET)
def test_knows_the_acts_that_meet_each_rule(rule, act) -> None:
    facts = {STARTED_BY[rule]: REQUEST, act: date(2026, 6, 2)}
    answer = statutory.answer(rule, as_at=date(2030, 1, 1), **facts)
    assert (answer.done, answer.status) == (date(2026, 6, 2), Status.ON_TIME)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (date(2022, 9, 12), "; the plan was sent on 12 September 2022, one day too"),
        (date(2022, 9, 5), "; the plan was sent on 5 September 2022, eight days too"),
    ],
)
def test_says_that_the_final_plan_came_too_early(sent, words) -> None:
    served = {"draft_served": date(2022, 8, 30), "plan_sent": sent}
    said = statutory.answer("NA-11", as_at=REQUEST, **served).explanation
    assert f"up to and including 13 September 2022{words} early." in said
    assert said.count(".") == 1


@pytest.mark.parametrize("rule", ["NA-09", "NA-10", "NA-12"])
def test_speaks_of_practice_and_not_of_a_duty(rule) -> None:
    facts = {STARTED_BY[rule]: REQUEST}
    said = statutory.answer(rule, as_at=REQUEST, **facts).explanation
    assert said.startswith("It is good practice that ")
    assert "must" not in said


def test_a_yes_cannot_come_before_the_request() -> None:
    facts = {"request_received": REQUEST, "plan_sent": date(2026, 5, 31)}
    with pytest.raises(FactsDisagree, match="NA-08: 'plan_sent' is 31 May 2026"):
        statutory.answer("NA-08", as_at=REQUEST, **facts)


def test_advice_runs_on_one_clock() -> None:
    assert RULES["RA-02"].clock is RULES["NA-07"].clock


def test_takes_the_first_of_two_acts() -> None:
    answer = statutory.answer(
        "NA-03",
        as_at=date(2026, 12, 1),
        request_received=REQUEST,
        refusal_to_assess_notified=date(2026, 7, 1),
        decision_to_assess_notified=date(2026, 11, 1),
    )
    assert (answer.done, answer.status) == (date(2026, 7, 1), Status.ON_TIME)


def test_counts_from_the_request_when_the_child_was_known_before() -> None:
    answer = statutory.answer(
        "NA-13",
        as_at=REQUEST,
        request_received=REQUEST,
        became_responsible=date(2020, 1, 1),
    )
    assert answer.due == TWENTY_WEEKS
    assert "receiving the request on 1 June 2026" in answer.explanation


@pytest.mark.parametrize(("rule", "act"), MET)
def test_refuses_an_act_before_the_event_it_answers(rule, act) -> None:
    facts = {STARTED_BY[rule]: REQUEST, act: date(2026, 5, 31)}
    with pytest.raises(FactsDisagree, match="31 May 2026, before the clock started"):
        statutory.answer(rule, as_at=REQUEST, **facts)


@pytest.mark.parametrize("rule", STARTED_BY)
def test_explains_with_both_dates_in_one_sentence(rule) -> None:
    answer = statutory.answer(rule, as_at=REQUEST, **{STARTED_BY[rule]: REQUEST})
    assert "1 June 2026" in answer.explanation
    assert date_words(answer.due) in answer.explanation
    assert answer.explanation.count(".") == 1
    assert "{" not in answer.explanation
    assert "  " not in answer.explanation


@pytest.mark.parametrize(
    ("rule", "facts", "explanation"),
    [
        (
            "NA-07",
            {"advice_requested": SIX_WEEKS},
            "The school, health, social care or whoever else the council asked for"
            " advice must reply within six weeks of being asked on 13 July 2026: by 24"
            " August 2026.",
        ),
        (
            "NA-08",
            {"became_responsible": REQUEST},
            "If the council decides not to issue a plan, it must tell you within"
            " sixteen weeks of becoming responsible for the child on 1 June 2026:"
            " by 21 September 2026.",
        ),
        (
            "NA-11",
            {"draft_served": date(2022, 8, 30)},
            "You have at least fifteen days to comment on the draft plan, ask for a"
            " school and ask for a meeting, beginning with 30 August 2022, the day it"
            " was served: up to and including 13 September 2022.",
        ),
        (
            "AR-01",
            {"previous_review_completed": date(2026, 2, 28)},
            "The council must review the plan, and tell you what it has decided, within"
            " twelve months of completing the last review on 28 February 2026:"
            " by 28 February 2027.",
        ),
        (
            "AR-01",
            {"plan_date": date(2026, 2, 28)},
            "The council must review the plan, and tell you what it has decided, within"
            " twelve months of making the plan on 28 February 2026:"
            " by 28 February 2027.",
        ),
        (
            "C-01",
            {"event": date(2026, 5, 1), "period": "within 6 weeks from"},
            "A period of six weeks from 1 May 2026, when that day is not counted, ends"
            " on 12 June 2026.",
        ),
        (
            "C-02",
            {"event": date(2026, 5, 1), "period": "6 weeks starting with"},
            "A period of six weeks from 1 May 2026, when that day is counted, ends on"
            " 11 June 2026.",
        ),
    ],
)
def test_explains_in_words_a_parent_understands(rule, facts, explanation) -> None:
    answer = statutory.answer(rule, as_at=REQUEST, **facts)
    assert answer.explanation == explanation


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_can_be_read_beside_the_law(rule) -> None:
    assert RULES[rule.id] is rule
    assert rule.title
    assert rule.trigger
    assert rule.who
    assert rule.sources
    assert rule.verified is (rule.id not in UNVERIFIED)
    assert set(rule.facts) <= set(FACTS)
    assert all(str(source) for source in rule.sources)


@pytest.mark.parametrize(
    ("rule", "period"),
    [
        ("NA-03", "6 weeks"),
        ("NA-07", "6 weeks"),
        ("NA-08", "16 weeks"),
        ("NA-09", "16 weeks"),
        ("NA-11", "15 days"),
        ("NA-13", "20 weeks"),
        ("AR-01", "12 months"),
        ("C-01", "as given"),
        ("NA-04", "no fixed time"),
        ("NA-05", "no fixed time"),
        ("NA-10", "14 weeks"),
        ("NA-12", "15 days"),
        ("NA-14", "the same day"),
        ("NA-15", "14 weeks"),
        ("RA-01", "15 days"),
        ("RA-02", "6 weeks"),
        ("RA-03", "14 weeks"),
        ("PL-01", "5 weeks"),
        ("CE-04", "to the end of the time to appeal, or of the appeal"),
        ("CE-05", "to the end of the academic year of the 25th birthday"),
        ("AG-01", "on or after the 5th birthday"),
        ("AG-06", "from 1 September to 31 August"),
        ("AG-07", "on the 18th birthday"),
        ("AG-03", "from the end of compulsory school age to the 25th birthday"),
    ],
)
def test_says_how_long_each_rule_runs(rule, period) -> None:
    assert RULES[rule].period == period


def test_marks_practice_and_least_times() -> None:
    soft = {r.id: r.force for r in RULES.values() if r.force is not Force.LAW}
    assert soft.items() >= {
        ("NA-09", Force.PRACTICE),
        ("NA-10", Force.PRACTICE),
        ("NA-12", Force.GUIDANCE),
    }
    assert "NA-13" not in soft
    least = {r.id for r in RULES.values() if r.minimum}
    assert "NA-11" in least
    assert "NA-12" not in least


def test_every_fact_has_its_own_name_and_label() -> None:
    assert all(name == fact.name and fact.label for name, fact in FACTS.items())


def test_the_book_cannot_be_written_in() -> None:
    with pytest.raises(TypeError):
        RULES["NA-03"] = RULES["NA-13"]  # type: ignore[index]
    with pytest.raises(TypeError):
        FACTS["x"] = FACTS["as_at"]  # type: ignore[index]


def test_lists_the_further_dates_that_an_answer_has() -> None:
    dates = Dates(due=REQUEST, due_notify=SIX_WEEKS, due_not_to_issue=SIXTEEN_WEEKS)
    assert dates.further == {
        "due_notify": SIX_WEEKS,
        "due_not_to_issue": SIXTEEN_WEEKS,
    }
    answer = statutory.answer("NA-03", as_at=REQUEST, request_received=REQUEST)
    assert answer.further == {}
