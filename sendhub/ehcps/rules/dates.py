"""What the rules of assessments, advice and plans share. Pure."""

from datetime import date

from sendhub import statutory
from sendhub.core.errors import RuleBroken
from sendhub.statutory.words import date_words


def due(rule: str, field: str, **facts: date) -> date:
    """Ask the rule book for a limit; a date it cannot use is for the user to mend."""
    try:
        return statutory.due(rule, **facts)
    except statutory.StatutoryError as error:
        raise RuleBroken(str(error), field) from error


def check_order(day: date, *, after: date, what: str, field: str) -> None:
    """Refuse a day before the step that it follows."""
    if day < after:
        raise RuleBroken(f"This cannot be before {what} on {date_words(after)}.", field)
