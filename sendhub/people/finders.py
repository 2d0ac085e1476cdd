"""What apps above add to the search for a child.

A finder, as by case reference, is given who searches and what was typed. It answers
with children, or None when the text is not its kind; what is out of sight is left
out afterwards. Beside each child found stand its open cases.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from sendhub.accounts.models import User
    from sendhub.people.models import Child

Finder = Callable[["User", str], Optional["QuerySet[Child]"]]
_finders: list[Finder] = []


@dataclass(frozen=True)
class OpenCase:
    """A case as a row of the results names it: `held_by` is its officer or team."""

    reference: str
    url: str
    held_by: str


OpenCases = Callable[["User", Iterable[int]], Mapping[int, Sequence[OpenCase]]]
_open_cases: list[OpenCases] = []


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


def case_called(
    text: str, rows: Iterable[tuple["Child", Sequence[OpenCase]]]
) -> OpenCase | None:
    """The case whose whole reference was typed, of those found."""
    typed = text.upper()
    cases = (case for _, cases in rows for case in cases)
    return next((case for case in cases if case.reference == typed), None)


def register_open_cases(open_cases: OpenCases) -> None:
    """Say which cases children have; called once, from an app's `ready`."""
    _open_cases[:] = [open_cases]


def with_open_cases(
    user: "User", children: Sequence["Child"]
) -> list[tuple["Child", Sequence[OpenCase]]]:
    """Each child found beside the open cases that this person may open."""
    by_child = _open_cases[0](user, [child.pk for child in children])
    return [(child, by_child.get(child.pk, ())) for child in children]
