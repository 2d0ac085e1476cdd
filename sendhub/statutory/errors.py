"""What the rule book says when it is asked something it cannot answer.

The words are written for the person who asked: what was wrong, and what was meant.
"""

from collections.abc import Iterable
from difflib import get_close_matches


class StatutoryError(ValueError):
    """The rule book cannot answer; the message says why and may be shown as it is."""


class UnknownRule(StatutoryError):
    """There is no rule with this id."""


class UnknownFact(StatutoryError):
    """The rule does not use a fact of this name."""


class MissingFact(StatutoryError):
    """The rule cannot be worked out without a fact that was not given."""


class BadFact(StatutoryError):
    """A fact was given, but its value cannot be what it should be."""


class FactsDisagree(StatutoryError):
    """Two facts cannot both be true, such as an act before the event it answers."""


class NotYetLaw(StatutoryError):
    """The event happened before the law that sets the period came into force."""


class NoCalendar(StatutoryError):
    """A date is outside the years whose bank holidays are known."""


class NoDate(StatutoryError):
    """The rule sets no date, or none for these facts."""


def meant(word: str, known: Iterable[str]) -> str:
    """A hint " Did you mean 'x'?" when a known word is near, or nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean '{near[0]}'?" if near else ""
