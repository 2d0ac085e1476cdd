"""Reading what is typed into the search box."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub.people.sought import read

TODAY = date(2026, 11, 22)
FIFTH = date(2016, 5, 5)


@pytest.mark.parametrize(
    "typed",
    [
        "5/5/2016",
        "05/05/2016",
        "5-5-2016",
        "5.5.2016",
        "5 / 5 / 2016",
        "5 5 2016",
        "5/5/16",
        "05052016",
        "2016-05-05",
        "5 May 2016",
        "5th May 2016",
        "5th of May, 2016",
        "5 may 16",
        "May 5, 2016",
        "5-May-2016",
        "5May16",
        "2016/05/05",
        "20160505",
        "050516",
        "5 5 16",
        "dob 5/5/2016",
        "Born: 5 May 2016",
    ],
)
def test_reads_a_date_as_people_write_it(typed: str) -> None:
    found = read(typed, on=TODAY)
    assert (found.born_on, found.names, found.trouble) == (FIFTH, "", "")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("3 Sept 2016", date(2016, 9, 3)), ("3/4/27", date(1927, 4, 3))],
)
def test_knows_sept_and_the_century(typed: str, expected: date) -> None:
    assert read(typed, on=TODAY).born_on == expected


@given(
    st.dates(date(1995, 1, 1), TODAY),
    st.sampled_from(
        ["%d/%m/%Y", "%d %B %Y", "%Y-%m-%d", "%d.%m.%y", "%d %b %Y", "%B %d %Y"]
    ),
    st.sampled_from(["", "smith", "zoë o’neill"]),
)
def test_every_day_is_read_back(day: date, how: str, name: str) -> None:
    found = read(f"{name} {day.strftime(how)}", on=TODAY)
    assert found.born_on == day
    assert found.names == {"": "", "smith": "smith", "zoë o’neill": "zoe oneill"}[name]


@pytest.mark.parametrize(
    "typed", ["31/2/2016", "30 Feb 2016", "2016-13-01", "0/5/2016"]
)
def test_says_that_a_date_is_not_real(typed: str) -> None:
    found = read(typed, on=TODAY)
    assert found.born_on is None
    assert "is not a real date" in found.trouble


@pytest.mark.parametrize(
    ("typed", "identifier"),
    [
        ("H801200001001", "H801200001001"),
        ("h801 2000 01001", "H801200001001"),
        ("943 476 5919", "9434765919"),
        ("943-476-5919", "9434765919"),
    ],
)
def test_reads_an_identifier(typed: str, identifier: str) -> None:
    found = read(typed, on=TODAY)
    assert (found.identifier, found.trouble) == (identifier, "")


@pytest.mark.parametrize("typed", ["A801200001001", "1234567890"])
def test_looks_for_a_mistyped_identifier_and_says_so(typed: str) -> None:
    found = read(typed, on=TODAY)
    assert found.identifier == typed
    assert found.trouble


@pytest.mark.parametrize(
    ("typed", "postcode", "names"),
    [
        ("hr40le", "HR4 0LE", ""),
        ("Smith HR4 0LE", "HR4 0LE", "smith"),
        ("hr4", "HR4", ""),
        ("Smith hr4 0", "HR4 0", "smith"),
        ("WR14 jones", "WR14", "jones"),
        ("Smith 12", "", "smith"),
        ("May Smith", "", "may smith"),
        ("Renée-Claire d'Arc", "", "renee claire darc"),
        ("100% _ \\ sm", "", "sm"),
        ("李小龍", "", "李小龍"),
        ("أحمد", "", "احمد"),
        ("Zoe\u0308", "", "zoe"),
    ],
)
def test_reads_names_and_postcodes(typed: str, postcode: str, names: str) -> None:
    found = read(typed, on=TODAY)
    assert (found.postcode, found.names) == (postcode, names)


def test_one_letter_is_too_little() -> None:
    found = read("b", on=TODAY)
    assert found.is_empty
    assert "two letters" in found.trouble


@pytest.mark.parametrize("typed", ["5/5", "***", "12 34", "05.05"])
def test_what_cannot_be_read_is_said(typed: str) -> None:
    found = read(typed, on=TODAY)
    assert found.is_empty
    assert "no name and no number" in found.trouble


@given(st.text(max_size=300))
def test_nothing_typed_breaks_it(typed: str) -> None:
    found = read(typed, on=TODAY)
    assert "\x00" not in f"{found.text}{found.names}"
    assert len(found.names.split()) <= 6


@pytest.mark.parametrize("typed", ["24", "#24", "000024", "123456789"])
def test_a_bare_number_may_be_a_case(typed: str) -> None:
    found = read(typed, on=TODAY)
    assert found.number == typed.lstrip("#")
    assert found.trouble.startswith(f"No case has the number {found.number}.")
    assert found.is_empty


def test_a_bare_number_may_be_a_case_or_a_date() -> None:
    found = read("05052016", on=TODAY)
    assert (found.number, found.born_on, found.trouble) == ("05052016", FIFTH, "")
