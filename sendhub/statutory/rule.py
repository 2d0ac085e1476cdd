"""The shape of a rule, of the clock inside it, and of what it answers."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Protocol

from sendhub.statutory.errors import NoDate
from sendhub.statutory.exemptions import Excuse, Excuses, Span
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.sources.source import Evidence, Source
from sendhub.statutory.words import date_words, number_words


class Status(StrEnum):
    """How an act stands against its date."""

    OPEN = "open"
    """Not done, and the date has not passed."""

    ON_TIME = "on_time"
    """Done on the date or before it."""

    LATE = "late"
    """Done after the date, or not done and the date has passed."""


def standing(
    *, due: date | None, done: date | None, as_at: date
) -> tuple[Status | None, int]:
    """The status of an act and the days it is late, by the act or else by `as_at`.

    What has no date is neither on time nor late.
    """
    if due is None:
        return None, 0
    late_days = max(0, ((done or as_at) - due).days)
    if late_days:
        return Status.LATE, late_days
    return (Status.ON_TIME if done else Status.OPEN), 0


class Force(StrEnum):
    """What stands behind a date."""

    LAW = "law"
    GUIDANCE = "guidance"
    PRACTICE = "practice"


@dataclass(frozen=True, kw_only=True)
class Dates:
    """The date that counts, and the further dates of the rules that have them.

    `due` is None for a duty to which the law sets no date.
    """

    due: date | None = None
    due_notify: date | None = None
    due_not_to_issue: date | None = None
    due_draft: date | None = None
    strict_before: date | None = None
    final_by: date | None = None
    reg22_due: date | None = None
    due_max: date | None = None
    last_safe_meeting: date | None = None
    until: date | None = None

    @property
    def further(self) -> Mapping[str, date]:
        """The dates besides `due` that this answer has."""
        return {
            field.name: on
            for field in fields(Dates)
            if field.name != "due" and (on := getattr(self, field.name)) is not None
        }


@dataclass(frozen=True, kw_only=True)
class Answer(Dates):
    """What one rule says about one case on one day.

    `late_days` counts calendar days from `due` to the act, or to the day asked about
    if the act is not done; 0 when not late. `too_early_days` counts them from an act
    that had to wait until `due`. `verified` is False when the value behind the date has
    not been checked against a source. `exempt` is None where no reason
    for being late was given; an exemption never changes `due`, nor what counts as late.
    """

    rule: str
    source: str
    source_url: str
    explanation: str
    begins: date | None
    status: Status | None
    late_days: int
    done: date | None
    verified: bool
    too_early_days: int = 0
    exempt: bool | None = None
    exempt_why: str = ""
    window_from: date | None = None
    window_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class Reckoned:
    """The dates that a clock works out, and why, before anybody asks how they stand.

    `binds` is False for a date on which something simply happens, such as the end of
    compulsory school age: nobody can be late for it.
    """

    begins: date | None
    dates: Dates
    source: Source
    evidence: Evidence
    explanation: str
    binds: bool = True


class Clock(Protocol):
    """Works dates out from facts. `Limit` is the usual one."""

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that may start the clock or move its dates."""

    @property
    def period(self) -> str:
        """How long it runs, in figures: "6 weeks"."""

    @property
    def evidence(self) -> Evidence:
        """How well the current period has been checked."""

    @property
    def tables(self) -> tuple[Periods, ...]:
        """The dated tables that its periods are in."""

    def reckon(self, given: Given) -> Reckoned:
        """The dates for these facts."""


class FromTables(ABC):
    """A clock whose periods are in dated tables; the first says how long it runs."""

    @property
    @abstractmethod
    def tables(self) -> tuple[Periods, ...]:
        """The dated tables that its periods are in."""

    @property
    def period(self) -> str:
        return str(self.tables[0].latest.length)

    @property
    def evidence(self) -> Evidence:
        return self.tables[0].latest.evidence


@dataclass(frozen=True)
class Limit(FromTables):
    """One event, one period, one date.

    The first event of `starts` that has a date starts the clock. `says` is the sentence
    for the family, with room for {period}, {event}, {begins} and {due}.
    """

    starts: tuple[str, ...]
    periods: Periods
    says: str

    @property
    def facts(self) -> tuple[str, ...]:
        return self.starts

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.periods,)

    def reckon(self, given: Given) -> Reckoned:
        fact, begins = given.first(self.starts)
        law = self.periods.in_force(begins)
        due = law.length.end(begins)
        return Reckoned(
            begins=begins,
            dates=Dates(due=due),
            source=law.source,
            evidence=law.evidence,
            explanation=self.says.format(
                period=law.length.words,
                event=fact.event,
                begins=date_words(begins),
                due=date_words(due),
            ),
        )


