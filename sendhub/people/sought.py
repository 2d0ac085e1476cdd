"""Reading what somebody typed into the search box. Pure.

A whole identifier stands alone; a date of birth, a postcode and names go together.
"""

import re
from dataclasses import dataclass
from datetime import date

from sendhub.core.errors import RuleBroken
from sendhub.people import identifiers
from sendhub.people.rules import plain_name

LONGEST = 200
MOST_WORDS = 6
MONTHS = [f"{date(2000, number, 1):%B}".lower() for number in range(1, 13)]
MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
DATES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b",
        r"\b(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4}|\d{2})\b",
        r"\b(?P<day>\d{1,2})\s+(?P<month>\d{1,2})\s+(?P<year>\d{4}|\d{2})\b",
        rf"\b{DAY}[\s-]*(?:of\s+)?{MONTH},?[\s-]*(?P<year>\d{{4}}|\d{{2}})\b",
        rf"\b{MONTH}\s+{DAY},?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<day>\d{2})(?P<month>\d{2})(?P<year>(?:19|20)\d{2})\b",
        r"\b(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})\b",
        r"^(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{2})$",
    )
]
POSTCODE = re.compile(
    r"\b([A-Z]{1,2}[0-9][0-9A-Z]?)\s*([0-9][ABD-HJLNP-UWXYZ]{2})\b", re.IGNORECASE
)
DISTRICT = re.compile(
    r"(?<!\S)([A-Z]{1,2}[0-9][0-9A-Z]?)(?:\s+([0-9]))?(?!\S)", re.IGNORECASE
)
"""A postcode typed so far: HR4, or HR4 0."""

NUMBER = re.compile(r"^[#\s]*(\d{1,9})$")
BESIDE_DATES = {"born", "dob"}
NOT_READ = (
    "This is no name and no number that is known here. Write a date of birth with its "
    "year, like 5/5/2016."
)


@dataclass(frozen=True)
class Sought:
    """What is looked for; `trouble` says in a sentence what could not be read.

    `number`: a bare number that may be a case's.
    """

    text: str = ""
    identifier: str = ""
    born_on: date | None = None
    postcode: str = ""
    names: str = ""
    number: str = ""
    trouble: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.identifier or self.born_on or self.postcode or self.names)


def read(typed: str, *, on: date) -> Sought:
    """Read what was typed; `on` tells which century a year of two digits means."""
    text = " ".join(typed.replace("\x00", " ").split())[:LONGEST]
    squeezed = re.sub(r"[\s-]", "", text).upper()
    born_on, rest, trouble = _take_date(text, on)
    if born_on is None:
        if identifiers.UPN.match(squeezed):
            return _identifier(text, squeezed)
        if identifiers.TEN_DIGITS.match(squeezed):
            return _identifier(text, squeezed)
    postcode, rest = _take_postcode(rest)
    names = _names(rest)
    if born_on:
        names = " ".join(word for word in names.split() if word not in BESIDE_DATES)
    bare = NUMBER.match(text)
    if bare and not born_on:
        return Sought(text=text, number=bare[1], trouble=_no_case(bare[1]))
    if not (born_on or postcode or trouble) and len(names) == 1:
        return Sought(text=text, trouble="Type at least two letters of a name.")
    if text and not (born_on or postcode or names or trouble):
        return Sought(text=text, trouble=NOT_READ)
    return Sought(
        text=text,
        born_on=born_on,
        postcode=postcode,
        names=names,
        number=bare[1] if bare else "",
        trouble=trouble,
    )


def _no_case(number: str) -> str:
    return (
        f"No case has the number {number}. An NHS number or ULN has ten digits, a UPN "
        "thirteen characters; a date of birth is written like 5/5/2016."
    )


def _identifier(text: str, value: str) -> Sought:
    """An identifier is looked for even when mistyped: it may be kept so."""
    checks = [identifiers.upn]
    if value.isdigit():
        checks = [identifiers.nhs_number, identifiers.uln]
    broken = []
    for check in checks:
        try:
            check(value)
        except RuleBroken as rule:
            broken.append(rule.message)
    if len(broken) < len(checks):
        return Sought(text=text, identifier=value)
    trouble = broken[0]
    if value.isdigit():
        trouble = "These ten digits are neither an NHS number nor a ULN: check them."
    return Sought(text=text, identifier=value, trouble=trouble)


def _take_date(text: str, on: date) -> tuple[date | None, str, str]:
    for pattern in DATES:
        found = pattern.search(text)
        month = _month(found["month"]) if found else None
        if found is None or month is None:
            continue
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        try:
            return date(_year(found["year"], on), month, int(found["day"])), rest, ""
        except ValueError:
            return None, rest, f"{found[0]} is not a real date."
    return None, text, ""


def _month(typed: str) -> int | None:
    if typed.isdigit():
        return int(typed)
    name = typed.lower()
    if name == "sept":
        return 9
    found = [n for n, month in enumerate(MONTHS, 1) if month.startswith(name)]
    return found[0] if len(found) == 1 else None


def _year(typed: str, on: date) -> int:
    if len(typed) == 4:
        return int(typed)
    year = 2000 + int(typed)
    return year if year <= on.year else year - 100


def _take_postcode(text: str) -> tuple[str, str]:
    """Take out a postcode, or the start of one."""
    found = POSTCODE.search(text) or DISTRICT.search(text)
    if found is None:
        return "", text
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(part for part in found.groups() if part).upper(), rest


def _names(text: str) -> str:
    """The words of names: letters of any script, nothing else."""
    words = re.sub(r"[^\w\s]|[\d_]", " ", plain_name(text))
    return " ".join(words.split()[:MOST_WORDS])
