"""What a referral and an answer must be like. Pure."""

import re
from datetime import date

import pytest

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.rules import (
    Need,
    Party,
    Standing,
    Turn,
    age_words,
    birthday,
    check_can_fit,
    order_words,
    why_waiting,
)
from sendhub.nurture_hubs.rules import referrals as rules

COORDINATOR, SCHOOL = Party.COORDINATOR, Party.SCHOOL


@pytest.mark.parametrize(
    ("age", "fits"),
    [
        (1, False),
        (2, True),
        (7, True),
        (8, False),
        (9, False),
        (10, True),
        (16, True),
        (17, False),
    ],
)
def test_a_child_fits_now_or_within_a_year(age, fits):
    ranges = [(3, 7), (11, 16)]
    if fits:
        rules.check_age_usual(age, ranges)
    else:
        with pytest.raises(RuleBroken, match=f"The child is {age}"):
            rules.check_age_usual(age, ranges)


def test_where_there_is_no_hub_nobody_is_too_old():
    rules.check_age_usual(12, [])


@pytest.mark.parametrize(
    ("on", "by", "field"),
    [
        (None, "", None),
        (date(2026, 11, 2), "Ceri", None),
        (date(2026, 11, 2), "", "consent_by"),
        (None, "Ceri", "consent_on"),
    ],
)
def test_consent_has_its_day_and_its_name(on, by, field):
    if field is None:
        rules.check_consent(on, by)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_consent(on, by)
    assert broken.value.field == field


@pytest.mark.parametrize("standing", list(Standing))
def test_only_an_open_referral_is_answered(standing):
    if standing in (Standing.REFERRED, Standing.WAITING):
        rules.check_open(standing)
        return
    with pytest.raises(RuleBroken):
        rules.check_open(standing)


@pytest.mark.parametrize(
    ("consent", "answers", "words"),
    [
        (True, [{COORDINATOR: True, SCHOOL: True}], []),
        (False, [{COORDINATOR: True, SCHOOL: True}], ["the family’s agreement"]),
        (True, [{COORDINATOR: True}], ["the hub school’s agreement"]),
        (True, [{SCHOOL: True}], ["the coordinator’s agreement"]),
        (
            True,
            [{COORDINATOR: True, SCHOOL: False}],
            ["the hub school’s agreement"],
        ),
        (
            True,
            [{COORDINATOR: True}, {SCHOOL: True}],
            ["coordinator and hub school agreeing to one hub"],
        ),
        (
            True,
            [{COORDINATOR: False, SCHOOL: True}, {COORDINATOR: True, SCHOOL: True}],
            [],
        ),
        (
            False,
            [],
            [
                "the family’s agreement",
                "the coordinator’s agreement",
                "the hub school’s agreement",
            ],
        ),
    ],
)
def test_says_what_is_missing(consent, answers, words):
    assert rules.missing(consent=consent, answers=answers) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({COORDINATOR: True, SCHOOL: True}, "Broadlands: both agreed"),
        ({COORDINATOR: True}, "Broadlands: coordinator agreed"),
        (
            {SCHOOL: False, COORDINATOR: True},
            "Broadlands: coordinator agreed, hub school refused",
        ),
    ],
)
def test_says_what_was_answered_for_a_hub(said, words):
    assert rules.hub_words("Broadlands", said) == words


@pytest.mark.parametrize("need", list(Need))
def test_every_need_has_its_words(need):
    words = order_words(
        need, from_host=False, others_first=False, waits_since=date(2026, 11, 2)
    )
    assert words.endswith("need, waits since 2 November 2026")


NOV = [date(2026, 11, day) for day in range(1, 31)]


@pytest.mark.parametrize(
    ("consent_on", "agreed_on", "since"),
    [
        (None, [NOV[4]], None),
        (NOV[4], [], None),
        (NOV[4], [NOV[8]], NOV[8]),
        (NOV[12], [NOV[8]], NOV[12]),
        (NOV[4], [NOV[8], NOV[6]], NOV[6]),
        (date(2026, 9, 1), [NOV[1]], NOV[1]),
        (date(2026, 9, 1), [date(2026, 10, 1)], NOV[1]),
    ],
)
def test_a_child_waits_since_the_last_of_the_three_agreed(consent_on, agreed_on, since):
    known = {"received_on": NOV[1], "consent_on": consent_on, "agreed_on": agreed_on}
    assert rules.waits_since(**known) == since


BORN, AGES = date(2020, 5, 5), (3, 7)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2023, 5, 4), "The child is 2: .* before 5 May 2023"),
        (date(2023, 5, 5), ""),
        (date(2028, 5, 4), ""),
        (date(2028, 5, 5), "The child is 8: .* 3 to 7 on their first day.$"),
    ],
)
def test_says_why_a_child_cannot_enter_for_its_age(on, said):
    words = age_words(BORN, on=on, ages=AGES)
    assert re.match(said, words) if said else not words


@pytest.mark.parametrize(
    ("born_on", "age", "day"),
    [
        (BORN, 3, date(2023, 5, 5)),
        (date(2020, 2, 29), 3, date(2023, 3, 1)),
        (date(2020, 2, 29), 4, date(2024, 2, 29)),
    ],
)
def test_a_child_of_29_february_is_older_on_1_march(born_on, age, day):
    assert birthday(born_on, age) == day


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2028, 5, 4), None, ""),
        (date(2028, 5, 5), None, "Choose another hub"),
        (date(2022, 9, 1), None, ""),
        (date(2022, 9, 1), date(2023, 5, 5), ""),
        (date(2022, 9, 1), date(2023, 5, 4), "The hub closes on 4 May 2023"),
    ],
)
def test_who_can_never_enter_is_refused(first, last, said):
    known = {"ages": AGES, "first": first, "last": last}
    if said:
        with pytest.raises(RuleBroken, match=said):
            check_can_fit(BORN, **known)
    else:
        check_can_fit(BORN, **known)


FULL, NEXT = Turn(True, False, 0), Turn(False, False, 0)
KEPT, LATER = Turn(False, True, 0), Turn(False, False, 2)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ([FULL, FULL], "every place is taken"),
        ([FULL, KEPT], "children of other schools"),
        ([KEPT, LATER], "others come first"),
        ([FULL, LATER, NEXT], "agreeing with the hub"),
    ],
)
def test_of_several_hubs_the_nearest_says_why_a_child_waits(turns, said):
    assert said in why_waiting(turns)
