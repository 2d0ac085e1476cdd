"""The details of two records of one child: where they differ, which are taken."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sendhub.people.models import Child
from sendhub.statutory.words import date_words


@dataclass(frozen=True)
class Choice:
    """Columns that are taken together from one record or the other."""

    key: str
    label: str
    columns: tuple[str, ...]

    def said(self, child: Child) -> str:
        """What a record says, in words; "" for nothing."""
        return ", ".join(part for c in self.columns if (part := _words(child, c)))

    def values(self, child: Child) -> dict[str, Any]:
        """What a record says, by the names that the database has for the columns."""
        fields: list[Any] = [Child._meta.get_field(column) for column in self.columns]
        return {field.attname: field.value_from_object(child) for field in fields}


def _one(key: str, label: str) -> Choice:
    return Choice(key, label, (key,))


CHOICES = (
    _one("given_names", "First and middle names"),
    _one("family_name", "Family name"),
    _one("preferred_name", "Known as"),
    _one("born_on", "Date of birth"),
    _one("sex", "Sex"),
    _one("ethnicity", "Ethnicity"),
    Choice("upn", "UPN", ("upn", "upn_unknown")),
    _one("uln", "ULN"),
    _one("nhs_number", "NHS number"),
    _one("home_authority", "Home authority"),
    Choice("needs", "Needs", ("primary_need", "secondary_need")),
    _one("first_language", "First language"),
    _one("interpreter_needed", "Interpreter needed"),
    _one("communication_needs", "Communication"),
    _one("accessible_format", "How we write to the child"),
    _one("own_phone", "Own phone"),
    _one("own_email", "Own e-mail"),
    _one("lacks_capacity", "Lacks capacity for these decisions"),
)


def differing(kept: Child, other: Child) -> list[Choice]:
    """What the two records say differently."""
    return [c for c in CHOICES if c.values(kept) != c.values(other)]


def exchanged(
    kept: Child, other: Child, taken: Collection[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the kept record and its alias say when some details change places.

    What is not chosen stays on the alias: it is found there, and can be put back.
    """
    chosen = [choice for choice in differing(kept, other) if choice.key in taken]
    for_kept: dict[str, Any] = {}
    for_alias: dict[str, Any] = {}
    for choice in chosen:
        for_kept |= choice.values(other)
        for_alias |= choice.values(kept)
    return for_kept, for_alias


def _words(child: Child, column: str) -> str:
    value = getattr(child, column)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return date_words(value)
    display = getattr(child, f"get_{column}_display", None)
    return str(display() if display else value or "")
