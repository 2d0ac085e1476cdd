"""The rows of a register that could not be read, as a file to mend and load again."""

import csv
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from sendhub.core.errors import RuleBroken
from sendhub.core.spreadsheets import safe_cell

FAULT = "What is wrong"
ITSELF = "The rows to mend would be written over {path}, which is being loaded."
NO_FOLDER = "There is no folder {path} for the rows to mend."


class Wrong(Protocol):
    """A row to mend."""

    @property
    def line(self) -> int: ...
    @property
    def fault(self) -> str: ...
    @property
    def cells(self) -> list[str]: ...


class Target(Protocol):
    """Where a file is written."""

    def write(self, text: str, /) -> object: ...


class Mending:
    """A file of rows to mend: each as it was, with what is wrong in a last column.

    Loaded again, that column is passed over; so is the mark with which a cell is kept
    from being run by a spreadsheet. Cells that a row has too many stand behind it.
    """

    def __init__(self, file: Target, headings: Sequence[str]) -> None:
        self._write = csv.writer(file).writerow
        self._headings = [name for name in headings if name != FAULT]
        self._told = headings.index(FAULT) if FAULT in headings else None
        self._write([*map(safe_cell, self._headings), FAULT])

    def add(self, row: Wrong) -> None:
        """Write one row; what was said of it in an earlier file to mend goes."""
        cells = [cell for n, cell in enumerate(row.cells) if n != self._told]
        width = len(self._headings)
        missing = [""] * (width - len(cells))
        safe = [safe_cell(cell) for cell in [*cells, *missing]]
        said = f"Line {row.line}: {row.fault}"
        self._write([*safe[:width], said, *safe[width:]])


def mend_file(file: Target, headings: Sequence[str], wrong: Iterable[Wrong]) -> None:
    """Write the file to mend."""
    mending = Mending(file, headings)
    for row in wrong:
        mending.add(row)


class MendPath:
    """Where a command writes the rows to mend: a file begins with the first of them."""

    def __init__(self, path: Path | None, *, loaded: Path) -> None:
        """Raises RuleBroken where it cannot be written, before anything is loaded."""
        if path and path.exists() and path.samefile(loaded):
            raise RuleBroken(ITSELF.format(path=path))
        if path and not path.parent.is_dir():
            raise RuleBroken(NO_FOLDER.format(path=path.parent))
        self.path = path
        self._open = ExitStack()
        self._mending: Mending | None = None

    def __enter__(self) -> "MendPath":
        return self

    def __exit__(self, *raised: object) -> None:
        self._open.close()

    @property
    def written(self) -> bool:
        """Whether there is anything to mend in it."""
        return self._mending is not None

    def add(self, headings: Sequence[str], row: Wrong) -> None:
        """Write one row to mend."""
        if self.path is None:
            return
        if self._mending is None:
            file = self.path.open("w", encoding="utf-8-sig", newline="")
            self._mending = Mending(self._open.enter_context(file), headings)
        self._mending.add(row)
