"""Every date that follows from a set of facts, in the order of days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sendhub.calculator.subjects import Subject
from sendhub.statutory import (
    Answer,
    FactsDisagree,
    FactValue,
    MissingFact,
    NoCalendar,
    NotYetLaw,
    Rule,
    StatutoryError,
    answer,
    understood,
)

WORTH_SAYING = (FactsDisagree, NotYetLaw, NoCalendar)
"""What is wrong with the facts; that one rule of several is not for them is not."""

FURTHER = {
    "due_notify": "Tell the family by",
    "due_not_to_issue": "If there will be no plan, say so by",
    "due_draft": "Send the draft by",
    "strict_before": "By the letter of the law, by",
    "final_by": "In any case by",
    "reg22_due": "Counted from the notice (reg. 22(3))",
    "due_max": "At the latest",
    "last_safe_meeting": "Last safe day for the meeting",
}


@dataclass(frozen=True)
class Row:
    """One rule with what it says about these facts."""

    rule: Rule
    answer: Answer
    as_at: date

    @property
    def days(self) -> int | None:
        """Days left, or by which the act was late (negative), as lists show them."""
        if self.answer.due is None or self.answer.status is None:
            return None
        return (self.answer.due - (self.answer.done or self.as_at)).days

    @property
    def state(self) -> str:
        """How it stands, in the words that the lists of work use for a deadline."""
        if self.rule.minimum:
            return "wait"
        if not self.answer.done:
            return "open"
        return "late" if self.answer.late_days else "met"

    @property
    def further(self) -> list[tuple[str, date]]:
        """The dates besides the one that counts, in words."""
        return [(FURTHER[name], on) for name, on in self.answer.further.items()]


@dataclass(frozen=True)
class Timetable:
    """The dates, the duties without one, and what the facts contradict."""

    dated: tuple[Row, ...]
    undated: tuple[Row, ...]
    refused: tuple[tuple[Rule, str], ...]


def timetable(
    subject: Subject, facts: Mapping[str, FactValue], *, as_at: date
) -> Timetable:
    """Ask every rule of a subject; those that lack a fact say nothing."""
    rows: list[Row] = []
    refused: list[tuple[Rule, StatutoryError]] = []
    for rule in subject.rules:
        used, _ = understood(rule.id, facts)
        if not used:
            continue
        try:
            rows.append(Row(rule, answer(rule.id, as_at=as_at, **used), as_at))
        except MissingFact:
            continue
        except StatutoryError as error:
            refused.append((rule, error))
    dated = sorted(
        (row for row in rows if row.answer.due), key=lambda row: str(row.answer.due)
    )
    undated = tuple(row for row in rows if not row.answer.due)
    told = tuple(
        (rule, str(error))
        for rule, error in refused
        if isinstance(error, WORTH_SAYING) or not rows
    )
    return Timetable(tuple(dated), undated, told)
