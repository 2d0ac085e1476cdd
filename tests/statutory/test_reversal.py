"""A refusal reversed: its words, its routes and what does not go together."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub import statutory
from sendhub.statutory import BadFact, FactsDisagree, MissingFact, NotYetLaw, Status
from sendhub.statutory.rules.reversal import ROUTES

AGREED = date(2026, 9, 1)
REQUEST = date(2026, 6, 1)
DAYS = st.dates(date(2015, 3, 23), date(2090, 12, 31))
OWN = [(name, route.start) for name, route in ROUTES.items()]


def says(**facts) -> str:
    answer = statutory.answer("NA-15", as_at=AGREED, **facts)
    assert answer.explanation.count(".") == 1
    return answer.explanation


def test_says_that_the_twenty_weeks_still_bind_when_no_route_is_named() -> None:
    words = (
        "Counting from the day the council agreed to assess, 1 September 2026, it"
        " should refuse a plan by 10 November 2026 or send the final plan by 8 December"
        " 2026; but without an order, an unopposed notice or a mediation agreement the"
        " original twenty weeks still bind"
    )
    assert says(refused_then_agreed_to_assess=AGREED) == (
        f"{words}, counted from the request, whose day is not given here."
    )
    both = says(refused_then_agreed_to_assess=AGREED, request_received=REQUEST)
    assert both == (
        f"{words}, until 19 October 2026, so only a plan sent by 19 October 2026 is in"
        " time in any case."
    )


def test_says_the_date_that_holds_by_any_route() -> None:
    soon = {
        "refused_then_agreed_to_assess": date(2026, 6, 15),
        "request_received": REQUEST,
    }
    assert says(**soon).endswith(
        "still bind, until 19 October 2026, so only a plan sent by 21 September 2026 is"
        " in time in any case."
    )


@pytest.mark.parametrize(
    ("facts", "words", "source"),
    [
        ({"route": "order"}, "From the tribunal's order on 1 September", "44(2)(b)"),
        ({"route": "unopposed"}, "it does not oppose the appeal on", "reg. 45"),
        ({"route": "mediation"}, "From the mediation agreement on 1 Sep", "reg. 42"),
        (
            {"route": "mediation", "agreed_by": date(2026, 10, 1)},
            "must send the final plan by 1 October 2026",
            "reg. 42",
        ),
        (
            {"route": "informal", "request_received": REQUEST},
            "the twenty weeks from the request on 1 June 2026 still bind",
            "EWHC 3138",
        ),
        ({}, "original twenty weeks still bind", "25 013 913"),
    ],
)
def test_says_which_route_was_taken_and_cites_it(facts, words, source) -> None:
    facts |= {"refused_then_agreed_to_assess": AGREED}
    assert words in says(**facts)
    assert source in statutory.answer("NA-15", as_at=AGREED, **facts).source


@pytest.mark.parametrize(
    ("facts", "error", "words"),
    [
        ({}, MissingFact, "NA-15 needs 'refused_then_agreed_to_assess'"),
        ({"route": "order"}, MissingFact, "NA-15 needs 'tribunal_order_to_assess' or"),
        ({"route": "informal"}, MissingFact, "NA-15 needs 'request_received'"),
        ({"route": "infromal"}, BadFact, "Did you mean 'informal'"),
        (
            {"route": "informal", "mediation_agreement_to_assess": AGREED},
            FactsDisagree,
            "the route is 'informal', but there is also a date for 'mediation_agree",
        ),
        (
            {"tribunal_order_to_assess": AGREED, "unopposed_notice": AGREED},
            FactsDisagree,
            "the route is 'order', but there is also a date for 'unopposed_notice'",
        ),
        (
            {"unopposed_notice": AGREED, "agreed_by": AGREED},
            FactsDisagree,
            "only at mediation can another date be agreed, and the route is 'unop",
        ),
        (
            {"mediation_agreement_to_assess": AGREED, "agreed_by": REQUEST},
            FactsDisagree,
            "before the clock started",
        ),
        (
            {
                "route": "informal",
                "request_received": AGREED,
                "refused_then_agreed_to_assess": REQUEST,
            },
            FactsDisagree,
            "cannot have agreed on 1 June 2026, before the request of 1 September",
        ),
        ({"unopposed_notice": date(2015, 3, 22)}, NotYetLaw, "since 23 March 2015"),
        ({"tribunal_order_to_assess": date(2014, 8, 31)}, NotYetLaw, "1 September"),
    ],
)
def test_refuses_what_does_not_go_together(facts, error, words) -> None:
    with pytest.raises(error, match=words):
        statutory.answer("NA-15", as_at=AGREED, **facts)


@pytest.mark.parametrize(("route", "start"), OWN)
@given(one=DAYS, other=DAYS)
def test_a_later_reversal_is_never_due_earlier(route, start, one, other) -> None:
    early, late = (
        statutory.answer("NA-15", as_at=on, **{start: on})
        for on in sorted((one, other))
    )
    for name in ("due", "due_notify", "due_not_to_issue"):
        assert getattr(early, name) <= getattr(late, name)
    assert early.due_notify < early.due_not_to_issue < early.due
    named = {"route": route, "refused_then_agreed_to_assess": early.begins}
    assert statutory.due("NA-15", **named) == early.due


@given(
    request=DAYS,
    agreed=st.integers(0, 400),
    looked=st.integers(0, 400),
    route=st.sampled_from([*ROUTES, "informal", None]),
)
def test_the_route_and_not_the_reason_decides(request, agreed, looked, route) -> None:
    on = date.fromordinal(request.toordinal() + agreed)
    as_at = date.fromordinal(on.toordinal() + looked)
    facts = {
        "request_received": request,
        "refused_then_agreed_to_assess": on,
        "route": route,
    }
    plain = statutory.answer("NA-15", as_at=as_at, **facts)
    excused = statutory.answer("NA-15", as_at=as_at, **facts, reason="bereavement")
    assert (plain.due, plain.status) == (excused.due, excused.status)
    assert (plain.exempt, excused.exempt) == (None, True)
    assert (plain.status is Status.LATE) == (as_at > plain.due)
    first = statutory.due("NA-13", request_received=request)
    assert (plain.due == first) or route != "informal"
    assert plain.final_by == (first if route is None else None)
