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
    MOVED = "moved_on", "Day they moved here"
    TRANSFERRED = "transferred_on", "Day the plan was transferred to us"
    TRANSFER_TOLD = "transfer_told", "Day the family was told of the transfer"
    WILL_ASSESS = "will_assess", "Whether the family was told that we assess again"
    REVIEW_SAID = "review_said", "Day by which we said that we review the plan"
    REVIEWED = "reviewed_on", "Day the family was sent our decision after the review"
    MOVES = "moves_on", "Day of the move away"
    KNOWN = "known_on", "Day we learned of the move away"
    GONE = "gone_on", "Day of the transfer away"
    MISTAKE = "mistake", "Whether the request was recorded by mistake"


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

OF_MOVE_IN: Mapping[Corrected, str] = {
    Corrected.MOVED: "moved_on",
    Corrected.TRANSFERRED: "transferred_on",
    Corrected.TRANSFER_TOLD: "told_on",
    Corrected.WILL_ASSESS: "will_assess",
    Corrected.REVIEW_SAID: "review_on",
    Corrected.REVIEWED: "reviewed_on",
}
OF_MOVE_OUT: Mapping[Corrected, str] = {
    Corrected.MOVES: "moves_on",
    Corrected.KNOWN: "known_on",
    Corrected.GONE: "ended_on",
}
"""What is recorded of a move here and of a move away, likewise."""

AHEAD = frozenset({Corrected.REVIEW_SAID, Corrected.MOVES})
"""These may be days to come."""

ONE_IS_ENOUGH = frozenset(
    {
        Corrected.RECEIVED,
        *OF_ADVICE,
        Corrected.MOVED,
        Corrected.MOVES,
        Corrected.KNOWN,
    }
)
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

YES_OR_NO = frozenset({*DECISIONS, Corrected.WILL_ASSESS, Corrected.MISTAKE})
"""These have no day: the right answer is the other one."""

AGAIN: Mapping[Corrected, str] = {
    Corrected.ASSESS_TOLD: "Day the family was told whether we assess again",
    Corrected.ISSUE_TOLD: "Day the family was told whether we amend the plan",
    Corrected.ISSUED: "Day the amended plan was issued",
    Corrected.ASSESS: "Decision whether to assess again",
    Corrected.ISSUE: "Decision whether to amend the plan",
}
"""What each is called in a re-assessment."""

YES = frozenset({Stage.ASSESSING, Stage.ISSUING})
ONLY_MANAGERS = "Only a manager corrects the day of a move."
ALONE_REFUSED: Mapping[Corrected, str] = {
    Corrected.RECEIVED: "Only a manager corrects the day a request came.",
    Corrected.ADVICE_ASKED: "Only a manager corrects the days of advice.",
    Corrected.ADVICE_CAME: "Only a manager corrects the days of advice.",
    Corrected.MOVED: ONLY_MANAGERS,
    Corrected.MOVES: ONLY_MANAGERS,
    Corrected.KNOWN: ONLY_MANAGERS,
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
        raise RuleBroken("There is no such date here yet.", "field")
    if new_on is None:
        raise RuleBroken("Enter the right date.", "new_on")
    if old_on == new_on:
        raise RuleBroken("This is the day that is recorded already.", "new_on")


def check_answered(answer: bool | None) -> None:
    """Only an answer that was given can read the other way."""
    if answer is None:
        raise RuleBroken("There is no such answer here yet.", "field")


def check_plan_lives(*, live: bool) -> None:
    """A plan that was left as it is can be amended only while it is there."""
    if not live:
        raise RuleBroken("The plan has ended since: this decision stays.", "field")


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
