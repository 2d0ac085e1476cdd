"""Reading the national register of schools (GIAS `edubasealldata`). Pure.

The columns are found by their headings, because the set changes from month to month;
of what a file has no column for, it says nothing. Dates are dd-mm-yyyy.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO

from sendhub.core.spreadsheets import FORMULA
from sendhub.schools import tables
from sendhub.schools.rules import Status, category_of
from sendhub.schools.tables import Kind, Table

NEEDED = (
    "URN",
    "LA (code)",
    "EstablishmentNumber",
    "EstablishmentName",
    "TypeOfEstablishment (code)",
    "TypeOfEstablishment (name)",
    "EstablishmentStatus (code)",
)
TEXTS = {
    "name": ("EstablishmentName", 200),
    "authority_code": ("LA (code)", 3),
    "type_name": ("TypeOfEstablishment (name)", 100),
    "further_type": ("FurtherEducationType (name)", 80),
    "phase": ("PhaseOfEducation (name)", 40),
    "opened_because": ("ReasonEstablishmentOpened (name)", 100),
    "closed_because": ("ReasonEstablishmentClosed (name)", 100),
    "street": ("Street", 120),
    "town": ("Town", 80),
    "postcode": ("Postcode", 8),
    "phone": ("TelephoneNum", 30),
    "website": ("SchoolWebsite", 200),
}
NUMBERS = {
    "age_from": "StatutoryLowAge",
    "age_to": "StatutoryHighAge",
    "pupils": "NumberOfPupils",
    "capacity": "SchoolCapacity",
    "easting": "Easting",
    "northing": "Northing",
}
DATES = {"opened_on": "OpenDate", "closed_on": "CloseDate"}
HEAD = ("HeadTitle (name)", "HeadFirstName", "HeadLastName")
DAY = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
WHOLE = re.compile(r"[0-9]+")
LARGEST = 32_767
FAR = 2_000_000
MOST_DIGITS = len(str(FAR))
NOTHING = ("Not applicable", "Not Applicable")
REASONS = ("further_type", "opened_because", "closed_because")
CODES = {
    "LA (code)": 3,
    "EstablishmentNumber": 4,
    "TypeOfEstablishment (code)": 3,
    "Postcode": 8,
}
"""Columns whose text says something else when its end is cut off."""
KIND = Kind("the schools register (edubasealldata)", NEEDED)


@dataclass(frozen=True)
class Row:
    """One school as the register has it, or what is wrong with its line."""

    line: int
    facts: dict[str, Any] = field(default_factory=dict)
    errors: tuple[str, ...] = ()
    cells: list[str] = field(default_factory=list)


def glance(file: BinaryIO) -> None:
    """Refuse a file whose beginning is not the register's."""
    tables.glance(file, KIND)


def survey(file: BinaryIO) -> Table:
    """Refuse a file that is not the register, or not all of it."""
    return tables.survey(file, KIND)


def read(file: BinaryIO, table: Table) -> Iterator[Row]:
    """Read each school of the file; a line that cannot be read says why."""
    met: dict[str, int] = {}
    used = [(n, name) for n, name in enumerate(table.headings) if name in USED]
    for line in tables.read(file, table):
        row = _row(line.number, line.cells, len(table.headings), used)
        urn = row.facts.get("urn", "")
        if not row.errors and urn in met:
            fault = f"URN {urn} stands on line {met[urn]} already, and that counts"
            row = Row(row.line, row.facts, (fault,), row.cells)
        elif not row.errors:
            met[urn] = row.line
        yield row


def _row(line: int, cells: list[str], width: int, used: list[tuple[int, str]]) -> Row:
    if len(cells) != width:
        fault = f"it has {len(cells)} columns, and the headings have {width}"
        return Row(line, errors=(fault,), cells=cells)
    row = {name: value_of(cells[place]) for place, name in used}
    facts: dict[str, Any] = {}
    errors: list[str] = []
    for read_some in (_numbered, _texts, _codes, _told, _numbers, _dates):
        errors += read_some(row, facts)
    return Row(line, facts, tuple(errors), cells)


def value_of(cell: str) -> str:
    """One line of text, without the mark that keeps spreadsheets from running it."""
    value = " ".join(cell.replace("\x00", "").split())
    return (
        value[1:].lstrip() if value[:1] == "'" and FORMULA.match(value[1:]) else value
    )


