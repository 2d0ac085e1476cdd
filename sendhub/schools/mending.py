"""The rows of a register that could not be read, as a file to mend and load again."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from sendhub.core.spreadsheets import safe_cell

FAULT = "What is wrong"


class Wrong(Protocol):
    """A row to mend."""

    line: int
    fault: str
    cells: list[str]


class Target(Protocol):
    """Where a file is written."""

    def write(self, text: str, /) -> object: ...


def mend_rows(headings: Sequence[str], wrong: Iterable[Wrong]) -> Iterator[list[str]]:
    """The headings and each row as it was, with what is wrong with it at the end.

    Loaded again, the last column is passed over; so is the mark with which a cell is
    kept from being run by a spreadsheet.
    """
    yield [*headings, FAULT]
    for row in wrong:
        missing = [""] * (len(headings) - len(row.cells))
        cells = [*row.cells, *missing][: max(len(headings), len(row.cells))]
        yield [*map(safe_cell, cells), f"Line {row.line}: {row.fault}"]


def mend_file(file: Target, headings: Sequence[str], wrong: Iterable[Wrong]) -> None:
    """Write the file to mend."""
    csv.writer(file).writerows(mend_rows(headings, wrong))
