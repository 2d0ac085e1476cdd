"""Reading the national directory of postcodes (ONSPD): ward and place of each. Pure.

The names of its columns change from edition to edition: wards are `osward`, or
`wd24cd` after the year of the wards; places `oseast1m` and `osnrth1m`, or `east1m` and
`north1m`; how good those are `osgrdind` or `gridind`. Everything else is passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from sendhub.core.errors import RuleBroken
from sendhub.people.identifiers import postcode
from sendhub.schools import tables
from sendhub.schools.rules import Point, point_of
from sendhub.schools.tables import Kind, Line, NotTheTable, Table

KIND = Kind("the ONS directory of postcodes", ("pcds",))
COLUMNS = {
    "ward": re.compile(r"osward|wd\d\dcd"),
    "east": re.compile(r"(os)?east1m"),
    "north": re.compile(r"osnrth1m|north1m"),
    "quality": re.compile(r"osgrdind|gridind"),
}
WARD = re.compile(r"[A-Z][0-9]{8}")
METRES = re.compile(r"[0-9]{1,7}")
NO_PLACE = "9"
"""The mark of a postcode of which no place is known."""
IRISH = "BT"
"""Northern Ireland is told by another grid, whose numbers mean other places."""
NOTHING_USED = (
    "This is not the ONS directory of postcodes. It has no column of wards, and none "
    "of the National Grid."
)
WIDTH = "it has {has} columns, and the headings have {width}"


class _Unreadable(Exception):
    """What a line says cannot be; its words say why."""


@dataclass(frozen=True)
class Place:
    """One postcode, its ward and place, or what is wrong with its line."""

    line: int
    postcode: str = ""
    ward: str = ""
    point: Point | None = None
    fault: str = ""
    cells: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Columns:
    """Where in a line stands what; None where the file does not tell it."""

    code: int
    ward: int | None
    east: int | None
    north: int | None
    quality: int | None

    @classmethod
    def of(cls, table: Table) -> "Columns":
        """Find them by their headings; raises NotTheTable where there is nothing."""
        names = [name.lower() for name in table.headings]
        found = {
            what: next(
                (n for n, name in enumerate(names) if like.fullmatch(name)), None
            )
            for what, like in COLUMNS.items()
        }
        columns = cls(table.headings.index(KIND.key), **found)
        if not columns.tell_wards and not columns.tell_places:
            raise NotTheTable(NOTHING_USED)
        return columns

    @property
    def tell_wards(self) -> bool:
        """Whether the file says in which wards postcodes are."""
        return self.ward is not None

    @property
    def tell_places(self) -> bool:
        """Whether the file says where postcodes are."""
        return self.east is not None and self.north is not None


def survey(file: BinaryIO) -> Table:
    """Refuse a file that is not the directory, or not all of it."""
    table = tables.survey(file, KIND)
    Columns.of(table)
    return table


def read(file: BinaryIO, table: Table) -> Iterator[Place]:
    """Give each postcode of a known ward or place; the others are passed over."""
    columns = Columns.of(table)
    width = len(table.headings)
    for line in tables.read(file, table):
        if len(line.cells) != width:
            fault = WIDTH.format(has=len(line.cells), width=width)
            yield Place(line.number, fault=fault, cells=line.cells)
            continue
        place = _place(line, columns)
        if place.ward or place.point or place.fault:
            yield place


def _place(line: Line, columns: Columns) -> Place:
    def cell(number: int | None) -> str:
        return "" if number is None else line.cells[number].strip()

    try:
        written = _code(cell(columns.code))
        ward = _ward(cell(columns.ward))
        elsewhere = written.startswith(IRISH) or cell(columns.quality) == NO_PLACE
        if elsewhere or not columns.tell_places:
            return Place(line.number, written, ward)
        point = _point(cell(columns.east), cell(columns.north))
    except _Unreadable as trouble:
        return Place(line.number, fault=str(trouble), cells=line.cells)
    return Place(line.number, written, ward, point)


def _code(said: str) -> str:
    try:
        return postcode(said)
    except RuleBroken:
        raise _Unreadable(f"“{said[:20]}” is not a postcode") from None


def _ward(said: str) -> str:
    if said and not WARD.fullmatch(said):
        raise _Unreadable(f"“{said[:20]}” is not the code of a ward")
    return said


def _point(east: str, north: str) -> Point | None:
    """Where the two say; none where they are empty or nought, as old editions write."""
    for said in (east, north):
        if said and not METRES.fullmatch(said):
            raise _Unreadable(f"“{said[:20]}” is not a number of metres")
    numbers = int(east or 0), int(north or 0)
    point = point_of(*numbers)
    if any(numbers) and point is None:
        place = f"{east or 'nothing'} east, {north or 'nothing'} north"
        raise _Unreadable(f"{place} is not on the National Grid")
    return point