def _numbered(row: Mapping[str, str], facts: dict[str, Any]) -> list[str]:
    facts["urn"] = urn = row["URN"]
    if len(urn) == 6 and urn.isascii() and urn.isdigit():
        return []
    return [f"URN “{urn[:20]}” has not six digits" if urn else "the URN is missing"]


def _texts(row: Mapping[str, str], facts: dict[str, Any]) -> list[str]:
    for name, (column, limit) in TEXTS.items():
        if column in row:
            facts[name] = row[column][:limit]
    for name in REASONS:
        if facts.get(name) in NOTHING:
            facts[name] = ""
    return [] if facts["name"] else ["the name is missing"]


def _codes(row: Mapping[str, str], facts: dict[str, Any]) -> list[str]:
    """What is worked out from the columns that every register has."""
    errors = [
        f"{column} “{row[column][:20]}” is too long"
        for column, longest in CODES.items()
        if len(row.get(column, "")) > longest
    ]
    number = row["EstablishmentNumber"]
    laestab = f"{facts['authority_code']}{number.zfill(4)}" if number else ""
    facts["laestab"] = laestab[:7]
    facts["type_code"] = row["TypeOfEstablishment (code)"].lstrip("0")[:3]
    facts["category"] = category_of(
        facts["type_code"], row.get("FurtherEducationType (name)", "")
    ).value
    facts["status"] = row["EstablishmentStatus (code)"]
    if facts["status"] not in Status.values:
        errors.append(f"status “{facts['status'][:20]}” is not known")
    return errors


def _head(row: Mapping[str, str]) -> str:
    return " ".join(filter(None, (row.get(name, "") for name in HEAD)))[:120]


def _ukprn(row: Mapping[str, str]) -> str:
    said = row["UKPRN"]
    fits = len(said) == 8 and said.isascii() and said.isdigit() and said[0] == "1"
    return said if fits else ""


WORKED_OUT: dict[str, tuple[str, Callable[[Mapping[str, str]], Any]]] = {
    "head_name": ("HeadLastName", _head),
    "ukprn": ("UKPRN", _ukprn),
    "section_41": (
        "Section41Approved (name)",
        lambda row: row["Section41Approved (name)"] == "Approved",
    ),
    "resourced_provision": (
        "TypeOfResourcedProvision (name)",
        lambda row: (
            "resourced provision" in row["TypeOfResourcedProvision (name)"].lower()
        ),
    ),
    "sen_unit": (
        "TypeOfResourcedProvision (name)",
        lambda row: "sen unit" in row["TypeOfResourcedProvision (name)"].lower(),
    ),
}


USED = frozenset(
    [
        *NEEDED,
        *(column for column, _ in TEXTS.values()),
        *NUMBERS.values(),
        *DATES.values(),
        *(column for column, _ in WORKED_OUT.values()),
        *HEAD,
    ]
)
"""The columns that are read; the register has a hundred more."""


def _told(row: Mapping[str, str], facts: dict[str, Any]) -> list[str]:
    """What is worked out from columns that a register may lack."""
    for name, (column, worked_out) in WORKED_OUT.items():
        if column in row:
            facts[name] = worked_out(row)
    return []


def _numbers(row: Mapping[str, str], facts: dict[str, Any]) -> list[str]:
    errors = []
    for name, column in NUMBERS.items():
        if column not in row:
            continue
        value = row[column]
        whole = WHOLE.fullmatch(value)
        digits = value.lstrip("0") or "0"
        facts[name] = int(digits[:MOST_DIGITS]) if whole else None
        if value and not whole:
            errors.append(f"{column} “{value[:20]}” is not a whole number")
        limit = LARGEST if name in ("age_from", "age_to") else FAR
        if whole and (len(digits) > MOST_DIGITS or int(digits) > limit):
            errors.append(f"{column} “{value[:20]}” is too large")
    return errors


def _dates(row: Mapping[str, str], facts: dict[str, Any]) -> list[str]:
    errors = []
    for name, column in DATES.items():
        if column not in row:
            continue
        value = row[column]
        facts[name] = day_of(value)
        if value and facts[name] is None:
            errors.append(f"{column} “{value[:20]}” is not a date like 31-08-2026")
    opened, closed = facts.get("opened_on"), facts.get("closed_on")
    if opened and closed and closed < opened:
        errors.append("it closed before it opened")
    return errors


def day_of(value: str) -> date | None:
    """A day as the register writes it; None where it is none."""
    parts = DAY.fullmatch(value)
    if parts is None:
        return None
    day, month, year = map(int, parts.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
