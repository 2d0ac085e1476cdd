"""The periods that the law sets, each from the day on which it came into force.

A case is judged by the period in force on the day its clock started. When the law
changes, a line is added below the old one and nothing else changes.
"""

from dataclasses import dataclass
from datetime import date

from sendhub.statutory.counting.lengths import Length
from sendhub.statutory.errors import NotYetLaw, StatutoryError
from sendhub.statutory.sources.source import Evidence, Source
from sendhub.statutory.words import date_words


@dataclass(frozen=True)
class InForce:
    """One length, from the day it became law until the next line of its table."""

    from_on: date
    length: Length
    source: Source
    evidence: Evidence


class Periods:
    """The lengths that one limit has had over the years, oldest first."""

    def __init__(self, name: str, *lines: InForce) -> None:
        starts = [line.from_on for line in lines]
        if not lines or starts != sorted(set(starts)):
            raise StatutoryError(f"The table '{name}' needs lines in order of date.")
        self.name = name
        self.lines = lines

    @property
    def latest(self) -> InForce:
        return self.lines[-1]

    def in_force(self, on: date) -> InForce:
        """The line that was law on this day."""
        for line in reversed(self.lines):
            if line.from_on <= on:
                return line
        raise NotYetLaw(
            f"The time to {self.name} has been set by law since"
            f" {date_words(self.lines[0].from_on)}; {date_words(on)} is earlier."
        )


PART_3_BEGINS = date(2014, 9, 1)
"""Part 3 of the Children and Families Act 2014 and the Regulations under it."""


def unchanged(
    name: str,
    length: Length,
    source: Source,
    evidence: Evidence,
    since: date = PART_3_BEGINS,
) -> Periods:
    """A limit that has been the same since it became law."""
    return Periods(name, InForce(since, length, source, evidence))
