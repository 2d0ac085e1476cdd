"""Tables as CSV and as Excel files: row by row, and safe to open in a spreadsheet."""

import csv
import io
import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, Protocol

import xlsxwriter
from django.utils.timezone import localtime
from xlsxwriter.exceptions import FileCreateError

from sendhub.core.errors import RuleBroken
from sendhub.core.exports import Table

FORMULA = re.compile(r"[\t\r]|\s*[=+\-@＝＋－＠]")
"""Spreadsheets look past spaces at the start, and some read wide signs too."""
STEP = 500
MOST_IN_EXCEL = 1_048_575
"""Rows of a sheet below its heading; Excel opens no more."""
TOO_MANY = (
    f"Excel opens at most {MOST_IN_EXCEL:,} rows. Choose fewer with the filters, or "
    "export to CSV."
)
MEASURED = 200
NARROWEST, WIDEST = 10, 50
DAY_WIDTH = 12
FIRST_YEAR = 1900
"""Excel knows no earlier day."""


@dataclass(frozen=True)
class Written:
    """How many rows were written, and of which children."""

    rows: int
    children: array


class Sheet(Protocol):
    """Something that rows can be written to."""

    def row(self, cells: Sequence[Any]) -> None: ...

    def close(self) -> None: ...

    def abandon(self) -> None: ...


def write(
    table: Table,
    ending: str,
    into: IO[bytes],
    *,
    folder: Path,
    told: Callable[[int], None] = lambda number: None,
) -> Written:
    """Write a table; `told` hears how many rows are written, and may raise.

    What is written on the way lies in the folder, which goes if this fails.
    """
    sheet = SHEETS[ending](into, table.headings, folder)
    children = array("q")
    number = 0
    try:
        for number, (child, cells) in enumerate(table.rows(), start=1):
            sheet.row(cells)
            if child is not None:
                children.append(child)
            if number % STEP == 0:
                told(number)
        sheet.close()
    finally:
        sheet.abandon()
    return Written(number, children)


def safe_cell(value: Any) -> Any:
    """Make a cell of a CSV harmless: a text that a spreadsheet would run is quoted."""
    if isinstance(value, str):
        return f"'{value}" if FORMULA.match(value) else value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


class CsvSheet:
    """CSV in UTF-8, with the mark that Excel looks for."""

    def __init__(self, into: IO[bytes], headings: Iterable[str], folder: Path) -> None:
        self._text = io.TextIOWrapper(into, encoding="utf-8-sig", newline="")
        self._write = csv.writer(self._text).writerow
        self._write(headings)

    def row(self, cells: Sequence[Any]) -> None:
        self._write(
            [
                cell if type(cell) is str and cell[:1].isalnum() else safe_cell(cell)
                for cell in cells
            ]
        )

    def close(self) -> None:
        self._text.flush()

    def abandon(self) -> None:
        """Let go of the file; its owner closes it."""
        self._text.detach()


class _Disk:
    """A file that takes no more once we let go of it.

    The library leaves its archive open where a disk is full; when that is thrown away
    it writes its end once more, and would fail once more.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file: IO[bytes] | None = file

    def let_go(self) -> None:
        self._file = None

    def write(self, data: bytes) -> int:
        return self._file.write(data) if self._file else len(data)

    def tell(self) -> int:
        return self._file.tell() if self._file else 0

    def seek(self, to: int, whence: int = 0) -> int:
        return self._file.seek(to, whence) if self._file else 0

    def flush(self) -> None:
        if self._file:
            self._file.flush()


class ExcelSheet:
    """One sheet of typed cells; the heading stays in sight and filters."""

    OPTIONS = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }

    def __init__(self, into: IO[bytes], headings: Sequence[str], folder: Path) -> None:
        self._disk = _Disk(into)
        options = {**self.OPTIONS, "tmpdir": str(folder)}
        self._book = xlsxwriter.Workbook(self._disk, options)
        self._sheet = self._book.add_worksheet()
        self._day = self._book.add_format({"num_format": "dd/mm/yyyy"})
        self._moment = self._book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        bold = self._book.add_format({"bold": True, "bottom": 1})
        self._widths = [max(NARROWEST, len(heading) + 3) for heading in headings]
        for column, heading in enumerate(headings):
            self._sheet.write_string(0, column, heading, bold)
        self._sheet.freeze_panes(1, 0)
        self._rows = 0

    def row(self, cells: Sequence[Any]) -> None:
        self._rows += 1
        if self._rows > MOST_IN_EXCEL:
            raise RuleBroken(TOO_MANY)
        if self._rows <= MEASURED:
            self._measure(cells)
        for column, value in enumerate(cells):
            if value is not None and value != "":
                self._cell(column, value)

    def _cell(self, column: int, value: Any) -> None:
        at = (self._rows, column)
        if isinstance(value, str):
            self._sheet.write_string(*at, _plain(value))
        elif isinstance(value, datetime):
            moment = localtime(value).replace(tzinfo=None)
            self._sheet.write_datetime(*at, moment, self._moment)
        elif isinstance(value, date) and value.year >= FIRST_YEAR:
            self._sheet.write_datetime(*at, value, self._day)
        elif isinstance(value, bool):
            self._sheet.write_string(*at, "yes" if value else "no")
        elif isinstance(value, int | float | Decimal):
            self._sheet.write_number(*at, value)
        else:
            self._sheet.write_string(*at, _plain(str(value)))

    def _measure(self, cells: Sequence[Any]) -> None:
        for column, value in enumerate(cells):
            here = DAY_WIDTH if isinstance(value, date) else len(str(value)) + 1
            self._widths[column] = max(self._widths[column], here)

    def close(self) -> None:
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, min(width, WIDEST))
        self._sheet.autofilter(0, 0, self._rows, len(self._widths) - 1)
        try:
            self._book.close()
        except FileCreateError as wrapped:
            raise wrapped.args[0] from None

    def abandon(self) -> None:
        """Let go of the file, and of what lies in the folder."""
        self._disk.let_go()
        self._sheet._opt_close()


def _plain(text: str) -> str:
    """A text that the library would take for its own markup is none any more."""
    return f"{text} " if text.startswith("<r>") else text


SHEETS: dict[str, Callable[..., Sheet]] = {"csv": CsvSheet, "xlsx": ExcelSheet}
