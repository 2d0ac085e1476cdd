"""Reading the national register: pure."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub.core.spreadsheets import safe_cell
from sendhub.schools.register import Row, read, survey
from tests.schools.gias import HEADINGS, SCHOOL, school, text


def rows(said: str | bytes) -> list[Row]:
    file = BytesIO(said.encode("cp1252", "ignore") if isinstance(said, str) else said)
    return list(read(file, survey(file)))


def test_reads_what_a_row_says() -> None:
    (row,) = rows(text(school()))
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
        "further_type": "",
        "opened_because": "",
        "closed_because": "",
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
    (row,) = rows(text(school(resourced=said)))
    assert (row.facts["resourced_provision"], row.facts["sen_unit"]) == (
        resourced,
        unit,
    )


@pytest.mark.parametrize(
    ("said", "approved"), [("Approved", True), ("Not approved", False), ("", False)]
)
def test_reads_section_41(said: str, approved: bool) -> None:
    (row,) = rows(text(school(section_41=said)))
    assert row.facts["section_41"] is approved


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"urn": "12345"}, "has not six digits"),
        ({"urn": ""}, "the URN is missing"),
        ({"urn": "١٢٣٤٥٦"}, "has not six digits"),
        ({"name": " "}, "the name is missing"),
        ({"status": "9"}, "status “9” is not known"),
        ({"opened": "1975-09-01"}, "is not a date like 31-08-2026"),
        ({"opened": "31-02-1975"}, "is not a date like 31-08-2026"),
        ({"opened": "01-09-1975", "closed": "31-08-1970"}, "closed before it opened"),
        ({"east": "far"}, "Easting “far” is not a whole number"),
        ({"low": "99999"}, "is too large"),
        ({"LA (code)": "88888"}, "LA (code) “88888” is too long"),
        ({"number": "20011"}, "EstablishmentNumber “20011” is too long"),
        ({"kind": "1234"}, "TypeOfEstablishment (code) “1234” is too long"),
        ({"Postcode": "HR1 1AA HR2"}, "Postcode “HR1 1AA HR2” is too long"),
    ],
)
def test_says_what_is_wrong_with_a_row(wrong: dict[str, str], said: str) -> None:
    (row,) = rows(text(school(**wrong)).encode("utf-8-sig"))
    assert said in "; ".join(row.errors)
    assert row.line == 2


def test_a_row_with_other_columns_than_the_headings_is_wrong() -> None:
    header, row = text(school()).splitlines()
    for line in (f"{row},more", row.rpartition(",")[0]):
        (read_row,) = rows(f"{header}\n{line}\n")
        assert "columns, and the headings have" in read_row.errors[0]
        assert read_row.cells[0] == "999001"


def test_a_urn_counts_where_it_stands_first() -> None:
    wrong = school(urn="999002", status="9")
    first, _, second, third, fourth = rows(
        text(school(), wrong, school(urn="999002"), school(), school(urn="999002"))
    )
    assert first.errors == second.errors == ()
    assert third.errors == ("URN 999001 stands on line 2 already, and that counts",)
    assert "line 4" in fourth.errors[0]


def test_columns_may_be_added_moved_and_missing() -> None:
    headings = ["New column", *reversed(HEADINGS)]
    (row,) = rows(text(school(), headings=headings))
    assert row.facts["laestab"] == "8842001"


def test_a_missing_column_says_nothing_of_the_school() -> None:
    gone = ["Easting", "HeadLastName", "UKPRN", "CloseDate", "Town"]
    gone += ["TypeOfResourcedProvision (name)", "Section41Approved (name)"]
    few = [heading for heading in HEADINGS if heading not in gone]
    (row,) = rows(text(school(), headings=few))
    untold = {"easting", "head_name", "ukprn", "closed_on", "town", "sen_unit"}
    untold |= {"resourced_provision", "section_41"}
    assert not untold & set(row.facts)
    assert row.facts["northing"] == 259000


@pytest.mark.parametrize(
    ("further", "category"),
    [
        ("Sixth Form College (General)", "sixth_form"),
        ("Sixth Form College (Voluntary Aided)", "sixth_form"),
        ("General Further Education College", "further_education"),
        ("Not applicable", "further_education"),
    ],
)
def test_a_college_may_be_one_for_sixth_forms(further: str, category: str) -> None:
    (row,) = rows(text(school(kind="18", further=further)))
    assert row.facts["category"] == category


def test_the_mark_of_a_mended_cell_is_taken_off_again() -> None:
    (row,) = rows(text(school(name="'=Danger", TelephoneNum="'+44 1568 000000")))
    assert row.facts["name"] == "=Danger"
    assert row.facts["phone"] == "+44 1568 000000"
    (row,) = rows(text(school(name="'Ysgol'")))
    assert row.facts["name"] == "'Ysgol'"


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("OpenDate", "01-09-75", "is not a date like 31-08-2026"),
        ("OpenDate", "9" * 5000 + "-1-1", "is not a date like 31-08-2026"),
        ("OpenDate", "31-02-2026", "is not a date like 31-08-2026"),
        ("OpenDate", "2026-09-01", "is not a date like 31-08-2026"),
        ("OpenDate", "٣1-08-2026", "is not a date like 31-08-2026"),
        ("NumberOfPupils", "9" * 5000, "is too large"),
        ("NumberOfPupils", "2000001", "is too large"),
        ("StatutoryLowAge", "32768", "is too large"),
        ("NumberOfPupils", "-1", "is not a whole number"),
        ("Easting", "٣49000", "is not a whole number"),
    ],
)
def test_odd_days_and_numbers_are_rows_to_mend(
    column: str, value: str, fault: str
) -> None:
    (row,) = rows(text({**SCHOOL, column: value}).encode())
    assert f"{column} “{value[:20]}” {fault}" in row.errors


def test_noughts_before_a_number_count_nothing() -> None:
    (row,) = rows(text(school(pupils="0" * 5000 + "187")))
    assert (row.errors, row.facts["pupils"]) == ((), 187)


@pytest.mark.parametrize("name", ["=SUM(A1)", " =SUM(A1)", "＝SUM(A1)", "@x", "-1"])
def test_what_a_spreadsheet_would_run_comes_back_as_it_was(name: str) -> None:
    (row,) = rows(text(school(name=safe_cell(name))).encode())
    assert row.facts["name"] == name.strip()


@given(st.lists(st.text(max_size=12), min_size=len(HEADINGS), max_size=len(HEADINGS)))
def test_no_row_breaks_the_reader(cells: list[str]) -> None:
    told = text(dict(zip(HEADINGS, cells, strict=True)), SCHOOL)
    for row in rows(told.encode("utf-8", "ignore").replace(b"\0", b"")):
        assert row.errors or len(row.facts["urn"]) == 6
