"""One event, and times that depend on what the appeal or mediation was about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sendhub.statutory.errors import FactsDisagree
from sendhub.statutory.facts import appeals as matters
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods import appeals as periods
from sendhub.statutory.periods import reversals as assessing
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.rule import Dates, FromTables, Reckoned
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence
from sendhub.statutory.words import date_words


@dataclass(frozen=True)
class Times:
    """What follows for one matter: the act that counts, and those before it."""

    act: str
    due: Periods
    notify: Periods | None = None
    refuse: Periods | None = None
    draft: Periods | None = None

    @property
    def tables(self) -> tuple[Periods, ...]:
        every = (self.due, self.notify, self.refuse, self.draft)
        return tuple(table for table in every if table)

    def dates(self, begins: date) -> Dates:
        return Dates(
            due=end(self.due, begins),
            due_notify=end(self.notify, begins),
            due_not_to_issue=end(self.refuse, begins),
            due_draft=end(self.draft, begins),
        )


def end(table: Periods | None, begins: date) -> date | None:
    return table.in_force(begins).length.end(begins) if table else None


def said(dates: Dates, act: str) -> str:
    """What must be done by when, as the rest of a sentence."""
    parts = (
        ("tell you that it assesses", dates.due_notify),
        ("say so if it refuses a plan", dates.due_not_to_issue),
        ("send a draft plan", dates.due_draft),
        (act, dates.due),
    )
    each = [f"{what} by {date_words(on)}" for what, on in parts if on]
    return " and ".join(", ".join(each).rsplit(", ", 1))


AS_ORDERED: Mapping[str, Times] = {
    matters.ASSESS: Times(
        "send the final plan",
        assessing.ORDERED_PLAN,
        assessing.ORDERED_NOTIFY,
        assessing.ORDERED_REFUSE,
    ),
    matters.ISSUE: Times(
        "send the final plan", periods.ORDERED_FINAL, draft=periods.ORDERED_DRAFT
    ),
    matters.CONTENTS: Times("send the amended plan", periods.ORDERED_AMENDMENT),
    matters.AMEND: Times("send the amended plan", periods.ORDERED_AMENDMENT),
    matters.PLACEMENT: Times("name the place in the plan", periods.ORDERED_PLACE),
    matters.CEASE: Times(
        "keep the plan and send it with what was agreed", periods.AMEND_KEPT_PLAN
    ),
}

UNOPPOSED: Mapping[str, Times] = {
    matters.ASSESS: Times(
        "send the final plan",
        assessing.UNOPPOSED_PLAN,
        assessing.UNOPPOSED_NOTIFY,
        assessing.UNOPPOSED_REFUSE,
    ),
    matters.ISSUE: Times(
        "send the final plan", periods.UNOPPOSED_FINAL, draft=periods.UNOPPOSED_DRAFT
    ),
    matters.CONTENTS: Times("send the amended plan", periods.UNOPPOSED_AMENDMENT),
    matters.AMEND: Times("send the amended plan", periods.UNOPPOSED_AMENDMENT),
    matters.PLACEMENT: Times("name the place in the plan", periods.UNOPPOSED_PLACE),
    matters.CEASE: Times(
        "keep the plan and send it as amended", periods.UNOPPOSED_AMENDMENT
    ),
}

AGREED: Mapping[str, Times] = {
    **AS_ORDERED,
    matters.OTHER: Times("do what was agreed", periods.KEEP_OTHER_AGREEMENT),
}


@dataclass(frozen=True)
class ByMatter(FromTables):
    """The times of the matter; an event that can only be about assessing names it."""

    starts: tuple[str, ...]
    to_assess: str
    times: Mapping[str, Times]
    other_date: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        own = (*self.starts, self.to_assess, "matter")
        return (*own, self.other_date) if self.other_date else own

    @property
    def period(self) -> str:
        return "2 to 14 weeks"

    @property
    def tables(self) -> tuple[Periods, ...]:
        every = (table for times in self.times.values() for table in times.tables)
        return tuple(dict.fromkeys(every))

    def matter(self, given: Given) -> str:
        """What it was about, said or shown."""
        named = given.said("matter")
        if given.day(self.to_assess) is None:
            return given.text("matter")
        if named not in (None, matters.ASSESS):
            raise FactsDisagree(
                f"{given.rule_id}: '{self.to_assess}' is about a refusal to assess, but"
                f" the matter is '{named}'."
            )
        return matters.ASSESS

    def reckon(self, given: Given) -> Reckoned:
        fact, begins = given.first((*self.starts, self.to_assess))
        matter = self.matter(given)
        if matter not in self.times:
            raise FactsDisagree(f"{given.rule_id} is not about '{matter}' matters.")
        times = self.times[matter]
        law = times.due.in_force(begins)
        dates = times.dates(begins)
        source, evidence = law.source, law.evidence
        other = given.day(self.other_date) if self.other_date else None
        if other is not None:
            dates = Dates(due=other)
            source, evidence = sources.MEDIATION_AGREEMENT, Evidence.LAW
        words = said(dates, times.act)
        return Reckoned(
            begins=begins,
            dates=dates,
            source=source,
            evidence=evidence,
            explanation=(
                f"After {fact.event}, on {date_words(begins)}, the council must {words}"
                f"{', as agreed in writing' if other else ''}."
            ),
        )
