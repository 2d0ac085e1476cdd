"""Spreadsheets: harmless in whatever opens them, typed, and the same in both forms."""

import csv
import errno
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub.core import spreadsheets
from sendhub.core.errors import RuleBroken
from sendhub.core.exports import FewRows
from sendhub.core.spreadsheets import FORMULA, safe_cell, write

STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
DANGEROUS = ["=1+1", "+44 1432", "-5", "@name", "\t=1", "\r=1", " =1", "＝1"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("plain", "plain"),
        *[(text, f"'{text}") for text in DANGEROUS],
        (-5, -5),
        (True, "yes"),
        (False, "no"),
        (date(2026, 2, 1), "2026-02-01"),
        (datetime(2026, 7, 1, 11, 30, tzinfo=UTC), "2026-07-01 12:30"),
    ],
)
def test_a_cell_is_made_harmless(value, cell):
    assert safe_cell(value) == cell


@given(st.text())
def test_no_text_begins_a_formula(text):
    assert not str(safe_cell(text)).lstrip().startswith(STARTS)
    assert not FORMULA.match(str(safe_cell(text)))


def written(tmp_path, ending, headings, *rows):
    table = FewRows(headings, [(None, row) for row in rows])
    file = io.BytesIO()
    write(table, ending, file, folder=tmp_path)
    file.seek(0)
    return file


def sheet_of(file):
    return openpyxl.load_workbook(file).active


def test_excel_is_told_the_alphabet_and_every_row_is_there(tmp_path):
    rows = [["Łukasz"], ['a "quote", a\nline']]
    data = written(tmp_path, "csv", ["Name"], *rows).read()
    assert data.startswith(b"\xef\xbb\xbf")
    there = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert there == [["Name"], *rows]


def test_an_excel_file_has_cells_of_their_own_kind(tmp_path):
    moment = datetime(2026, 7, 1, 11, 30, tzinfo=UTC)
    row = ["Łukasz", date(2026, 2, 1), moment, 7, Decimal("2.5"), True, None, ""]
    headings = ["Name", "Day", "Moment", "Days", "Hours", "Host", "None", "Empty"]
    sheet = sheet_of(written(tmp_path, "xlsx", headings, row))
    assert [cell.value for cell in sheet[1]] == headings
    values = [cell.value for cell in sheet[2]]
    assert values == [
        "Łukasz",
        datetime(2026, 2, 1),  # noqa: DTZ001  a cell has no zone
        datetime(2026, 7, 1, 12, 30),  # noqa: DTZ001
        7,
        2.5,
        "yes",
        None,
        None,
    ]
    assert [cell.data_type for cell in sheet[2]][:5] == ["s", "d", "d", "n", "n"]


def test_the_heading_of_an_excel_file_stays_in_sight_and_filters(tmp_path):
    sheet = sheet_of(written(tmp_path, "xlsx", ["A", "B"], ["x", 1], ["y", 2]))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"


def test_an_empty_list_has_its_heading(tmp_path):
    sheet = sheet_of(written(tmp_path, "xlsx", ["A", "B"]))
    assert [[cell.value for cell in row] for row in sheet.rows] == [["A", "B"]]
    assert written(tmp_path, "csv", ["A"]).read() == b"\xef\xbb\xbfA\r\n"


@pytest.mark.parametrize(
    "text", [*DANGEROUS, "<r>x</r>", "<b>&amp;", "https://x.example", "007", "\x01"]
)
def test_an_excel_file_runs_follows_and_changes_no_text(tmp_path, text):
    sheet = sheet_of(written(tmp_path, "xlsx", ["Name"], [text]))
    cell = sheet["A2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    found = cell.value.replace("_x0001_", "\x01").replace("_x000D_", "\r")
    assert found.strip(" ") == text.strip(" ")


def test_a_day_before_excel_began_is_text(tmp_path):
    sheet = sheet_of(written(tmp_path, "xlsx", ["Day"], [date(1899, 12, 31)]))
    assert sheet["A2"].value == "1899-12-31"


def test_more_rows_than_excel_opens_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheets, "MOST_IN_EXCEL", 2)
    with pytest.raises(RuleBroken, match="export to CSV"):
        written(tmp_path, "xlsx", ["A"], [1], [2], [3])


def test_tells_how_far_it_is_and_whose_rows_they_were(tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheets, "STEP", 2)
    table = FewRows(["A"], [(child, ["x"]) for child in (7, None, 7, 9, 8)])
    told = []
    done = write(table, "csv", io.BytesIO(), folder=tmp_path, told=told.append)
    assert (done.rows, list(done.children), told) == (5, [7, 7, 9, 8], [2, 4])


class Full(io.BytesIO):
    """A disk with little room left."""

    def write(self, data):
        if self.tell() + len(data) > 100:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_full_disk_is_said_as_the_system_says_it(tmp_path, ending):
    table = FewRows(["A"], [(None, [f"text {number}"]) for number in range(5000)])
    with pytest.raises(OSError, match="No space") as full:
        write(table, ending, Full(), folder=tmp_path)
    assert full.value.errno == errno.ENOSPC
