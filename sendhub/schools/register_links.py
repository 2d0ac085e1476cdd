"""Reading the register's file of links (GIAS `links_edubasealldata`). Pure.

It says which school came before or after which, from both ends; other links (a sixth
form centre and its schools) tell of no succession and are passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from sendhub.schools import tables
from sendhub.schools.register import day_of, value_of
from sendhub.schools.tables import Kind, Table

KIND = Kind(
    "the schools register's file of links (links_edubasealldata)",
    ("URN", "LinkURN", "LinkType"),
)
BEFORE = ("Predecessor", "Result of Amalgamation", "Merged")
AFTER = "Successor"
URN = re.compile(r"[0-9]{6}")
LONGEST_KIND = 80


@dataclass(frozen=True)
class Succession:
    """One school came after another: how, and from which day."""

    predecessor: str
    successor: str
    kind: str
    on: date | None


def glance(file: BinaryIO) -> None:
    """Refuse a file whose beginning is not that of links."""
    tables.glance(file, KIND)


def survey(file: BinaryIO) -> Table:
    """Refuse a file that is not the one of links."""
    return tables.survey(file, KIND)


def read(file: BinaryIO, table: Table) -> Iterator[Succession]:
    """Give each succession that the file tells."""
    for line in tables.read(file, table):
        row = dict(zip(table.headings, map(value_of, line.cells), strict=False))
        urn, other = row.get("URN", ""), row.get("LinkURN", "")
        kind = row.get("LinkType", "")[:LONGEST_KIND]
        on = day_of(row.get("LinkEstablishedDate", ""))
        if urn == other or not URN.fullmatch(urn) or not URN.fullmatch(other):
            continue
        if kind.startswith(BEFORE):
            yield Succession(predecessor=other, successor=urn, kind=kind, on=on)
        elif kind.startswith(AFTER):
            yield Succession(predecessor=urn, successor=other, kind=kind, on=on)
