"""Reading the national register: pure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub.schools.register import NotTheRegister, decoded, read
from tests.schools.gias import HEADINGS, school, text


def test_reads_what_a_row_says() -> None:
    (row,) = read(text(school()))
    assert row.errors == ()
    assert row.facts == {
        "urn": "999001",
        "name": "Château Street Primary School",
        "authority_code": "884",
        "laestab": "8842001",
        "ukprn": "10099901",
        "type_code": "1",
        "type_name": "Community school",
        "category": "mainstream",
        "phase": "Primary",
        "status": "1",
        "opened_on": date(1975, 9, 1),
        "closed_on": None,
        "age_from": 4,
        "age_to": 11,
        "pupils": 187,
        "capacity": 210,
        "section_41": False,
        "resourced_provision": True,
        "sen_unit": True,
        "street": "Château Street",
        "town": "Leominster",
        "postcode": "HR6 8ZZ",
        "easting": 349000,
        "northing": 259000,
        "phone": "01568000000",
        "website": "www.example.org",
        "head_name": "Ms Zoë Example",
    }


@pytest.mark.parametrize(
    ("said", "resourced", "unit"),
    [
        ("Not applicable", False, False),
        ("", False, False),
        ("Resourced provision", True, False),
        ("SEN unit", False, True),
        ("Resourced provision and SEN unit", True, True),
    ],
)
def test_reads_resourced_provision(said: str, resourced: bool, unit: bool) -> None:
    (row,) = read(text(school(resourced=said)))
    assert (row.facts["resourced_provision"], row.facts["sen_unit"]) == (
        resourced,
        unit,
    )


@pytest.mark.parametrize(
    ("said", "approved"), [("Approved", True), ("Not approved", False), ("", False)]
)
def test_reads_section_41(said: str, approved: bool) -> None:
    (row,) = read(text(school(section_41=said)))
    assert row.facts["section_41"] is approved


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"urn": "12345"}, "has not six digits"),
        ({"urn": ""}, "has not six digits"),
        ({"urn": "١٢٣٤٥٦"}, "has not six digits"),
        ({"name": " "}, "the name is missing"),
        ({"status": "9"}, "status “9” is not known"),
        ({"opened": "1975-09-01"}, "is not a date like 31-08-2026"),
        ({"opened": "31-02-1975"}, "is not a date like 31-08-2026"),
        ({"opened": "01-09-1975", "closed": "31-08-1970"}, "closed before it opened"),
        ({"east": "far"}, "Easting “far” is not a whole number"),
        ({"low": "99999"}, "is too large"),
    ],
)
def test_says_what_is_wrong_with_a_row(wrong: dict[str, str], said: str) -> None:
    (row,) = read(text(school(**wrong)))
    assert said in "; ".join(row.errors)
    assert row.line == 2


def test_a_row_with_other_columns_than_the_headings_is_wrong() -> None:
    content = text(school())
    header, row = content.splitlines()
    for line in (f"{row},more", row.rpartition(",")[0]):
        (read_row,) = read(f"{header}\n{line}\n")
        assert "more or fewer columns" in read_row.errors[0]


def test_the_order_and_number_of_columns_may_change() -> None:
    headings = ["New column", *reversed(HEADINGS)]
    (row,) = read(text(school(), headings=headings))
    assert row.facts["laestab"] == "8842001"
    few = [h for h in HEADINGS if h not in ("Easting", "HeadLastName", "UKPRN")]
    (row,) = read(text(school(), headings=few))
    assert (row.facts["easting"], row.facts["ukprn"]) == (None, "")


def test_a_file_without_the_needed_columns_is_not_the_register() -> None:
    with pytest.raises(NotTheRegister, match="URN"):
        list(read("a,b\n1,2\n"))
    with pytest.raises(NotTheRegister):
        list(read(""))


def test_the_file_is_windows_1252_unless_it_says_utf_8() -> None:
    assert decoded("é – “x”".encode("cp1252")) == "é – “x”"
    assert decoded("é".encode("utf-8-sig")) == "é"
    assert decoded(b"\x81") == "�"


@given(st.lists(st.text(max_size=12), min_size=len(HEADINGS), max_size=len(HEADINGS)))
def test_no_row_breaks_the_reader(cells: list[str]) -> None:
    for row in read(text(dict(zip(HEADINGS, cells, strict=True)))):
        assert row.errors or len(row.facts["urn"]) == 6
