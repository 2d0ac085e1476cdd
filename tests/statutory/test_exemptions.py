"""Exemptions: what is said of them, and questions that cannot be answered."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub import statutory
from sendhub.statutory import FactsDisagree, MissingFact
from sendhub.statutory.reasons import Ground, read_reason

AS_AT = date(2026, 11, 21)
SUMMER = {"closure_from": date(2025, 7, 23), "reopens": date(2025, 9, 3)}


def says(**facts) -> str:
    answer = statutory.answer("NA-04", as_at=AS_AT, **facts)
    assert answer.explanation == answer.exempt_why
    assert answer.explanation.count(".") == 1
    return answer.explanation


def test_says_where_the_advice_falls_and_that_the_link_is_missing() -> None:
    assert says(**SUMMER, advice_requested=date(2025, 7, 18)) == (
        "The advice was asked for on 18 July 2025, inside the time between 16 July 2025"
        " and 27 August 2025 that counts around the closure; no new date takes its"
        " place, and why it was impractical because of this must still be written"
        " down."
    )


def test_is_content_when_the_link_is_said() -> None:
    words = says(
        absent_from=date(2026, 2, 2),
        returned=date(2026, 3, 2),
        impractical_because="the child could not be seen",
    )
    assert words == (
        "The absence from 2 February 2026 until 2 March 2026 lasted at least four weeks"
        " without a break; no new date takes its place."
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"reason": "summer holiday"}, "School holidays as such are no exemption"),
        ({"reason": "no EP"}, "for the council to solve"),
        ({"reason": "panel dates"}, "the council's own"),
        ({"reason": "we forgot"}, "none of the reasons the law names"),
        ({"reason": "the advice was late"}, "for the council to chase"),
        ({"reason": "away for 2 weeks"}, "four weeks or more without a break"),
        ({"reason": "missed appointment"}, "may excuse only those asked"),
        (
            {"reason": "bereavement"},
            "The law names exceptional personal circumstances as a reason",
        ),
        ({"reason": "bereavement", "impractical_because": " "}, "nothing has been"),
        ({"impractical_because": "busy"}, "none of the reasons the law names"),
        (SUMMER, "only if the school or early years lead was asked for advice"),
        (
            {**SUMMER, "advice_requested": date(2025, 9, 1)},
            "outside the time between 16 July 2025 and 27 August 2025",
        ),
        (
            {**SUMMER, "reopens": date(2025, 8, 1)},
            "only a closure of at least four weeks",
        ),
        (
            {"absent_from": date(2026, 2, 2), "returned": date(2026, 2, 9)},
            "it takes at least four weeks",
        ),
    ],
)
def test_says_why(facts, words) -> None:
    assert words in says(**facts)


@pytest.mark.parametrize(
    ("missed_on", "words"),
    [
        (date(2026, 7, 20), "An appointment was missed on 20 July 2026; no new date"),
        (date(2026, 9, 20), "was not within the six weeks"),
    ],
)
def test_says_why_advice_may_be_late(missed_on, words) -> None:
    answer = statutory.answer(
        "NA-07",
        as_at=AS_AT,
        advice_requested=date(2026, 7, 13),
        appointment_missed=missed_on,
    )
    assert words in answer.exempt_why


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "NA-04 needs 'closure_from' or 'absent_from' or 'reason'"),
        ({"advice_requested": AS_AT}, "NA-04 needs 'closure_from'"),
        ({"closure_from": AS_AT}, "NA-04 needs 'reopens'"),
        ({"reopens": AS_AT}, "NA-04 needs 'closure_from'"),
        ({"returned": AS_AT}, "NA-04 needs 'absent_from'"),
    ],
)
def test_says_which_facts_are_missing(facts, words) -> None:
    with pytest.raises(MissingFact, match=words):
        statutory.answer("NA-04", as_at=AS_AT, **facts)


@pytest.mark.parametrize("back", [date(2026, 2, 2), date(2026, 2, 1)])
def test_refuses_a_stretch_that_ends_before_it_begins(back) -> None:
    with pytest.raises(FactsDisagree) as refused:
        statutory.answer(
            "NA-04", as_at=AS_AT, absent_from=date(2026, 2, 2), returned=back
        )
    assert str(refused.value) == (
        "NA-04: child, parent or young person back on is"
        f" {back.day} February 2026, but first day the child, parent or young person"
        " was away is 2 February 2026."
    )


@pytest.mark.parametrize("rule", ["NA-03", "NA-04", "NA-08", "NA-13", "RA-03"])
def test_lists_the_four_grounds_of_the_councils_limits(rule) -> None:
    text = statutory.RULES[rule].exemption
    marks = [text.index(f"({letter}) ") for letter in "abcd"]
    assert marks == sorted(marks)
    assert "from one week before a closure of at least four weeks" in text
    assert "early years" in text
    assert "exceptional personal circumstances" in text
    assert "away from the council's area for at least four weeks" in text
    assert "appointment" not in text


@pytest.mark.parametrize("rule", ["NA-07", "RA-02"])
def test_lists_the_three_grounds_of_those_asked_for_advice(rule) -> None:
    text = statutory.RULES[rule].exemption
    assert "exceptional personal circumstances" in text
    assert "away from the council's area for at least four weeks" in text
    assert "does not keep an appointment for an examination or a test" in text
    assert "(c)" in text
    assert "(d)" not in text
    assert "A school closure does not excuse it" in text


def test_says_nothing_of_exemptions_when_nothing_is_said() -> None:
    answer = statutory.answer("NA-13", as_at=AS_AT, request_received=date(2026, 6, 1))
    assert (answer.exempt, answer.exempt_why) == (None, "")


def test_every_ground_can_be_said_in_words_but_a_closure_needs_dates() -> None:
    said = {
        read_reason(f"{ground} of 4 weeks").ground
        for ground in Ground
        if ground is not Ground.CLOSURE
    }
    assert said == set(Ground) - {Ground.CLOSURE}
    assert read_reason(Ground.CLOSURE).ground is None


@given(
    closes=st.dates(date(2014, 9, 1), date(2090, 12, 31)),
    days=st.integers(28, 90),
    asked=st.integers(-40, 120),
)
def test_the_window_is_as_long_as_the_closure(closes, days, asked) -> None:
    reopens = closes + timedelta(days=days)
    on = closes + timedelta(days=asked)
    answer = statutory.answer(
        "NA-04", as_at=AS_AT, closure_from=closes, reopens=reopens, advice_requested=on
    )
    opens, shuts = answer.window_from, answer.window_to
    assert (closes - opens, reopens - shuts) == (timedelta(7), timedelta(7))
    assert answer.exempt is (opens <= on <= shuts)


@given(
    closes=st.dates(date(2014, 9, 1), date(2090, 12, 31)),
    days=st.integers(1, 27),
    asked=st.integers(-40, 120),
)
def test_no_shorter_closure_excuses(closes, days, asked) -> None:
    answer = statutory.answer(
        "NA-04",
        as_at=AS_AT,
        closure_from=closes,
        reopens=closes + timedelta(days=days),
        advice_requested=closes + timedelta(days=asked),
    )
    assert (answer.exempt, answer.window_from, answer.window_to) == (False, None, None)


@given(text=st.text(max_size=60))
def test_any_words_have_an_answer(text) -> None:
    answer = statutory.answer("NA-04", as_at=AS_AT, reason=text)
    assert answer.exempt in (True, False)
    assert answer.exempt_why.endswith(".")
    assert answer.due is None
