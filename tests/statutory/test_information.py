"""Social care, complaints and information: what is refused, said and shown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub import statutory
from sendhub.statutory import RULES, FactsDisagree, Force, MissingFact, NotYetLaw
from sendhub.statutory.counting.working_days import ENGLAND, UNITED_KINGDOM
from sendhub.statutory.sources import public as cited

ON = date(2026, 11, 21)
RECEIVED = date(2026, 6, 1)
DAYS = st.dates(date(2018, 6, 1), date(2055, 12, 31))


@pytest.mark.parametrize(
    ("rule", "facts", "words"),
    [
        (
            "IR-01",
            {"sar_received": date(2026, 9, 3)},
            "The council must answer within one month of receiving the request on"
            " 3 September 2026: by 5 October 2026, or by 3 December 2026 if it is"
            " complex and you are told so by 5 October 2026.",
        ),
        (
            "IR-01",
            {"sar_received": RECEIVED, "extension_notified": date(2026, 6, 10)},
            "The council must answer within three months of receiving the request on"
            " 1 June 2026: by 1 September 2026.",
        ),
        (
            "IR-02",
            {
                "sar_received": RECEIVED,
                "clarification_asked": date(2026, 6, 8),
                "clarification_answered": date(2026, 6, 17),
            },
            "The council must answer within one month of receiving the request on"
            " 1 June 2026, not counting the 10 days of the pause: by 13 July 2026, or"
            " by 11 September 2026 if it is complex and you are told so by"
            " 13 July 2026.",
        ),
        (
            "IR-02",
            {
                "sar_received": RECEIVED,
                "extension_notified": RECEIVED,
                "clarification_asked": date(2026, 6, 8),
                "clarification_answered": date(2026, 6, 8),
            },
            "The council must answer within three months of receiving the request on"
            " 1 June 2026, not counting the day of the pause: by 2 September 2026.",
        ),
        (
            "IN-09",
            {"excluded_on": RECEIVED},
            "The council must have suitable education in place on the sixth school day"
            " after the exclusion on 1 June 2026: by 9 June 2026, or later by the days"
            " on which the school is closed until then.",
        ),
        (
            "IN-09a",
            {"out_of_school_from": RECEIVED},
            "The council should arrange suitable education as soon as it is clear that"
            " your child will be away for fifteen working days or more, which is"
            " certain on 19 June 2026 for a child away from 1 June 2026, or later by"
            " the days on which the school is closed until then.",
        ),
        (
            "IR-03",
            {"foi_received": date(2026, 3, 2)},
            "The council must answer within twenty working days of receiving the"
            " request on 2 March 2026: by 31 March 2026.",
        ),
        (
            "CP-01",
            {"stage1_start": RECEIVED},
            "The council should answer within ten working days of receiving the"
            " complaint on 1 June 2026, by 15 June 2026, and must within twenty working"
            " days: by 29 June 2026.",
        ),
    ],
)
def test_explains_in_words_a_parent_understands(rule, facts, words) -> None:
    assert statutory.answer(rule, as_at=ON, **facts).explanation == words


@pytest.mark.parametrize(
    ("asked", "source"),
    [
        (date(2026, 2, 4), cited.PAUSE_BEFORE),
        (date(2026, 2, 5), cited.PAUSE),
    ],
)
def test_cites_the_law_of_the_pause_from_its_first_day(asked, source) -> None:
    answer = statutory.answer(
        "IR-02",
        as_at=ON,
        sar_received=date(2026, 2, 2),
        clarification_asked=asked,
        clarification_answered=date(2026, 2, 9),
    )
    assert (answer.source, answer.source_url) == (source.citation, source.url)


def test_cites_the_guidance_where_there_is_no_pause() -> None:
    answer = statutory.answer("IR-01", as_at=ON, sar_received=RECEIVED)
    assert answer.source == cited.ACCESS.citation


@pytest.mark.parametrize(
    ("rule", "facts", "words"),
    [
        (
            "IR-01",
            {"extension_notified": date(2026, 5, 31)},
            "IR-01: the person was told that it is complex on 31 May 2026, before the"
            " request of 1 June 2026.",
        ),
        (
            "IR-02",
            {
                "clarification_asked": date(2026, 5, 31),
                "clarification_answered": date(2026, 6, 3),
            },
            "IR-02: the question was asked on 31 May 2026, before the request of"
            " 1 June 2026.",
        ),
        (
            "IR-02",
            {
                "clarification_asked": date(2026, 6, 4),
                "clarification_answered": date(2026, 6, 3),
            },
            "IR-02: the question of 4 June 2026 cannot have been answered on"
            " 3 June 2026.",
        ),
        (
            "IR-02",
            {
                "clarification_asked": date(2026, 7, 2),
                "clarification_answered": date(2026, 7, 3),
            },
            "IR-02: the time ended on 1 July 2026, before the question of 2 July 2026;"
            " it stops nothing.",
        ),
    ],
)
def test_refuses_facts_that_cannot_both_be_true(rule, facts, words) -> None:
    with pytest.raises(FactsDisagree) as refused:
        statutory.due(rule, sar_received=RECEIVED, **facts)
    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({}, "sar_received"),
        ({"sar_received": RECEIVED}, "clarification_asked"),
        (
            {"sar_received": RECEIVED, "clarification_asked": RECEIVED},
            "clarification_answered",
        ),
    ],
)
def test_cannot_tell_while_the_clock_is_stopped(facts, named) -> None:
    with pytest.raises(MissingFact, match=f"IR-02 needs '{named}'"):
        statutory.due("IR-02", **facts)


def test_has_no_answer_from_the_law_before() -> None:
    with pytest.raises(NotYetLaw, match="since 25 May 2018"):
        statutory.due("IR-01", sar_received=date(2018, 5, 24))


@pytest.mark.parametrize(
    ("rule", "period"),
    [
        ("IR-01", "1 month"),
        ("IR-02", "1 month, and the days of the pause"),
        ("IR-03", "20 working days"),
        ("CP-02", "25 working days"),
        ("SB-06", "45 working days"),
    ],
)
def test_says_how_long_each_rule_runs(rule, period) -> None:
    assert RULES[rule].period == period


def test_marks_guidance() -> None:
    for rule in ("SB-06", "SB-07", "SB-08", "IN-03", "IN-06", "IN-09a"):
        assert RULES[rule].force is Force.GUIDANCE
    assert RULES["IN-04"].force is Force.PRACTICE
    assert RULES["IR-03"].force is Force.LAW
    assert RULES["IR-05"].force is RULES["IR-06"].force is Force.PRACTICE


@given(one=DAYS, other=DAYS)
def test_a_later_request_is_never_due_earlier(one, other) -> None:
    early, late = sorted((one, other))
    first = statutory.answer("IR-01", as_at=ON, sar_received=early)
    second = statutory.answer("IR-01", as_at=ON, sar_received=late)
    assert first.due <= second.due
    assert first.due < first.due_max <= second.due_max
    assert ENGLAND.works(first.due)


@given(received=DAYS, wait=st.integers(0, 28), days=st.integers(0, 200))
def test_a_pause_gives_back_the_days_it_took_and_no_more(received, wait, days) -> None:
    asked = received + timedelta(days=wait)
    plain = statutory.due("IR-01", sar_received=received)
    paused = statutory.due(
        "IR-02",
        sar_received=received,
        clarification_asked=asked,
        clarification_answered=asked + timedelta(days=days),
    )
    assert plain <= paused <= ENGLAND.roll(plain + timedelta(days=days + 1))


@given(received=DAYS)
def test_freedom_of_information_takes_four_weeks_or_more(received) -> None:
    due = statutory.due("IR-03", foi_received=received)
    assert (due - received).days >= 26
    assert UNITED_KINGDOM.works(due)
