"""Lists whose rows a letter can be written to: each app tells of its own, once.

The list's address, with its filters, says which rows; they are filtered anew, as
whoever asks sees them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sendhub.accounts.access import Request

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True)
class Selection:
    """One list: its name in an address, and the ids of the cases it shows."""

    key: str
    cases: Callable[[Request], "QuerySet"]


_selections: dict[str, Selection] = {}


def register(selection: Selection) -> None:
    """Add a list; called from an app's `ready`."""
    _selections[selection.key] = selection


def of_key(key: str) -> Selection | None:
    """The list of a name, if there is one."""
    return _selections.get(key)
