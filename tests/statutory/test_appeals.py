"""Mediation, appeals and orders: what is refused, said and shown."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub import statutory
from sendhub.statutory import RULES, BadFact, FactsDisagree, MissingFact, NotYetLaw
from sendhub.statutory.clocks.by_matter import AGREED, UNOPPOSED
from sendhub.statutory.counting.lengths import Length, Unit
from sendhub.statutory.counting.working_days import ENGLAND, TRIBUNAL, tribunal_is_away
from sendhub.statutory.sources import appeals as cited
from sendhub.statutory.sources import plans as sources

ON = date(2026, 11, 21)
ORDER = date(2023, 9, 7)
DAYS = st.dates(date(2016, 1, 1), date(2055, 12, 31))


@pytest.mark.parametrize(
    ("rule", "facts", "words"),
    [
        (
            "AP-01",
            {"decision_letter": date(2026, 4, 15)},
            "Your appeal must reach the tribunal within two months of the council"
            " sending its decision on 15 April 2026: by 5pm on 15 June 2026.",
        ),
        (
            "AP-01",
            {"decision_letter": date(2026, 6, 10)},
            "Your appeal must reach the tribunal within two months of the council"
            " sending its decision on 10 June 2026: by 5pm on 1 September 2026, because"
            " the time would end in August.",
        ),
        (
            "AP-01",
            {"decision_letter": date(2025, 10, 25)},
            "Your appeal must reach the tribunal within two months of the council"
            " sending its decision on 25 October 2025: by 5pm on 2 January 2026,"
            " because the time would end between Christmas and New Year.",
        ),
        (
            "AP-01",
            {
                "decision_letter": date(2026, 4, 15),
                "mediation_certificate": date(2026, 6, 11),
            },
            "Your appeal must reach the tribunal within one month of your mediation"
            " certificate of 11 June 2026: by 5pm on 13 July 2026, because 11 July 2026"
            " is not a working day.",
        ),
        (
            "AP-02",
            {"event": date(2026, 6, 10), "period": "within 2 months of"},
            "A period of two months from 10 June 2026 ends for an appeal at 5pm on"
            " 1 September 2026.",
        ),
        (
            "AP-02a",
            {"event": date(2026, 6, 1), "period": "within 2 days of"},
            "A period of two days from 1 June 2026 ends for anything else in an appeal"
            " at 5pm on 3 June 2026.",
        ),
        (
            "AP-02a",
            {"event": date(2026, 6, 1), "period": "15 working days beginning with"},
            "A period of fifteen working days beginning with 1 June 2026 ends for"
            " anything else in an appeal at 5pm on 19 June 2026.",
        ),
        (
            "ME-02",
            {"decision_letter": date(2026, 4, 15)},
            "If you want to appeal about anything but the place alone, you must contact"
            " a mediation adviser within two months of the council sending its decision"
            " on 15 April 2026: by 15 June 2026.",
        ),
        (
            "ME-04",
            {"mediation_requested": date(2026, 1, 30)},
            "The council must arrange the mediation and take part in it within 30 days"
            " of 30 January 2026, the day of being told that you want mediation: by"
            " 1 March 2026.",
        ),
        (
            "ME-05",
            {"mediation_requested": date(2026, 6, 1)},
            "The council must tell each health commissioner within three working days"
            " of 1 June 2026, the day of being told that you want mediation: by"
            " 4 June 2026.",
        ),
        (
            "ME-06",
            {"adviser_told_no_mediation": date(2026, 6, 1)},
            "The mediation adviser must give you a certificate within three working"
            " days of 1 June 2026, the day of being told that mediation cannot be"
            " arranged in time: by 4 June 2026.",
        ),
        (
            "TR-02",
            {"tribunal_order_to_assess": ORDER},
            "From the order on 7 September 2023 the council must tell you by"
            " 21 September 2023 that it assesses, and either refuse a plan by"
            " 16 November 2023 or send the final plan by 14 December 2023.",
        ),
        (
            "TR-03",
            {"unopposed_notice": ORDER, "matter": "refusal to assess"},
            "After telling the tribunal that it will not oppose the appeal, on"
            " 7 September 2023, the council must tell you that it assesses by"
            " 21 September 2023, say so if it refuses a plan by 16 November 2023 and"
            " send the final plan by 14 December 2023.",
        ),
        (
            "ME-07",
            {"mediation_agreement": ORDER, "matter": "refusal to issue"},
            "After the mediation agreement, on 7 September 2023, the council must send"
            " a draft plan by 12 October 2023 and send the final plan by 23 November"
            " 2023.",
        ),
        (
            "ME-07",
            {
                "mediation_agreement": ORDER,
                "matter": "other",
                "agreed_by": date(2023, 12, 1),
            },
            "After the mediation agreement, on 7 September 2023, the council must do"
            " what was agreed by 1 December 2023, as agreed in writing.",
        ),
    ],
)
def test_explains_in_words_a_parent_understands(rule, facts, words) -> None:
    assert statutory.answer(rule, as_at=ON, **facts).explanation == words


@pytest.mark.parametrize(
    ("on", "source", "verified"),
    [
        (date(2015, 3, 22), cited.UNOPPOSED_BEFORE_2015, True),
        (date(2015, 3, 23), sources.UNOPPOSED_APPEAL, True),
    ],
)
def test_cites_the_law_of_the_day(on, source, verified) -> None:
    answer = statutory.answer("TR-03", as_at=ON, unopposed_notice=on, matter="contents")
    assert (answer.source, answer.verified) == (source.citation, verified)


def test_cites_the_agreement_where_it_sets_the_date() -> None:
    facts = {"mediation_agreement": ORDER, "matter": "contents"}
    plain = statutory.answer("ME-07", as_at=ON, **facts)
    agreed = statutory.answer("ME-07", as_at=ON, agreed_by=date(2023, 9, 8), **facts)
    assert plain.source == cited.ORDER_TO_AMEND.citation
    assert agreed.source == sources.MEDIATION_AGREEMENT.citation
    assert agreed.due_notify is None


@pytest.mark.parametrize(
    ("rule", "facts", "words"),
    [
        (
            "AP-01",
            {"decision_letter": ORDER, "mediation_certificate": date(2023, 9, 6)},
            "AP-01: the mediation certificate is 6 September 2023, before the letter of"
            " 7 September 2023.",
        ),
        (
            "ME-07",
            {"mediation_agreement_to_assess": ORDER, "matter": "placement"},
            "ME-07: 'mediation_agreement_to_assess' is about a refusal to assess, but"
            " the matter is 'placement'.",
        ),
        (
            "TR-03",
            {"unopposed_notice": ORDER, "matter": "other"},
            "TR-03 is not about 'other' matters.",
        ),
    ],
)
def test_refuses_facts_that_cannot_both_be_true(rule, facts, words) -> None:
    with pytest.raises(FactsDisagree) as refused:
        statutory.due(rule, **facts)
    assert str(refused.value) == words


def test_takes_the_matter_twice_if_it_agrees() -> None:
    assert statutory.due(
        "TR-03", refused_then_agreed_to_assess=ORDER, matter="refusal to assess"
    ) == date(2023, 12, 14)


@pytest.mark.parametrize(
    ("rule", "facts", "named"),
    [
        ("TR-03", {"unopposed_notice": ORDER}, "matter"),
        ("TR-03", {"matter": "contents"}, "unopposed_notice"),
        ("ME-07", {"matter": "contents"}, "mediation_agreement"),
        ("AP-01", {"mediation_certificate": ORDER}, "decision_letter"),
        ("AP-02", {"event": ORDER}, "period"),
    ],
)
def test_says_which_fact_is_missing(rule, facts, named) -> None:
    with pytest.raises(MissingFact, match=f"{rule} needs .*'{named}'"):
        statutory.due(rule, **facts)


def test_refuses_a_matter_there_is_not() -> None:
    with pytest.raises(BadFact, match="Did you mean 'placement'"):
        statutory.due("TR-03", unopposed_notice=ORDER, matter="placemnt")


def test_gives_no_time_of_a_law_that_nobody_has_read() -> None:
    with pytest.raises(NotYetLaw, match="since 23 March 2015"):
        statutory.due(
            "TR-03", unopposed_notice=date(2015, 3, 22), matter="refusal to assess"
        )


@pytest.mark.parametrize(
    ("rule", "period"),
    [
        ("AP-01", "2 months, or 1 month from the mediation certificate"),
        ("AP-02", "as given"),
        ("AP-03", "30 working days"),
        ("TR-02", "14 weeks"),
        ("TR-03", "2 to 14 weeks"),
    ],
)
def test_says_how_long_each_rule_runs(rule, period) -> None:
    assert RULES[rule].period == period


def test_an_agreement_covers_every_matter_that_can_be_appealed() -> None:
    assert set(AGREED) == {*UNOPPOSED, "other"}


@pytest.mark.parametrize("rule", ["TR-02", "TR-02a", "TR-02c", "TR-02d", "TR-03"])
def test_an_order_can_be_excused_as_an_assessment_can(rule) -> None:
    assert RULES[rule].exemption
    assert RULES[rule].excuses


@given(one=DAYS, other=DAYS)
def test_a_later_letter_never_ends_the_time_earlier(one, other) -> None:
    early, late = sorted((one, other))
    first = statutory.due("AP-01", decision_letter=early)
    second = statutory.due("AP-01", decision_letter=late)
    assert first <= second
    assert ENGLAND.works(first)


@given(letter=DAYS, wait=st.integers(0, 200))
def test_a_certificate_never_shortens_the_time(letter, wait) -> None:
    alone = statutory.due("AP-01", decision_letter=letter)
    certificate = letter + timedelta(days=wait)
    with_it = statutory.due(
        "AP-01", decision_letter=letter, mediation_certificate=certificate
    )
    assert alone <= with_it
    assert with_it == alone or wait > 28


@given(event=DAYS, number=st.integers(1, 60), unit=st.sampled_from(["day", "week"]))
def test_the_tribunal_gives_no_less_time_than_the_calendar(event, number, unit) -> None:
    period = f"within {number} {unit}s of"
    plain = Length(number, Unit(f"{unit}s")).end(event)
    appeal = statutory.due("AP-02", event=event, period=period)
    other = statutory.due("AP-02a", event=event, period=period)
    assert plain <= appeal
    assert plain <= other
    assert ENGLAND.works(appeal)
    assert TRIBUNAL.works(other)
    days = [event + timedelta(days=n) for n in range(1, (other - event).days + 1)]
    counted = [on for on in days if not tribunal_is_away(on)]
    assert len(counted) >= (plain - event).days
    assert appeal == plain or not ENGLAND.works(plain) or tribunal_is_away(plain)


@pytest.mark.parametrize("rule", ["TR-03", "ME-07"])
@given(one=DAYS, other=DAYS, number=st.integers(0, 5))
def test_a_later_start_is_never_due_earlier(rule, one, other, number) -> None:
    start = RULES[rule].clock.facts[0]
    matter = list(UNOPPOSED)[number]
    early, late = sorted((one, other))
    first = statutory.answer(rule, as_at=ON, **{start: early, "matter": matter})
    second = statutory.answer(rule, as_at=ON, **{start: late, "matter": matter})
    assert early < first.due <= second.due
    assert all(on <= first.due for on in first.further.values())
