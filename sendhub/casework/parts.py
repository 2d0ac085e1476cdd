"""What apps above show on every case page, whatever its service: letters, panels.

Each app registers its part, and what may be done there, once in its `ready`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from sendhub.accounts.permissions import Permission
from sendhub.core.navigation import ActLink

if TYPE_CHECKING:
    from sendhub.accounts.models import User
    from sendhub.casework.models import Case


@dataclass(frozen=True)
class Part:
    """One app's part of a case page, for those with the permission.

    `template` is drawn with what `context` gives, and with `case`; its `acts` are taken
    out before and offered after those of the service.
    """

    key: str
    order: int
    permission: Permission
    template: str
    context: Callable[["Case", "User"], Mapping[str, Any]]


@dataclass(frozen=True)
class Drawn:
    """A part as it stands on the page of one case, and what may be done in it."""

    html: str
    acts: Sequence[ActLink]


_parts: dict[str, Part] = {}


def register(part: Part) -> None:
    """Add a part; called from an app's `ready`."""
    _parts[part.key] = part


def drawn_for(case: "Case", user: "User") -> list[Drawn]:
    """The parts that this person sees, in their order."""
    there = sorted(_parts.values(), key=lambda part: (part.order, part.key))
    return [_drawn(part, case, user) for part in there if user.may(part.permission)]


def _drawn(part: Part, case: "Case", user: "User") -> Drawn:
    context = {**part.context(case, user), "case": case}
    acts = context.pop("acts")
    return Drawn(render_to_string(part.template, context), acts)
