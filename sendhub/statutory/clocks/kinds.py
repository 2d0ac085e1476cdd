"""Clocks beside the usual one: several dates from one event, duties without a date."""

from dataclasses import dataclass

from sendhub.statutory.exemptions import Excuses, Span
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.rule import Dates, FromTables, Reckoned
from sendhub.statutory.sources.source import Evidence, Source
from sendhub.statutory.words import date_words


@dataclass(frozen=True)
class Limits(FromTables):
    """One event, and a date for each of several acts that follow from it.

    `due` is the date that counts; `further` names the other dates of the answer. In
    `says`, {period} and {due} have their companions, {due_notify_period} and
    {due_notify}.
    """

    starts: tuple[str, ...]
    due: Periods
    further: tuple[tuple[str, Periods], ...]
    says: str

    @property
    def facts(self) -> tuple[str, ...]:
        return self.starts

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.due, *(table for _, table in self.further))

    def reckon(self, given: Given) -> Reckoned:
        fact, begins = given.first(self.starts)
        law = self.due.in_force(begins)
        lines = {"due": law} | {
            name: table.in_force(begins) for name, table in self.further
        }
        ends = {name: line.length.end(begins) for name, line in lines.items()}
        words: dict[str, str] = {"period": law.length.words}
        words |= {f"{name}_period": line.length.words for name, line in lines.items()}
        words |= {name: date_words(on) for name, on in ends.items()}
        return Reckoned(
            begins=begins,
            dates=Dates(**ends),
            source=law.source,
            evidence=law.evidence,
            explanation=self.says.format(
                event=fact.event, begins=date_words(begins), **words
            ),
        )


@dataclass(frozen=True)
class Duty:
    """Something the law asks for without setting a date.

    `starts` are the events from which it is asked; any or none may be known.
    """

    says: str
    source: Source
    evidence: Evidence
    starts: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        return self.starts

    @property
    def period(self) -> str:
        return "no fixed time"

    @property
    def tables(self) -> tuple[Periods, ...]:
        return ()

    def reckon(self, given: Given) -> Reckoned:
        return Reckoned(
            begins=given.earliest(self.starts),
            dates=Dates(),
            source=self.source,
            evidence=self.evidence,
            explanation=self.says,
        )


@dataclass(frozen=True)
class With:
    """An act that is due on the day of another: with the letter, with the plan.

    `beforehand` says that it may be done earlier: nothing starts on that day.
    """

    start: str
    says: str
    source: Source
    evidence: Evidence
    beforehand: bool = False

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.start,)

    @property
    def period(self) -> str:
        return "the same day"

    @property
    def tables(self) -> tuple[Periods, ...]:
        return ()

    def reckon(self, given: Given) -> Reckoned:
        fact, begins = given.first((self.start,))
        return Reckoned(
            begins=None if self.beforehand else begins,
            dates=Dates(due=begins),
            source=self.source,
            evidence=self.evidence,
            explanation=self.says.format(begins=date_words(begins), event=fact.event),
        )


@dataclass(frozen=True)
class Excusing:
    """The exemption on its own: whether facts are a ground of the law, and no date."""

    excuses: Excuses
    source: Source
    evidence: Evidence
    lengths: tuple[Periods, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        return self.excuses.facts

    @property
    def period(self) -> str:
        return "no fixed time"

    @property
    def tables(self) -> tuple[Periods, ...]:
        return self.lengths

    def reckon(self, given: Given) -> Reckoned:
        excuse = self.excuses.judge(given, Span())
        if excuse is None:
            raise given.missing(("closure_from", "absent_from", "reason"))
        return Reckoned(
            begins=None,
            dates=Dates(),
            source=self.source,
            evidence=self.evidence,
            explanation=excuse.why,
        )


@dataclass(frozen=True)
class BackFrom(FromTables):
    """At least so long before an event: the last day on which the act is in time."""

    event: str
    periods: Periods
    says: str

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.event,)

    @property
    def period(self) -> str:
        return f"{self.periods.latest.length} before"

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.periods,)

    def reckon(self, given: Given) -> Reckoned:
        fact, event = given.first((self.event,))
        law = self.periods.in_force(event)
        due = law.length.back(event)
        return Reckoned(
            begins=None,
            dates=Dates(due=due),
            source=law.source,
            evidence=law.evidence,
            explanation=self.says.format(
                period=law.length.words,
                event=fact.event,
                begins=date_words(event),
                due=date_words(due),
            ),
        )
