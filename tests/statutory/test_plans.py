"""Plans issued and ended, and ages as rules: their words, and what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub import statutory
from sendhub.statutory import FactsDisagree, MissingFact, people
from sendhub.statutory.people import RightsHolder

AS_AT = date(2026, 11, 21)
BORN = date(2010, 3, 15)
BIRTHDAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
SECTIONS = ["C", "NA", "RA", "PL", "CE", "AG"]
WITHOUT_DATE = [rule.id for rule in statutory.RULES.values() if not rule.clock.facts]


def says(rule: str, **facts) -> str:
    return statutory.answer(rule, as_at=AS_AT, **facts).explanation


@pytest.mark.parametrize("section", SECTIONS)
def test_lists_the_rules_of_a_section_in_order(section) -> None:
    ids = [rule for rule in statutory.RULES if rule.split("-")[0] == section]
    assert len(ids) >= 3
    assert ids == sorted(ids)


@pytest.mark.parametrize("rule", statutory.RULES.values(), ids=statutory.RULES)
def test_people_read_no_names_of_programs(rule) -> None:
    assert "`" not in rule.note + rule.exemption
    assert "_" not in rule.note + rule.exemption


@pytest.mark.parametrize("rule", WITHOUT_DATE)
def test_explains_what_has_no_date_in_one_sentence(rule) -> None:
    words = says(rule)
    assert words.count(".") == 1
    assert words.endswith(".")
    assert "  " not in words


@pytest.mark.parametrize(
    ("rule", "facts", "words"),
    [
        (
            "AG-01",
            {},
            "A child born on 15 March 2010 is of compulsory school age from"
            " 31 March 2015, the 31 December, 31 March or 31 August on or after the"
            " fifth birthday, and from then on must have a suitable education, at"
            " school or otherwise.",
        ),
        (
            "AG-02",
            {},
            "Someone born on 15 March 2010 is of compulsory school age up to and"
            " including 26 June 2026, the last Friday in June of the school year of the"
            " sixteenth birthday.",
        ),
        (
            "AG-03",
            {},
            "For someone born on 15 March 2010 the rights are the parent's until 26"
            " June 2026, and from 27 June 2026 until 14 March 2035 they are the young"
            " person's.",
        ),
        (
            "AG-07",
            {},
            "Someone born on 15 March 2010 turns 18 on 15 March 2028, and is an adult"
            " from then on.",
        ),
        (
            "CE-05",
            {},
            "A plan ends at the latest with the academic year of the 25th birthday: for"
            " someone born on 15 March 2010, on 31 July 2035, as at a college.",
        ),
        (
            "CE-05",
            {"learning": "college"},
            "A plan ends at the latest with the academic year of the 25th birthday: for"
            " someone born on 15 March 2010, on 31 July 2035.",
        ),
    ],
)
def test_explains_ages(rule, facts, words) -> None:
    assert says(rule, born_on=BORN, **facts) == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"lacks_capacity": "no"}, "they are the young person's."),
        ({"lacks_capacity": "yes"}, "a representative, or where there is none the"),
        ({"lacks_capacity": "yes", "representative": "yes"}, "a representative, or"),
        ({"lacks_capacity": "yes", "representative": "no"}, "the parent acts for the"),
    ],
)
def test_says_who_holds_the_rights(facts, words) -> None:
    assert f"14 March 2035 {words}" in says("AG-03", born_on=BORN, **facts)


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 8, 31), "'Year 5' from 1 September 2025 until 31 August 2026."),
        (date(2026, 9, 1), "'Year 6' from 1 September 2026 until 31 August 2027."),
    ],
)
def test_says_the_year_group(on, words) -> None:
    assert says("AG-06", born_on=date(2015, 9, 1), event=on) == (
        f"By age, someone born on 1 September 2015 is in the year group {words}"
    )


def test_nobody_is_in_a_year_group_before_birth() -> None:
    with pytest.raises(FactsDisagree, match="before the date of birth"):
        says("AG-06", born_on=AS_AT, event=AS_AT - timedelta(days=1))


NOTICE = date(2026, 2, 2)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "must be kept until the time to appeal has run, on 2 April 2026."),
        (
            {"appeal_received": date(2026, 4, 2)},
            "must be kept until your appeal of 2 April 2026 is decided, however long"
            " that takes.",
        ),
        (
            {"appeal_received": date(2026, 4, 3)},
            "on 2 April 2026, for the appeal of 3 April 2026 came after it.",
        ),
        (
            {
                "appeal_received": date(2026, 3, 2),
                "appeal_decided": date(2026, 9, 1),
            },
            "must be kept until your appeal was decided, on 1 September 2026.",
        ),
    ],
)
def test_says_how_long_the_plan_is_kept(facts, words) -> None:
    said = says("CE-04", cease_notified=NOTICE, **facts)
    assert said.startswith("You were told on 2 February 2026 that the plan will end,")
    assert said.endswith(words)
    assert said.count(".") == 1


@pytest.mark.parametrize(
    ("facts", "error", "words"),
    [
        ({"cease_notified": None}, MissingFact, "CE-04 needs 'cease_notified'"),
        (
            {"appeal_decided": NOTICE},
            MissingFact,
            "CE-04 needs 'appeal_received'",
        ),
        (
            {"appeal_received": NOTICE - timedelta(days=1)},
            FactsDisagree,
            "1 February 2026, before the clock started on 2 February 2026",
        ),
        (
            {"appeal_received": AS_AT, "appeal_decided": NOTICE},
            FactsDisagree,
            "'appeal_decided' is 2 February 2026",
        ),
        (
            {"mediation_certificate": NOTICE - timedelta(days=1)},
            FactsDisagree,
            "mediation certificate is 1 February 2026",
        ),
    ],
)
def test_refuses_an_appeal_that_cannot_be(facts, error, words) -> None:
    with pytest.raises(error, match=words):
        says("CE-04", **({"cease_notified": NOTICE} | facts))


@given(notified=st.dates(date(2018, 6, 1), date(2055, 12, 31)))
def test_the_plan_is_kept_for_as_long_as_it_may_be_appealed(notified) -> None:
    kept = statutory.due("CE-04", cease_notified=notified)
    assert kept == statutory.due("AP-01", decision_letter=notified)


@pytest.mark.parametrize("rule", ["AG-01", "AG-02", "AG-03", "AG-07", "CE-05"])
def test_an_age_needs_a_date_of_birth(rule) -> None:
    with pytest.raises(MissingFact, match=f"{rule} needs 'born_on'"):
        says(rule)


@pytest.mark.parametrize(
    ("rule", "first", "then"),
    [
        ("CE-02", "left_setting", "review_completed"),
        ("CE-03", "cease_consulted", "cease_notified"),
        ("NA-05", "decision_to_assess_notified", "advice_requested"),
    ],
)
def test_the_second_step_cannot_come_first(rule, first, then) -> None:
    with pytest.raises(FactsDisagree, match="before the clock started"):
        says(rule, **{first: AS_AT, then: AS_AT - timedelta(days=1)})


@given(born_on=BIRTHDAYS)
def test_the_ages_follow_one_another(born_on) -> None:
    begins, ends, passes = (
        statutory.due(rule, born_on=born_on) for rule in ("AG-01", "AG-02", "AG-03")
    )
    plan = statutory.due("CE-05", born_on=born_on)
    last = statutory.answer("AG-03", as_at=AS_AT, born_on=born_on).until
    assert begins < ends < passes < last < plan
    assert people.rights_holder(born_on, ends) is RightsHolder.PARENT
    assert people.is_young_person(born_on, passes)
    assert people.is_young_person(born_on, last)
    assert not people.is_young_person(born_on, last + timedelta(days=1))


@given(one=BIRTHDAYS, other=BIRTHDAYS)
@pytest.mark.parametrize("rule", ["AG-01", "AG-02", "AG-03", "AG-07", "CE-05"])
def test_the_younger_is_never_earlier(rule, one, other) -> None:
    older, younger = sorted((one, other))
    first = statutory.due(rule, born_on=older)
    assert first <= statutory.due(rule, born_on=younger)
