"""Reviews, changes of phase and moves: what is refused, said and shown."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sendhub import statutory
from sendhub.statutory import (
    FACTS,
    RULES,
    BadFact,
    FactsDisagree,
    Force,
    MissingFact,
    NoDate,
    NotYetLaw,
)
from sendhub.statutory.counting.lengths import Counting, Length, Unit
from sendhub.statutory.rules.phase_transfers import RULE_OF, YEARS
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources import reviews as cited

ON = date(2026, 11, 21)
MEETING = date(2025, 9, 15)
DAYS = st.dates(date(2016, 1, 1), date(2055, 12, 31))


def explained(rule: str, **facts) -> str:
    return statutory.answer(rule, as_at=ON, **facts).explanation


@pytest.mark.parametrize(
    ("rule", "facts", "words"),
    [
        (
            "TF-01",
            {"old_la_aware": date(2025, 9, 1), "move": date(2025, 9, 5)},
            "The old council must pass your plan to the new one by 19 September 2025:"
            " fifteen working days beginning with 1 September 2025, the day it learned"
            " of the move.",
        ),
        (
            "TF-01",
            {"move": date(2025, 9, 5)},
            "The old council must pass your plan to the new one by 5 September 2025:"
            " the day of the move, if it was known in time.",
        ),
        (
            "TF-01",
            {"old_la_aware": date(2025, 8, 1), "move": date(2025, 9, 5)},
            "The old council must pass your plan to the new one by 5 September 2025:"
            " the day of the move, which was known in time.",
        ),
        (
            "TF-03",
            {"transfer_date": date(2026, 6, 1), "plan_date": date(2026, 1, 10)},
            "The new council must review the plan by 10 January 2027: twelve months"
            " from making the plan on 10 January 2026, which is the later of the two"
            " dates the law gives.",
        ),
        (
            "TF-03",
            {"transfer_date": date(2026, 12, 1), "plan_date": date(2026, 1, 10)},
            "The new council must review the plan by 1 March 2027: three months from"
            " the transfer on 1 December 2026, which is the later of the two dates the"
            " law gives.",
        ),
        (
            "AR-02",
            {"anniversary": date(2026, 3, 10)},
            "A review is complete only when the council tells you its decision: by"
            " 10 March 2026, which is safe if the meeting is held by 10 February 2026.",
        ),
        (
            "AR-02",
            {"anniversary": date(2026, 3, 10), "meeting": date(2026, 2, 10)},
            "A review is complete only when the council tells you its decision: by"
            " 10 March 2026, within four weeks of the meeting on 10 February 2026.",
        ),
        (
            "AR-02",
            {"anniversary": date(2026, 3, 10), "meeting": date(2026, 2, 11)},
            "A review is complete only when the council tells you its decision: by"
            " 10 March 2026, when the twelve months end, for the meeting on"
            " 11 February 2026 came after 10 February 2026, the last day that leaves"
            " four weeks to decide.",
        ),
        (
            "AR-03",
            {"meeting": date(2026, 3, 16)},
            "Everyone must be invited at least two weeks before the review meeting on"
            " 16 March 2026: by 2 March 2026.",
        ),
        (
            "AR-06",
            {"meeting": MEETING},
            "The council must tell you whether it will keep, amend or end the plan by"
            " 13 October 2025: within four weeks of the review meeting on"
            " 15 September 2025.",
        ),
        (
            "AR-06",
            {"meeting": MEETING, "anniversary": date(2025, 10, 1)},
            "The council must tell you whether it will keep, amend or end the plan by"
            " 1 October 2025: the review must be complete within twelve months, which"
            " is sooner than four weeks after the meeting on 15 September 2025.",
        ),
        (
            "AR-09",
            {"meeting": MEETING, "amendment_notice": date(2025, 11, 3)},
            "The council must send you the amended plan within twelve weeks of the"
            " review meeting on 15 September 2025: by 8 December 2025, though counted"
            " from the late notice of 3 November 2025 it would be 29 December 2025.",
        ),
        (
            "AR-09",
            {"meeting": MEETING, "amendment_notice": date(2025, 10, 10)},
            "The council must send you the amended plan within eight weeks of sending"
            " the notice of amendments on 10 October 2025: by 5 December 2025.",
        ),
        (
            "PT-01",
            {"transfer_year": 2026},
            "The council must review and amend the plan, naming the next school or"
            " college, before 15 February 2026: 14 February is safe, and a review"
            " meeting by 23 November 2025 leaves twelve weeks up to 15 February 2026.",
        ),
        (
            "PT-02",
            {"transfer": "secondary->post16", "transfer_date": date(2026, 9, 1)},
            "The council must review and amend the plan of anyone moving from Year 11"
            " to Year 12, naming the next school or college, before 31 March 2026:"
            " 30 March is safe, and a review meeting by 6 January 2026 leaves twelve"
            " weeks up to 31 March 2026.",
        ),
        (
            "PT-03",
            {"transfer_date": date(2026, 9, 1)},
            "The council must review and amend the plan, naming the next college, at"
            " least five months before the transfer on 1 September 2026: by"
            " 1 April 2026.",
        ),
    ],
)
def test_explains_in_words_a_parent_understands(rule, facts, words) -> None:
    assert explained(rule, **facts) == words


@pytest.mark.parametrize(
    ("rule", "facts", "source"),
    [
        ("AR-06", {"meeting": MEETING}, cited.DECISION_AFTER_MEETING),
        (
            "AR-06",
            {"meeting": MEETING, "anniversary": date(2025, 10, 1)},
            cited.CODE_ON_COMPLETION,
        ),
        (
            "AR-09",
            {"meeting": MEETING, "amendment_notice": date(2025, 10, 10)},
            cited.AMENDED_PLAN,
        ),
        (
            "AR-09",
            {"meeting": MEETING, "amendment_notice": date(2025, 11, 3)},
            cited.DEVON,
        ),
        ("PT-02", {"transfer_year": 2015}, cited.PHASE_2015),
        ("PT-02", {"transfer_year": 2026}, cited.PHASE_POST_16),
        ("AR-01", {"plan_date": MEETING}, sources.YEARLY_REVIEW),
    ],
)
def test_cites_the_law_that_the_date_comes_from(rule, facts, source) -> None:
    answer = statutory.answer(rule, as_at=ON, **facts)
    assert (answer.source, answer.source_url) == (source.citation, source.url)


@pytest.mark.parametrize(
    ("rule", "facts", "words"),
    [
        (
            "PT-01",
            {"transfer_year": 2025, "transfer_date": date(2026, 9, 1)},
            "PT-01: the transfer is on 1 September 2026, not in 2025.",
        ),
        (
            "AR-09",
            {"meeting": MEETING, "amendment_notice": date(2025, 9, 14)},
            "AR-09: the notice of amendments is 14 September 2025, before the meeting"
            " on 15 September 2025.",
        ),
    ],
)
def test_refuses_facts_that_cannot_both_be_true(rule, facts, words) -> None:
    with pytest.raises(FactsDisagree) as refused:
        statutory.due(rule, **facts)
    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("rule", "facts", "words"),
    [
        (
            "PT-01",
            {"transfer": "secondary->post16", "transfer_year": 2026},
            "PT-01 is not about secondary->post16: PT-02 is.",
        ),
        (
            "PT-03",
            {"transfer": "infant->junior", "transfer_date": ON},
            "PT-03 is not about infant->junior: PT-01 is.",
        ),
        (
            "PT-02",
            {"transfer": "post16->post16", "transfer_year": 2026},
            "PT-02 is not about post16->post16: PT-03 is.",
        ),
        (
            "PT-04",
            {"transfer_year": 2026},
            "PT-04 was for transfers in 2015 only; for 2026 ask PT-02.",
        ),
    ],
)
def test_sends_facts_of_another_rule_there(rule, facts, words) -> None:
    with pytest.raises(NoDate) as refused:
        statutory.due(rule, **facts)
    assert str(refused.value) == words


def test_knows_the_years_and_the_rule_of_every_change_of_phase() -> None:
    kinds = set(FACTS["transfer"].choices)
    assert kinds == set(RULE_OF)
    assert kinds == {*YEARS, "post16->post16"}


def test_refuses_a_change_of_phase_there_is_not() -> None:
    with pytest.raises(BadFact, match="Did you mean 'primary->secondary'"):
        statutory.due("PT-01", transfer="primary->secondry", transfer_year=2026)


@pytest.mark.parametrize(
    ("rule", "facts", "named"),
    [
        ("PT-01", {"transfer": "infant->junior"}, "transfer_date"),
        ("PT-03", {}, "transfer_date"),
        ("TF-01", {"old_la_aware": ON}, "move"),
        ("TF-03", {"transfer_date": ON}, "previous_review_completed"),
        ("AR-02", {"meeting": ON}, "anniversary"),
        ("AR-06", {"anniversary": ON}, "meeting"),
        ("AR-09", {}, "amendment_notice"),
    ],
)
def test_says_which_fact_is_missing(rule, facts, named) -> None:
    with pytest.raises(MissingFact, match=f"{rule} needs .*'{named}'"):
        statutory.due(rule, **facts)


def test_has_no_day_for_changes_of_phase_before_the_law() -> None:
    with pytest.raises(NotYetLaw, match="since 2015; 2014 is earlier"):
        statutory.due("PT-01", transfer_year=2014)


@pytest.mark.parametrize(
    ("rule", "period"),
    [
        (
            "TF-01",
            "the day of the move, or 15 working days beginning with the day of learning"
            " of it if that is later",
        ),
        ("TF-03", "12 months from the last review, or 3 months from the transfer"),
        ("AR-02", "12 months, or 4 weeks after the meeting if sooner"),
        ("AR-03", "2 weeks before"),
        ("AR-06", "4 weeks, and no later than the 12-month date"),
        ("AR-09", "8 weeks from the notice, and no later than 12 weeks from the"),
        ("PT-01", "before 15 February of the year of transfer"),
        ("PT-02", "before 31 March of the year of transfer"),
        ("PT-03", "at least 5 months before the transfer"),
    ],
)
def test_says_how_long_each_rule_runs(rule, period) -> None:
    assert RULES[rule].period.startswith(period)


def test_marks_guidance_and_least_times() -> None:
    assert {"AR-12", "AR-13", "AR-15"} == {
        r.id
        for r in RULES.values()
        if r.id[:2] in ("AR", "PT", "TF") and r.force is not Force.LAW
    }
    assert RULES["AR-08"].minimum
    assert RULES["AR-15a"].minimum
    assert not RULES["AR-09"].minimum


@pytest.mark.parametrize(
    ("length", "event", "on"),
    [
        (Length(2, Unit.WEEKS), date(2026, 3, 16), date(2026, 3, 2)),
        (Length(5, Unit.MONTHS), date(2026, 7, 31), date(2026, 2, 28)),
        (
            Length(15, Unit.DAYS, Counting.BEGINNING_WITH),
            date(2026, 6, 15),
            date(2026, 6, 1),
        ),
    ],
)
def test_counts_back_to_the_last_day_that_leaves_the_whole_period(
    length, event, on
) -> None:
    assert length.back(event) == on
    assert length.end(on) <= event


@given(meeting=DAYS, wait=st.integers(0, 120))
def test_the_stricter_reading_of_a_late_notice_counts(meeting, wait) -> None:
    notice = meeting + timedelta(days=wait)
    answer = statutory.answer(
        "AR-09", as_at=ON, meeting=meeting, amendment_notice=notice
    )
    assert answer.due == min(answer.final_by, answer.reg22_due)
    assert (answer.reg22_due > answer.final_by) == (wait > 28)


@given(meeting=DAYS, left=st.integers(-60, 400))
def test_a_decision_is_never_due_after_the_twelve_months(meeting, left) -> None:
    year = meeting + timedelta(days=left)
    alone = statutory.due("AR-06", meeting=meeting)
    both = statutory.due("AR-06", meeting=meeting, anniversary=year)
    assert both == min(alone, year)
    complete = statutory.answer("AR-02", as_at=ON, meeting=meeting, anniversary=year)
    assert complete.due == both
    assert (both == year) == (meeting >= complete.last_safe_meeting)


@given(year=st.integers(2015, 2100), rule=st.sampled_from(["PT-01", "PT-02"]))
def test_a_strict_date_is_never_after_the_published_one(year, rule) -> None:
    answer = statutory.answer(rule, as_at=ON, transfer_year=year)
    assert answer.last_safe_meeting < answer.strict_before < answer.due
    assert answer.due.year == year
    if year > 2015:
        assert answer.due > statutory.due(rule, transfer_year=year - 1)


@given(aware=DAYS, one=st.integers(-60, 60), other=st.integers(0, 60))
def test_a_later_move_is_never_due_earlier(aware, one, other) -> None:
    early = aware + timedelta(days=one)
    late = early + timedelta(days=other)
    first = statutory.due("TF-01", old_la_aware=aware, move=early)
    second = statutory.due("TF-01", old_la_aware=aware, move=late)
    assert early <= first <= second


@given(moved=DAYS, since=st.integers(0, 700))
def test_a_transferred_plan_is_reviewed_by_the_later_date(moved, since) -> None:
    last = moved - timedelta(days=since)
    assume(last >= date(2015, 1, 1))
    answer = statutory.answer("TF-03", as_at=ON, transfer_date=moved, plan_date=last)
    assert answer.strict_before == answer.due - timedelta(days=1)
    assert answer.due >= statutory.due("AR-01", plan_date=last)
