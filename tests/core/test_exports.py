"""Exported cells: harmless in a spreadsheet, readable by a machine."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub.core.exports import FORMULA_STARTS, csv_file, safe_cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("+44 1432", "'+44 1432"),
        ("-5", "'-5"),
        ("@name", "'@name"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
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
    assert not str(safe_cell(text)).lstrip().startswith(FORMULA_STARTS)


def test_excel_is_told_the_alphabet_and_every_row_is_there():
    with csv_file(["Name"], [["Łukasz"], ['a "quote", a\nline']]) as file:
        data = file.read()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows == [["Name"], ["Łukasz"], ['a "quote", a\nline']]
