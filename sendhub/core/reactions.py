"""React inside: what must hold together across apps runs in the same transaction.

A lower app makes a `Reaction`; an upper app registers a handler in its `ready`. The
lower app runs it inside its act; a handler refuses by raising RuleBroken.
"""

from collections.abc import Callable
from typing import Any


class Reaction:
    """A moment at which apps above may act too, or refuse."""

    def __init__(self) -> None:
        self._handlers: list[Callable[..., None]] = []

    def register(self, handler: Callable[..., None]) -> None:
        """Add a handler; called from an upper app's `ready`."""
        self._handlers.append(handler)

    def run(self, **facts: Any) -> None:
        """Let every handler act, in the order registered."""
        for handler in self._handlers:
            handler(**facts)
