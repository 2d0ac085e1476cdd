"""The facts that rules are asked with: their names, and what they may be.

A fact has one name wherever the rule book is used: here, in the deadline calculator and
on the command line. None says that it has not happened, or that nobody knows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from sendhub.statutory.errors import (
    BadFact,
    FactsDisagree,
    MissingFact,
    UnknownFact,
    meant,
)
from sendhub.statutory.words import date_words, either

FactValue = date | str | None

LAST_DATE = date(2199, 12, 31)
"""A later date is a slip of the keys, not a deadline."""


class Kind(StrEnum):
    """What the value of a fact is."""

    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True)
class Fact:
    """One thing that happened, as a label and as it reads in "within six weeks of …".

    `label` is for forms and lists, `event` for the middle of a sentence.
    """

    name: str
    label: str
    event: str = ""
    kind: Kind = Kind.DATE

    def check(self, value: FactValue) -> None:
        """Refuse a value of the wrong kind, or a date that nobody can have meant."""
        if value is None:
            return
        if self.kind is Kind.TEXT:
            if not isinstance(value, str):
                raise BadFact(f"'{self.name}' ({self.label}) is text, not {value!r}.")
        elif not isinstance(value, date) or isinstance(value, datetime):
            raise BadFact(f"'{self.name}' ({self.label}) is a date, not {value!r}.")
        elif value > LAST_DATE:
            raise BadFact(
                f"'{self.name}' ({self.label}) is {date_words(value)}."
                " Is the year right?"
            )


FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        fact.name: fact
        for fact in (
            Fact("as_at", "Looked at on"),
            Fact("event", "Day of the event"),
            Fact("period", "Period, in words", kind=Kind.TEXT),
            Fact(
                "request_received",
                "Request for an assessment received by the council",
                "receiving the request",
            ),
            Fact(
                "became_responsible",
                "Council became responsible for the child without a request",
                "becoming responsible for the child",
            ),
            Fact(
                "decision_to_assess_notified",
                "Family told that the council will assess",
            ),
            Fact(
                "refusal_to_assess_notified",
                "Family told that the council will not assess",
            ),
            Fact(
                "advice_requested",
                "Advice asked for",
                "being asked",
            ),
            Fact("advice_received", "Advice received by the council"),
            Fact(
                "decision_to_issue_notified",
                "Family told that a plan will be issued",
            ),
            Fact(
                "not_to_issue_notified",
                "Family told that no plan will be issued",
            ),
            Fact("draft_served", "Draft plan served on the family"),
            Fact(
                "representations_received",
                "Family's comments on the draft received",
            ),
            Fact("plan_sent", "Final plan sent to the family"),
            Fact("plan_date", "Plan first made", "making the plan"),
            Fact(
                "previous_review_completed",
                "Last review completed (its decision sent)",
                "completing the last review",
            ),
            Fact(
                "review_completed",
                "This review completed (its decision sent)",
            ),
        )
    }
)


class Given:
    """The facts of one question, checked against what the rule uses."""

    def __init__(
        self, rule_id: str, uses: Iterable[str], values: Mapping[str, FactValue]
    ) -> None:
        names = tuple(uses)
        for name, value in values.items():
            if name not in names:
                raise UnknownFact(
                    f"{rule_id} does not use a fact '{name}'.{meant(name, names)}"
                    f" It uses: {', '.join(names)}."
                )
            FACTS[name].check(value)
        self.rule_id = rule_id
        self.values = values

    def day(self, name: str) -> date | None:
        """When it happened, or None if it has not."""
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def text(self, name: str) -> str:
        """The words given, which the rule cannot do without."""
        value = self.values.get(name)
        if not isinstance(value, str):
            raise self.missing((name,))
        return value

    def first(self, names: tuple[str, ...]) -> tuple[Fact, date]:
        """The first of these events that has a date."""
        for name in names:
            on = self.day(name)
            if on is not None:
                return FACTS[name], on
        raise self.missing(names)

    def earliest(self, names: tuple[str, ...]) -> date | None:
        """The day of the first of these acts to be done, or None if none has been."""
        return min((on for name in names if (on := self.day(name))), default=None)

    def earliest_since(self, begins: date, names: tuple[str, ...]) -> date | None:
        """As `earliest`, and no act can answer an event that comes after it."""
        done = self.earliest(names)
        if done is not None and done < begins:
            raise FactsDisagree(
                f"{self.rule_id}: {either(names)} is {date_words(done)}, before the"
                f" clock started on {date_words(begins)}. One of the dates is wrong."
            )
        return done

    def missing(self, names: tuple[str, ...]) -> MissingFact:
        labels = " or ".join(FACTS[name].label.lower() for name in names)
        return MissingFact(f"{self.rule_id} needs {either(names)}: {labels}.")
