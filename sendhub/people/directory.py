"""Reading the national directory of postcodes (ONSPD): which ward each is in. Pure.

Its ward column is called `osward`, or in newer editions `wd24cd` after the year of the
wards. Everything else in the file is passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sendhub.core.errors import RuleBroken
from sendhub.people.identifiers import postcode
from sendhub.schools import tables
from sendhub.schools.tables import Kind, NotTheTable, Table

KIND = Kind("the ONS directory of postcodes", ("pcds",))
WARD_COLUMN = re.compile(r"osward|wd\d\dcd")
WARD = re.compile(r"[A-Z]\d{8}")
NO_WARD = "This is not the ONS directory of postcodes. It has no column of wards."


@dataclass(frozen=True)
class Place:
    """One postcode and its ward, or what is wrong with its line."""

    line: int
    postcode: str = ""
    ward: str = ""
    fault: str = ""


def survey(file: BinaryIO) -> Table:
    """Refuse a file that is not the directory, or not all of it."""
    table = tables.survey(file, KIND)
    _ward_column(table)
    return table


def read(file: BinaryIO, table: Table) -> Iterator[Place]:
    """Give each postcode that has a ward; those of no ward are passed over."""
    code, ward = table.headings.index(KIND.key), _ward_column(table)
    for line in tables.read(file, table):
        if len(line.cells) != len(table.headings):
            yield Place(line.number, fault="it has not as many columns as the headings")
        elif line.cells[ward]:
            yield _place(line.number, line.cells[code], line.cells[ward])


def _place(line: int, said: str, ward: str) -> Place:
    try:
        written = postcode(said)
    except RuleBroken:
        return Place(line, fault=f"“{said[:20]}” is not a postcode")
    if not WARD.fullmatch(ward):
        return Place(line, fault=f"“{ward[:20]}” is not the code of a ward")
    return Place(line, written, ward)


def _ward_column(table: Table) -> int:
    for number, name in enumerate(table.headings):
        if WARD_COLUMN.fullmatch(name.lower()):
            return number
    raise NotTheTable(NO_WARD)