@dataclass(frozen=True)
class TooEarly:
    """An act done before the time that others had was over, or nothing of the kind."""

    on: date | None = None
    days: int = 0

    def said_with(self, explanation: str) -> str:
        """The sentence for the family, and at its end that this was too early."""
        if self.on is None:
            return explanation
        days = "one day" if self.days == 1 else f"{number_words(self.days)} days"
        return (
            f"{explanation.removesuffix('.')}; the plan was sent on"
            f" {date_words(self.on)}, {days} too early."
        )


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule of the timetable, readable beside the law.

    `met_by` names the facts that show the act done; the earliest of them counts. Where
    no fact can show it, the answer does not say whether it is late.
    `minimum` marks a time that must be allowed, not one to be kept inside: nobody is
    late for it, and `waits` names the acts that come too early before it has run,
    unless one of `met_by` came first.
    `spared_by` names the acts after which the limit never bound: done after the date,
    they are not late.
    `exemption` says when the limit may be excused, and `excuses` judges it; neither
    moves the date.
    """

    id: str
    title: str
    trigger: str
    who: str
    clock: Clock
    sources: tuple[Source, ...]
    met_by: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    spared_by: tuple[str, ...] = ()
    force: Force = Force.LAW
    minimum: bool = False
    exemption: str = ""
    excuses: Excuses | None = None
    note: str = ""

    @property
    def period(self) -> str:
        return self.clock.period

    @property
    def verified(self) -> bool:
        return self.clock.evidence.verified

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact that this rule can be asked with."""
        excusing = self.excuses.facts if self.excuses else ()
        acts = (*self.met_by, *self.spared_by, *self.waits)
        return tuple(dict.fromkeys((*self.clock.facts, *acts, *excusing)))

    def due(self, given: Given) -> date:
        """The date that counts, of a rule that sets one."""
        on = self.clock.reckon(given).dates.due
        if on is None:
            raise NoDate(f"{self.id} sets no date: {self.title}.")
        return on

    def stand(self, given: Given, as_at: date) -> Answer:
        """How the case stands on a day."""
        found = self.clock.reckon(given)
        due = found.dates.due
        done = given.earliest_since(found.begins, (*self.met_by, *self.spared_by))
        status, late_days = self.judge(given, found, done, as_at)
        early = self.too_early(given, found, done)
        excuse = self.excuse(given, Span(found.begins, due))
        return Answer(
            **asdict(found.dates),
            rule=self.id,
            source=found.source.citation,
            source_url=found.source.url,
            explanation=early.said_with(found.explanation),
            begins=found.begins,
            status=status,
            late_days=late_days,
            done=done,
            verified=found.evidence.verified,
            too_early_days=early.days,
            exempt=excuse.exempt if excuse else None,
            exempt_why=excuse.why if excuse else "",
            window_from=excuse.window_from if excuse else None,
            window_to=excuse.window_to if excuse else None,
        )

    def judge(
        self, given: Given, found: Reckoned, done: date | None, as_at: date
    ) -> tuple[Status | None, int]:
        """The status and the days late; neither where nobody can be late."""
        if not found.binds or not self.met_by:
            return None, 0
        status, late_days = standing(due=found.dates.due, done=done, as_at=as_at)
        spared = done is not None and done != given.earliest(self.met_by)
        if late_days and (self.minimum or spared):
            return None, 0
        return status, late_days

    def too_early(self, given: Given, found: Reckoned, done: date | None) -> "TooEarly":
        """What was done before the time that had to be allowed was over."""
        due = found.dates.due
        act = given.earliest_since(found.begins, self.waits)
        if act is None or due is None or act >= due or (done and done <= act):
            return TooEarly()
        return TooEarly(act, (due - act).days)

    def excuse(self, given: Given, span: Span) -> Excuse | None:
        """Whether a reason given for being late is one that the law names."""
        return self.excuses.judge(given, span) if self.excuses else None
