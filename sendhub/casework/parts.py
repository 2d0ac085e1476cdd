"""What apps above show on every case page, whatever its service: letters, panels.

Each app registers its part, and what may be done there, once in its `ready`.
"""

from collections.abc import Callable, Mapping
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

    `template` is drawn with what `context` gives, and with `case`; `acts` are offered
    after those of the service.
    """

    key: str
    order: int
    permission: Permission
    template: str
    context: Callable[["Case", "User"], Mapping[str, Any]]
    acts: Callable[["Case", "User"], list[ActLink]]


_parts: dict[str, Part] = {}


def register(part: Part) -> None:
    """Add a part; called from an app's `ready`."""
    _parts[part.key] = part


def _for(user: "User") -> list[Part]:
    there = sorted(_parts.values(), key=lambda part: (part.order, part.key))
    return [part for part in there if user.may(part.permission)]


def drawn_for(case: "Case", user: "User") -> list[str]:
    """The parts that this person sees, drawn."""
    return [
        render_to_string(part.template, {**part.context(case, user), "case": case})
        for part in _for(user)
    ]


def acts_for(case: "Case", user: "User") -> list[ActLink]:
    """What this person may do in them."""
    return [act for part in _for(user) for act in part.acts(case, user)]
