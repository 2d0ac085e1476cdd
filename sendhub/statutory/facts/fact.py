"""What a fact is: a name, a label, and what its value may be."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sendhub.statutory.errors import BadFact, meant
from sendhub.statutory.words import date_words, either

FactValue = date | str | int | None

LAST_DATE = date(2199, 12, 31)
"""A later date is a slip of the keys, not a deadline."""

FIRST_YEAR = 1900
"""An earlier year is a slip of the keys too."""


class Kind(StrEnum):
    """What the value of a fact is."""

    DATE = "date"
    TEXT = "text"
    NUMBER = "number"


@dataclass(frozen=True)
class Fact:
    """One thing that happened, as a label and as it reads in "within six weeks of …".

    `label` is for forms and lists, `event` for the middle of a sentence. `choices` are
    the only values of a text that is not free.
    """

    name: str
    label: str
    event: str = ""
    kind: Kind = Kind.DATE
    choices: tuple[str, ...] = ()

    def check(self, value: FactValue) -> None:
        """Refuse a value of the wrong kind, or a date that nobody can have meant."""
        if value is None:
            return
        if self.kind is Kind.TEXT:
            self.check_text(value)
        elif self.kind is Kind.NUMBER:
            self.check_year(value)
        elif not isinstance(value, date) or isinstance(value, datetime):
            raise BadFact(f"'{self.name}' ({self.label}) is a date, not {value!r}.")
        elif value > LAST_DATE:
            raise BadFact(
                f"'{self.name}' ({self.label}) is {date_words(value)}."
                " Is the year right?"
            )

    def check_text(self, value: FactValue) -> None:
        """Refuse what is not text, or is none of the values there are."""
        if not isinstance(value, str):
            raise BadFact(f"'{self.name}' ({self.label}) is text, not {value!r}.")
        if self.choices and value not in self.choices:
            raise BadFact(
                f"'{self.name}' ({self.label}) is {either(self.choices)}, not"
                f" '{value}'.{meant(value, self.choices)}"
            )

    def check_year(self, value: FactValue) -> None:
        """Refuse what is not a year; the only numbers that rules ask for are years."""
        if not isinstance(value, int) or isinstance(value, bool):
            raise BadFact(f"'{self.name}' ({self.label}) is a year, not {value!r}.")
        if not FIRST_YEAR <= value <= LAST_DATE.year:
            raise BadFact(
                f"'{self.name}' ({self.label}) is {value}. Is the year right?"
            )
