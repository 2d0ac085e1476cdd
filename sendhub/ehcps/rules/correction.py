"""Correcting a date or a decision that was written down wrong. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import TextChoices

from sendhub.core.errors import RuleBroken
from sendhub.ehcps.rules.assessment import Stage
from sendhub.statutory.words import date_words


class Corrected(TextChoices):
    """What can be corrected: dates, and the two decisions themselves."""

    RECEIVED = "received_on", "Day the request was received"
    ASSESS_TOLD = "assess_told_on", "Day the family was told whether we assess"
    ISSUE_TOLD = "issue_told_on", "Day the family was told whether we issue a plan"
    ISSUED = "issued_on", "Day the final plan was issued"
    CEASE_TOLD = "cease_told", "Day the family was told that the plan ends"
    CEASED = "ceased_on", "Day the plan ceased"
    ADVICE_ASKED = "advice_asked", "Day advice was asked for"
    ADVICE_CAME = "advice_came", "Day advice was received"
    ASSESS = "assess", "Decision whether to assess"
    ISSUE = "issue", "Decision whether to issue a plan"


class Outcome(TextChoices):
    """What became of a correction."""

    OPEN = "", "Waits for a second person"
    AGREED = "agreed", "Agreed"
    REFUSED = "refused", "Refused"
    ALONE = "alone", "Made by a manager alone"


OF_ADVICE: Mapping[Corrected, str] = {
    Corrected.ADVICE_ASKED: "asked_on",
    Corrected.ADVICE_CAME: "received_on",
}
"""The dates of one advice, with the name each has there."""

ONE_IS_ENOUGH = frozenset({Corrected.RECEIVED, *OF_ADVICE})
"""The rest are decisions and their dates: a second person agrees."""

DECISIONS: Mapping[Corrected, Mapping[Stage, Stage]] = {
    Corrected.ASSESS: {
        Stage.ASSESSING: Stage.REFUSED,
        Stage.REFUSED: Stage.ASSESSING,
    },
    Corrected.ISSUE: {
        Stage.ISSUING: Stage.NOT_ISSUED,
        Stage.NOT_ISSUED: Stage.ISSUING,
    },
}
"""Where the case stands after each decision, and where after its opposite."""

YES = frozenset({Stage.ASSESSING, Stage.ISSUING})
ALONE_REFUSED: Mapping[Corrected, str] = {
    Corrected.RECEIVED: "Only a manager corrects the day a request came.",
    Corrected.ADVICE_ASKED: "Only a manager corrects the days of advice.",
    Corrected.ADVICE_CAME: "Only a manager corrects the days of advice.",
}

Day = tuple[date | None, str]


def check_between(new_on: date, *, after: Iterable[Day], before: Iterable[Day]) -> None:
    """The corrected day keeps the order of the steps; each is named with its day."""
    for day, what in after:
        if day and new_on < day:
            raise RuleBroken(
                f"This cannot be before {what} on {date_words(day)}.", "new_on"
            )
    for day, what in before:
        if day and new_on > day:
            raise RuleBroken(
                f"This cannot be after {what} on {date_words(day)}.", "new_on"
            )


def check_changes(old_on: date | None, new_on: date | None) -> None:
    """There is something to correct, and it is another day."""
    if old_on is None:
        raise RuleBroken("There is no such date yet on this request.", "field")
    if new_on is None:
        raise RuleBroken("Enter the right date.", "new_on")
    if old_on == new_on:
        raise RuleBroken("This is the day that is recorded already.", "new_on")


def check_no_day(new_on: date | None) -> None:
    """A decision has no day of its own to correct."""
    if new_on is not None:
        raise RuleBroken(
            "A decision reads the other way, on the same day. Leave this empty, and "
            "correct the day the family was told by itself.",
            "new_on",
        )


def opposite(which: Corrected, stage: Stage, *, turned: bool, built_on: str) -> Stage:
    """Where the case stands once the decision reads the other way.

    Only while nothing was built on it: `built_on` says what was, and a refusal that
    was reversed by the law's own act (`turned`) stays as it was.
    """
    after = DECISIONS[which].get(stage)
    if after is None or turned:
        raise RuleBroken("More has happened since: this decision stays.", "field")
    if built_on:
        raise RuleBroken(f"{built_on} on this decision: it stays.", "field")
    return after


def check_refusal_reasons(after: Stage, *reasons: str) -> None:
    """A refusal has its reasons, written now or before (CFA 2014 s36(5))."""
    if after not in YES and not any(text.strip() for text in reasons):
        raise RuleBroken(
            "Write the reasons for the refusal as they stand in the letter.", "reasons"
        )


def check_second_person(*, asked_by: int, by: int) -> None:
    """Nobody agrees to their own correction."""
    if asked_by == by:
        raise RuleBroken("You asked for this: somebody else must agree.")
