"""Reading the national register of schools (GIAS `edubasealldata`). Pure.

The columns are found by their headings, because the set changes; dates are
dd-mm-yyyy; the file is Windows-1252, unless it begins with the mark of UTF-8.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sendhub.schools.rules import Status, category_of

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
    "phase": ("PhaseOfEducation (name)", 40),
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
LARGEST = 32_767


class NotTheRegister(Exception):
    """The file is not a register: columns are missing."""


@dataclass(frozen=True)
class Row:
    """One school as the register has it, or what is wrong with its line."""

    line: int
    facts: dict[str, Any] = field(default_factory=dict)
    errors: tuple[str, ...] = ()


def decoded(content: bytes) -> str:
    """Decode a file as the register is written."""
    if content.startswith(codecs.BOM_UTF8):
        return content.decode("utf-8-sig", errors="replace")
    return content.decode("cp1252", errors="replace")


def read(text: str) -> Iterator[Row]:
    """Read each line of the file; a line that cannot be read says why."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in NEEDED if name not in (reader.fieldnames or [])]
    if missing:
        raise NotTheRegister(f"These columns are missing: {', '.join(missing)}.")
    for row in reader:
        if None in row or None in row.values():
            fault = "it has more or fewer columns than the headings"
            yield Row(reader.line_num, errors=(fault,))
        else:
            yield _row(reader.line_num, row)


def _row(line: int, row: dict[str, str]) -> Row:
    facts: dict[str, Any] = {}
    errors: list[str] = []
    urn = row["URN"].strip()
    if not (len(urn) == 6 and urn.isascii() and urn.isdigit()):
        errors.append(f"URN “{urn[:20]}” has not six digits")
    facts["urn"] = urn
    for name, (column, limit) in TEXTS.items():
        facts[name] = _text(row.get(column, ""))[:limit]
    if not facts["name"]:
        errors.append("the name is missing")
    for read_some in (_codes, _numbers, _dates):
        errors += read_some(row, facts)
    return Row(line, facts, tuple(errors))


def _text(value: str) -> str:
    return " ".join(value.replace("\x00", "").split())


def _codes(row: dict[str, str], facts: dict[str, Any]) -> list[str]:
    """Codes, and what is worked out from several columns."""
    number = _text(row["EstablishmentNumber"])
    facts["laestab"] = (
        f"{facts['authority_code']}{number.zfill(4)}" if number else ""
    )[:7]
    ukprn = _text(row.get("UKPRN", ""))
    facts["ukprn"] = ukprn if len(ukprn) == 8 and ukprn.isdigit() else ""
    type_code = _text(row["TypeOfEstablishment (code)"]).lstrip("0")
    facts["type_code"] = type_code[:3]
    facts["category"] = category_of(type_code).value
    head = ("HeadTitle (name)", "HeadFirstName", "HeadLastName")
    facts["head_name"] = _text(" ".join(row.get(name, "") for name in head))[:120]
    facts["section_41"] = _text(row.get("Section41Approved (name)", "")) == "Approved"
    resourced = _text(row.get("TypeOfResourcedProvision (name)", "")).lower()
    facts["resourced_provision"] = "resourced provision" in resourced
    facts["sen_unit"] = "sen unit" in resourced
    facts["status"] = _text(row["EstablishmentStatus (code)"])
    if facts["status"] not in Status.values:
        return [f"status “{facts['status'][:20]}” is not known"]
    return []


def _numbers(row: dict[str, str], facts: dict[str, Any]) -> list[str]:
    errors = []
    for name, column in NUMBERS.items():
        value = _text(row.get(column, ""))
        facts[name] = int(value) if value.isascii() and value.isdigit() else None
        if value and facts[name] is None:
            errors.append(f"{column} “{value[:20]}” is not a whole number")
        if name in ("age_from", "age_to") and (facts[name] or 0) > LARGEST:
            errors.append(f"{column} “{value[:20]}” is too large")
    return errors


def _dates(row: dict[str, str], facts: dict[str, Any]) -> list[str]:
    errors = []
    for name, column in DATES.items():
        value = _text(row.get(column, ""))
        facts[name] = None
        if not value:
            continue
        try:
            day, month, year = (int(part) for part in value.split("-"))
            facts[name] = date(year, month, day)
        except ValueError:
            errors.append(f"{column} “{value[:20]}” is not a date like 31-08-2026")
    opened, closed = facts["opened_on"], facts["closed_on"]
    if opened and closed and closed < opened:
        errors.append("it closed before it opened")
    return errors
