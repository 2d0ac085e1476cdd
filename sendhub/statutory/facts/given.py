"""The facts that rules are asked with: their names, and what they may be.

A fact has one name wherever the rule book is used: here, in the deadline calculator and
on the command line. None says that it has not happened, or that nobody knows.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from sendhub.statutory.errors import FactsDisagree, MissingFact, UnknownFact, meant
from sendhub.statutory.facts import appeals as facts_appeals
from sendhub.statutory.facts import assessments as facts_assessment
from sendhub.statutory.facts import hubs as facts_hubs
from sendhub.statutory.facts import public as facts_public
from sendhub.statutory.facts import reviews as facts_reviews
from sendhub.statutory.facts.fact import LAST_DATE, Fact, FactValue, Kind
from sendhub.statutory.words import date_words, either

__all__ = ["FACTS", "LAST_DATE", "Fact", "FactValue", "Given", "Kind"]

FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        fact.name: fact
        for fact in (
            *facts_assessment.FACTS,
            *facts_reviews.FACTS,
            *facts_appeals.FACTS,
            *facts_public.FACTS,
            *facts_hubs.FACTS,
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
        value = self.said(name)
        if value is None:
            raise self.missing((name,))
        return value

    def said(self, name: str) -> str | None:
        """The words given, or None."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def number(self, name: str) -> int | None:
        """The year given, or None."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

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

    def earliest_since(
        self, begins: date | None, names: tuple[str, ...]
    ) -> date | None:
        """As `earliest`, and no act can answer an event that comes after it."""
        done = self.earliest(names)
        if done is not None and begins is not None and done < begins:
            which = either(name for name in names if self.day(name) == done)
            raise FactsDisagree(
                f"{self.rule_id}: {which} is {date_words(done)}, before the"
                f" clock started on {date_words(begins)}. One of the dates is wrong."
            )
        return done

    def missing(self, names: tuple[str, ...]) -> MissingFact:
        labels = " or ".join(FACTS[name].label.lower() for name in names)
        return MissingFact(f"{self.rule_id} needs {either(names)}: {labels}.")
