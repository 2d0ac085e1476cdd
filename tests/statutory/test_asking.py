"""What the rule book answers when it is asked wrongly."""

from datetime import UTC, date, datetime

import pytest

from sendhub import statutory
from sendhub.statutory import (
    BadFact,
    FactsDisagree,
    MissingFact,
    NotYetLaw,
    StatutoryError,
    UnknownFact,
    UnknownRule,
)

REQUEST = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("NA-033", " Did you mean 'NA-03'?"),
        ("na-13", " Did you mean 'NA-13'?"),
        ("banana", ""),
    ],
)
def test_names_the_rule_that_was_meant(asked, hint) -> None:
    with pytest.raises(UnknownRule) as refused:
        statutory.due(asked)
    assert str(refused.value) == f"There is no rule '{asked}'.{hint}"


def test_names_the_fact_that_was_meant() -> None:
    with pytest.raises(UnknownFact) as refused:
        statutory.due("NA-03", request_recieved=REQUEST)
    assert str(refused.value) == (
        "NA-03 does not use a fact 'request_recieved'. Did you mean 'request_received'?"
        " It uses: request_received, became_responsible, decision_to_assess_notified,"
        " refusal_to_assess_notified, closure_from, reopens, advice_requested,"
        " advice_asked_of, absent_from, returned, appointment_missed, reason,"
        " impractical_because."
    )


def test_leaves_out_what_a_rule_does_not_use_and_says_so() -> None:
    facts = {"draft_served": REQUEST, "draft_serve": REQUEST, "banana": "yellow"}
    assert statutory.understood("NA-11", facts) == (
        {"draft_served": REQUEST},
        [
            "NA-11 does not use 'draft_serve'; it was ignored."
            " Did you mean 'draft_served'?",
            "NA-11 does not use 'banana'; it was ignored.",
        ],
    )


def test_refuses_a_value_that_a_fact_cannot_have() -> None:
    with pytest.raises(BadFact) as refused:
        statutory.due("NA-03", request_received=REQUEST, advice_asked_of="schol")
    assert str(refused.value) == (
        "'advice_asked_of' (Who was asked for advice) is 'school' or 'early years' or"
        " 'other', not 'schol'. Did you mean 'school'?"
    )


def test_refuses_a_fact_of_another_rule() -> None:
    with pytest.raises(UnknownFact, match="NA-13 does not use a fact 'draft_served'"):
        statutory.due("NA-13", request_received=REQUEST, draft_served=REQUEST)


@pytest.mark.parametrize("facts", [{}, {"request_received": None}])
def test_says_which_facts_are_missing(facts) -> None:
    with pytest.raises(MissingFact) as refused:
        statutory.due("NA-03", **facts)
    assert str(refused.value) == (
        "NA-03 needs 'request_received' or 'became_responsible': request for an"
        " assessment received by the council or council became responsible for the"
        " child without a request."
    )


def test_says_that_a_period_is_missing() -> None:
    with pytest.raises(MissingFact, match="C-01 needs 'period': period, in words"):
        statutory.due("C-01", event=REQUEST)


@pytest.mark.parametrize(
    ("rule", "period"),
    [
        ("C-01", "6 weeks starting with"),
        ("C-02", "within 6 weeks from"),
        ("C-03", "within 6 weeks from"),
        ("C-03", "15 days beginning with"),
    ],
)
def test_refuses_a_period_of_another_counting_rule(rule, period) -> None:
    with pytest.raises(BadFact, match=f"{rule} counts periods like .*, not '{period}'"):
        statutory.due(rule, event=REQUEST, period=period)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("2026-06-01", "is a date, not '2026-06-01'"),
        (20260601, "is a date, not 20260601"),
        (datetime(2026, 6, 1, tzinfo=UTC), "is a date, not datetime"),
        (date(2200, 1, 1), "is 1 January 2200. Is the year right?"),
    ],
)
def test_refuses_what_is_not_a_date_anybody_meant(given, words) -> None:
    with pytest.raises(BadFact) as refused:
        statutory.due("NA-03", request_received=given)
    assert words in str(refused.value)
    assert "'request_received' (Request for an assessment" in str(refused.value)


def test_refuses_a_wrong_day_to_look_from() -> None:
    with pytest.raises(BadFact, match="'as_at'"):
        statutory.answer("NA-03", as_at="today", request_received=REQUEST)


def test_refuses_a_period_that_is_not_text() -> None:
    with pytest.raises(BadFact, match=r"'period' .* is text, not 6"):
        statutory.due("C-01", event=REQUEST, period=6)


def test_takes_the_last_date_that_can_be_meant() -> None:
    assert statutory.due("NA-03", request_received=date(2199, 12, 31)) == date(
        2200, 2, 11
    )


def test_has_no_answer_before_the_law_began() -> None:
    with pytest.raises(NotYetLaw) as refused:
        statutory.due("NA-13", request_received=date(2014, 8, 31))
    assert str(refused.value) == (
        "The time to send the final plan has been set by law since 1 September 2014;"
        " 31 August 2014 is earlier."
    )


@pytest.mark.parametrize(
    "error",
    [UnknownRule, UnknownFact, MissingFact, BadFact, FactsDisagree, NotYetLaw],
)
def test_every_refusal_can_be_caught_as_one(error) -> None:
    assert issubclass(error, StatutoryError)
