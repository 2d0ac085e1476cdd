"""Rules about children and the people around them: tables, no database."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub.core.errors import RuleBroken
from sendhub.people import rules
from sendhub.people.rules import NOBODY, Addressees, ContactFacts, Withheld

BORN = date(2010, 3, 14)  # of compulsory school age until 26 June 2026
LAST_DAY = date(2026, 6, 26)
AFTER = date(2026, 6, 27)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Zoë", "zoe"),
        ("O’Neill-Price", "oneill price"),
        ("O'NEILL", "oneill"),
        ("Łukasz", "lukasz"),
        ("  Mary   Ann ", "mary ann"),
        ("St. John", "st john"),
        ("Ñandú", "nandu"),
        ("", ""),
    ],
)
def test_a_plain_name_has_no_accents_marks_or_capitals(name: str, plain: str) -> None:
    assert rules.plain_name(name) == plain


@given(st.text(max_size=200))
def test_a_plain_name_stays_what_it_is(name: str) -> None:
    once = rules.plain_name(name)
    assert rules.plain_name(once) == once


@given(st.text(max_size=60), st.text(max_size=60))
def test_search_text_holds_every_word_of_every_name_once(one: str, two: str) -> None:
    words = rules.search_text([one, two, one]).split()
    assert len(words) == len(set(words))
    assert set(words) == set(f"{rules.plain_name(one)} {rules.plain_name(two)}".split())


@pytest.mark.parametrize(
    ("postcode", "starts"),
    [
        ("HR1 2AB", ["HR", "HR1", "HR1 2", "HR1 2A", "HR1 2AB"]),
        ("HR10 2AB", ["HR", "HR10", "HR10 2", "HR10 2A", "HR10 2AB"]),
        ("EC1A 1BB", ["EC", "EC1", "EC1A", "EC1A 1", "EC1A 1B", "EC1A 1BB"]),
    ],
)
def test_a_postcode_begins_with_whole_districts(
    postcode: str, starts: list[str]
) -> None:
    assert rules.postcode_starts(postcode) == starts


@pytest.mark.parametrize(
    ("born_on", "said"),
    [
        (date(2026, 11, 23), "future"),
        (date(2000, 11, 22), "over 25"),
    ],
)
def test_refuses_a_birthday_that_cannot_be(born_on: date, said: str) -> None:
    with pytest.raises(RuleBroken, match=said) as broken:
        rules.check_born_on(born_on, on=date(2026, 11, 22))
    assert broken.value.field == "born_on"


@pytest.mark.parametrize("born_on", [date(2026, 11, 22), date(2000, 11, 23)])
def test_takes_a_birthday_from_today_back_to_25(born_on: date) -> None:
    rules.check_born_on(born_on, on=date(2026, 11, 22))


def test_nothing_starts_before_birth_or_after_death() -> None:
    rules.check_after_birth(BORN, born_on=BORN, field="starts_on")
    rules.check_before_death(AFTER, died_on=AFTER, field="starts_on")
    rules.check_before_death(AFTER, died_on=None, field="starts_on")
    with pytest.raises(RuleBroken, match="14 March 2010"):
        rules.check_after_birth(date(2010, 3, 13), born_on=BORN, field="starts_on")
    with pytest.raises(RuleBroken, match="died on 26 June 2026"):
        rules.check_before_death(AFTER, died_on=LAST_DAY, field="starts_on")


def test_an_end_is_not_before_its_start() -> None:
    rules.check_end(AFTER, starts_on=AFTER)
    with pytest.raises(RuleBroken, match="27 June 2026") as broken:
        rules.check_end(LAST_DAY, starts_on=AFTER)
    assert broken.value.field == "ends_on"


@pytest.mark.parametrize(
    ("kind", "authority", "said"),
    [
        ("looked_after", None, "Choose the authority"),
        ("young_carer", "884", "Only a looked after child"),
    ],
)
def test_only_looked_after_has_an_authority(
    kind: str, authority: str | None, said: str
) -> None:
    with pytest.raises(RuleBroken, match=said) as broken:
        rules.check_status(kind, authority)
    assert broken.value.field == "authority"


@pytest.mark.parametrize(
    ("primary", "secondary", "field"),
    [(None, "ASD", "primary_need"), ("ASD", "ASD", "secondary_need")],
)
def test_needs_differ(primary: str | None, secondary: str, field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rules.check_needs(primary, secondary)
    assert broken.value.field == field


# --- who is written to (PPL-3, PPL-11)


def somebody(number: int, **facts: Any) -> ContactFacts:
    usual: dict[str, Any] = {
        "parental_responsibility": False,
        "do_not_contact": False,
        "copy_agreed": False,
        "is_representative": False,
        "in_force": True,
    }
    return ContactFacts(contact_id=number, **(usual | facts))


MOTHER = somebody(1, parental_responsibility=True)
FATHER = somebody(2, parental_responsibility=True, copy_agreed=True)
GRANDMOTHER = somebody(3, copy_agreed=True)
DEPUTY = somebody(4, is_representative=True)
BARRED = somebody(5, parental_responsibility=True, do_not_contact=True)
FORMER = somebody(6, parental_responsibility=True, in_force=False)
BARRED_COPY = somebody(7, copy_agreed=True, do_not_contact=True)


@pytest.mark.parametrize(
    ("on", "lacks_capacity", "contacts", "expected"),
    [
        (LAST_DAY, False, [MOTHER, FATHER], Addressees(False, (1, 2), ())),
        (LAST_DAY, False, [MOTHER, GRANDMOTHER], Addressees(False, (1,), ())),
        (LAST_DAY, False, [MOTHER, BARRED, FORMER], Addressees(False, (1,), ())),
        (LAST_DAY, True, [MOTHER, DEPUTY], Addressees(False, (1,), ())),
        (LAST_DAY, False, [], NOBODY),
        (AFTER, False, [MOTHER], Addressees(True, (), ())),
        (AFTER, False, [MOTHER, FATHER], Addressees(True, (), (2,))),
        (AFTER, False, [GRANDMOTHER, BARRED_COPY], Addressees(True, (), (3,))),
        (AFTER, True, [MOTHER, DEPUTY], Addressees(False, (4,), ())),
        (AFTER, True, [MOTHER, GRANDMOTHER], Addressees(False, (1,), ())),
        (AFTER, True, [], NOBODY),
    ],
)
def test_says_who_is_written_to(
    on: date, lacks_capacity: bool, contacts: list[ContactFacts], expected: Addressees
) -> None:
    said = rules.addressees(
        born_on=BORN,
        died_on=None,
        lacks_capacity=lacks_capacity,
        contacts=contacts,
        on=on,
    )
    assert said == expected


@given(st.booleans(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_nobody_is_written_to_after_a_death(capacity: bool, on: date) -> None:
    said = rules.addressees(
        born_on=BORN,
        died_on=date(2026, 1, 1),
        lacks_capacity=capacity,
        contacts=[MOTHER, FATHER, DEPUTY],
        on=on,
    )
    assert said == NOBODY


# --- what may be told to whom (PPL-12): adults by number, None is the child's address

HOME = [1, 3]


@pytest.mark.parametrize(
    ("withheld", "about", "address", "may"),
    [
        ([], None, True, True),
        ([], 1, True, True),
        ([Withheld(2)], None, True, False),
        ([Withheld(9)], None, True, True),
        # the address of somebody who lives with the child is the child's address
        ([Withheld(2)], 1, True, False),
        ([Withheld(2)], 1, False, True),
        ([Withheld(2)], 4, True, True),
        # everything about somebody is withheld: at home that is the address of all
        ([Withheld(2, 1)], 1, False, False),
        ([Withheld(2, 1)], 1, True, False),
        ([Withheld(2, 1)], None, True, False),
        ([Withheld(2, 1)], 3, True, False),
        ([Withheld(2, 1)], 3, False, True),
        ([Withheld(2, 4)], None, True, True),
        ([Withheld(2, 4)], 4, False, False),
        # nobody's own details are withheld from them
        ([Withheld(2), Withheld(2, 1)], 2, True, True),
    ],
)
def test_what_is_withheld_is_not_told(
    withheld: list[Withheld], about: int | None, address: bool, may: bool
) -> None:
    said = rules.may_disclose(
        about, to=2, withheld=withheld, at_home=HOME, address=address
    )
    assert said is may


adults = st.integers(1, 5)
marks = st.lists(
    st.builds(Withheld, hidden_from=adults, about=st.none() | adults), max_size=6
)


@given(marks, st.lists(adults, max_size=4), adults, adults, marks)
def test_another_mark_never_tells_more(
    withheld: list[Withheld],
    home: list[int],
    to: int,
    about: int,
    more: list[Withheld],
) -> None:
    facts: dict[str, Any] = {"to": to, "at_home": home}
    before = rules.may_disclose(about, withheld=withheld, **facts)
    after = rules.may_disclose(about, withheld=[*withheld, *more], **facts)
    assert before or not after
