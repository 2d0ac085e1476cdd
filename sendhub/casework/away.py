"""Saying of an officer that they are away, wherever a case names them."""

from typing import Any

from sendhub.accounts.models import User
from sendhub.statutory.words import date_words


def away_words(user: User | None) -> str:
    """Until when somebody is away and who covers, or that they left; "" if here.

    Asks the database nothing: `querysets.away_of` has loaded it.
    """
    if user is not None and not user.is_active:
        return "has left"
    covers: list[Any] = getattr(user, "away_now", [])
    return "; ".join(
        f"away until {date_words(cover.ends_on)}, {cover.covered_by} covers"
        for cover in covers
    )


def officer_words(user: User) -> str:
    """An officer's name, and whether they are away or have left."""
    away = away_words(user)
    return f"{user} ({away})" if away else str(user)
