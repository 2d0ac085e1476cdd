"""Reading the files that registers are given out as: CSV with a line of headings. Pure.

A file that is not what it should be is refused whole, in words that say what to do. It
is read line by line: 60,000 rows take no more memory than sixty.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, TypeVar

CHUNK = 1 << 20
AT_ONCE = 1000
LONGEST_NAME = 60
LONGEST_ROW = 20
"""Lines that one row may go on for: an address may have several in one cell."""
EMPTY = "The file is empty."
NO_ROWS = "The file has headings, and no row below them. Download it again."
ZIPPED = (
    "This is a ZIP or Excel file. Take the CSV file out of it, or save it as CSV, "
    "and choose that."
)
WIDE = (
    "The file is in UTF-16, which Excel calls “Unicode text”. Save it as CSV, or "
    "download it again."
)
NO_TEXT = (
    "The file is not plain text: it is a picture or another kind of file, or CSV in "
    "UTF-16. Choose the CSV that was downloaded, or download it again."
)
NOT_CLOSED = (
    "A cell on line {line}, or soon after, has no end: a quotation mark there is never "
    "closed, or far too much stands in it. Download the file again, or mend that line."
)
CUT_OFF = (
    "The file ends in the middle of line {line}: it was cut off. Download it again."
)
HEADED_TWICE = (
    "Line {line} repeats the headings. Delete that line, or load the files that "
    "were put together here one by one."
)
HEADED_LATE = (
    "The headings stand on line {line}, not on the first. Delete the lines above them."
)
SEPARATED = (
    "The columns are separated by {what}, not by commas. Download the file again, and "
    "do not save it in Excel."
)
MISSING = "This is not {what}. These columns are missing: {names}."
TWICE = "The column “{name}” comes twice. Take one of the two out."
SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


T = TypeVar("T")


class NotTheTable(Exception):
    """The file cannot be used; its words say why, and what to do."""


@dataclass(frozen=True)
class Kind:
    """What file it should be: what it is called, its key and the columns it needs."""

    called: str
    needed: tuple[str, ...]

    @property
    def key(self) -> str:
        """The column that says which thing a row is about."""
        return self.needed[0]


@dataclass(frozen=True)
class Table:
    """A file that was found fit to be read."""

    encoding: str
    headings: tuple[str, ...]
    rows: int


@dataclass(frozen=True)
class Line:
    """One row: on which line it ends, its cells, and over how many lines it goes."""

    number: int
    cells: list[str]
    lines: int = 1


def glance(file: BinaryIO, kind: Kind) -> None:
    """Refuse what its beginning shows to be another file; a large one takes seconds.

    Raises NotTheTable, as `survey` does, which also reads on to the end.
    """
    with _text(file, _encoding(file)) as text:
        _headings(_lines(text), kind)


def survey(file: BinaryIO, kind: Kind) -> Table:
    """Read through the whole file, and refuse what cannot be used (PPL-5)."""
    encoding = _encoding(file)
    with _text(file, encoding) as text:
        lines = _lines(text)
        headings = _headings(lines, kind)
        key = headings.index(kind.key)
        count, last = 0, Line(1, list(headings))
        for line in lines:
            if line.lines > LONGEST_ROW:
                begun = line.number - line.lines + 1
                raise NotTheTable(NOT_CLOSED.format(line=begun))
            count, last = count + 1, line
            if last.cells[key : key + 1] == [kind.key]:
                raise NotTheTable(HEADED_TWICE.format(line=last.number))
    if not count:
        raise NotTheTable(NO_ROWS)
    if len(last.cells) < len(headings) and not _ends_with_a_line(file):
        raise NotTheTable(CUT_OFF.format(line=last.number))
    return Table(encoding, headings, count)


def read(file: BinaryIO, table: Table) -> Iterator[Line]:
    """Give each row under the headings."""
    with _text(file, table.encoding) as text:
        lines = _lines(text)
        next(lines)
        yield from lines


def batches(things: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """Give things by the thousand, as they come."""
    left = iter(things)
    while some := list(islice(left, size)):
        yield some


def _headings(lines: Iterator[Line], kind: Kind) -> tuple[str, ...]:
    try:
        first = next(lines, None)
    except NotTheTable:
        first = Line(1, [])
    if first is None:
        raise NotTheTable(EMPTY)
    headings = tuple(cell.replace("\x00", "").strip() for cell in first.cells)
    missing = [name for name in kind.needed if name not in headings]
    if missing:
        raise NotTheTable(_not_this(headings, missing, lines, kind))
    twice = [name for name in headings if name and headings.count(name) > 1]
    if twice:
        raise NotTheTable(TWICE.format(name=twice[0][:LONGEST_NAME]))
    return headings


def _not_this(
    headings: tuple[str, ...], missing: list[str], lines: Iterator[Line], kind: Kind
) -> str:
    """Say why the first line is not the headings of this kind of file."""
    only = headings[0] if headings else ""
    for separator, what in SEPARATORS.items():
        if kind.key in [part.strip(' "') for part in only.split(separator)][:-1]:
            return SEPARATED.format(what=what)
    following = next(lines, None) if headings else None
    if following and not set(kind.needed).difference(following.cells):
        return HEADED_LATE.format(line=following.number)
    return MISSING.format(what=kind.called, names=", ".join(missing))


def _encoding(file: BinaryIO) -> str:
    """Tell UTF-8, with its mark or without, from Windows-1252."""
    file.seek(0)
    start = file.read(4096)
    if not start.strip():
        raise NotTheTable(EMPTY)
    if start.startswith(b"PK\x03\x04"):
        raise NotTheTable(ZIPPED)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise NotTheTable(WIDE)
    if b"\0" in start:
        raise NotTheTable(NO_TEXT)
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    file.seek(0)
    try:
        while chunk := file.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        marked = start.startswith(codecs.BOM_UTF8)
        return "utf-8-sig" if marked else "cp1252"
    return "utf-8-sig"


def _ends_with_a_line(file: BinaryIO) -> bool:
    file.seek(-1, io.SEEK_END)
    return file.read(1) in b"\r\n"


@contextmanager
def _text(file: BinaryIO, encoding: str) -> Iterator[io.TextIOWrapper]:
    """Read the file from its beginning as text, and leave it open."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        yield text
    finally:
        text.detach()


def _lines(text: io.TextIOWrapper) -> Iterator[Line]:
    """Give each line that holds something."""
    reader = csv.reader(text)
    before = 0
    try:
        for cells in reader:
            if any(cells):
                yield Line(reader.line_num, cells, reader.line_num - before)
            before = reader.line_num
    except csv.Error as trouble:
        line = reader.line_num
        raise NotTheTable(NOT_CLOSED.format(line=line)) from trouble
