"""Ways to find a child that apps above add to the search, as by case reference.

A finder is given who searches and what was typed. It answers with children, or
None when the text is not its kind; what is out of sight is left out afterwards.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from sendhub.accounts.models import User
    from sendhub.people.models import Child

Finder = Callable[["User", str], Optional["QuerySet[Child]"]]
_finders: list[Finder] = []


def register(finder: Finder) -> None:
    """Add a finder; called from an app's `ready`."""
    _finders.append(finder)


def found_by_others(user: "User", text: str) -> "QuerySet[Child] | None":
    """Ask each app above; the first that knows this kind of text answers."""
    for finder in _finders:
        found = finder(user, text)
        if found is not None:
            return found
    return None
