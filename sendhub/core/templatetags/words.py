"""Numbers and states put into the words staff use."""

from collections.abc import Iterable
from typing import Any

from django import template

register = template.Library()

SOON = 7
ENDED_WORDS = {"met": "Done on time", "void": "No longer needed"}
ENDED_TONES = {"met": "good", "late": "done-late", "void": "void"}


def _count(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"


def _wait_words(days: int) -> str:
    """Say when a time that others were given to answer is over: nobody is late."""
    if days == 0:
        return "Ends today"
    return f"Ended {_count(-days)} ago" if days < 0 else f"Ends in {_count(days)}"


@register.filter
def deadline_words(days: int | None, status: str | None = "open") -> str:
    """Say how a deadline stands: `-12|deadline_words:"open"` is "12 days late"."""
    if status == "late":
        return f"Done {_count(-days)} late" if days and days < 0 else "Done late"
    if status in ENDED_WORDS:
        return ENDED_WORDS[status]
    if days is None or days == "":
        return "No date yet"
    if status == "wait":
        return _wait_words(days)
    if days == 0:
        return "Due today"
    return f"{_count(-days)} late" if days < 0 else f"{_count(days)} left"


@register.filter
def deadline_tone(days: int | None, status: str | None = "open") -> str:
    """Name the tone a deadline is drawn in."""
    if status in ENDED_TONES:
        return ENDED_TONES[status]
    if days is None or days == "":
        return "plain"
    if status == "wait":
        return "soon" if days < 0 else "plain"
    if days < 0:
        return "late"
    return "soon" if days <= SOON else "plain"


@register.filter
def weeks_words(weeks: int) -> str:
    """How long somebody waits, in whole weeks."""
    if weeks < 1:
        return "less than a week"
    return "1 week" if weeks == 1 else f"{weeks:,} weeks"


@register.filter
def beside(left: Iterable[Any], right: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Walk two lists of one length together: the columns beside a row's cells."""
    return list(zip(left, right, strict=True))


@register.filter
def in_fours(text: str) -> str:
    """Break a code into groups of four, so that one keeps one's place."""
    whole = str(text)
    return " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


@register.filter
def thousands(number: int) -> str:
    """A number as it is read: 60,000."""
    return f"{number:,}"
