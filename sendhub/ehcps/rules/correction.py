"""Correcting a date that was written down wrong. Pure."""

from collections.abc import Iterable
from datetime import date

from django.db.models import TextChoices

from sendhub.core.errors import RuleBroken
from sendhub.people.rules import words


class Corrected(TextChoices):
    """The dates of a request that can be corrected."""

    RECEIVED = "received_on", "Day the request was received"
    ASSESS_TOLD = "assess_told_on", "Day the family was told whether we assess"
    ISSUE_TOLD = "issue_told_on", "Day the family was told whether we issue a plan"


class Outcome(TextChoices):
    """What became of a correction."""

    OPEN = "", "Waits for a second person"
    AGREED = "agreed", "Agreed"
    REFUSED = "refused", "Refused"
    ALONE = "alone", "Made by a manager alone"


ONE_IS_ENOUGH = frozenset({Corrected.RECEIVED})
"""The rest are dates of decisions: a second person agrees to another value."""

Day = tuple[date | None, str]


def check_between(new_on: date, *, after: Iterable[Day], before: Iterable[Day]) -> None:
    """The corrected day keeps the order of the steps; each is named with its day."""
    for day, what in after:
        if day and new_on < day:
            raise RuleBroken(f"This cannot be before {what} on {words(day)}.", "new_on")
    for day, what in before:
        if day and new_on > day:
            raise RuleBroken(f"This cannot be after {what} on {words(day)}.", "new_on")


def check_changes(old_on: date | None, new_on: date) -> date:
    """There is something to correct, and it is another day: give the recorded one."""
    if old_on is None:
        raise RuleBroken("There is no such date yet on this request.", "field")
    if old_on == new_on:
        raise RuleBroken("This is the day that is recorded already.", "new_on")
    return old_on


def check_second_person(*, asked_by: int, by: int) -> None:
    """Nobody agrees to their own correction."""
    if asked_by == by:
        raise RuleBroken("You asked for this: somebody else must agree.")
