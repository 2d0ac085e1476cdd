"""Lists whose filters can be kept under a name: each app adds its own, in `ready`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict


@dataclass(frozen=True)
class NarrowedList:
    """A list that can be narrowed, and what its address may ask for.

    A child's name is never kept: a filter may be shared, and outlives who may see
    the child.
    """

    url_name: str
    title: str
    permission: str
    asks: Callable[[], Iterable[str]]
    names_of_children: frozenset[str] = frozenset()

    def known(self) -> frozenset[str]:
        """The parts of its address that say what is listed, and in which order."""
        return frozenset({"sort", *self.asks()}) - self.names_of_children

    def kept(self, asked: QueryDict) -> str:
        """Reduce an address to what may be kept of it, always in the same order."""
        clean = QueryDict(mutable=True)
        for name in sorted(self.known() & set(asked)):
            values = [value for value in asked.getlist(name) if value]
            if values:
                clean.setlist(name, values)
        return clean.urlencode()

    def unknown(self, query: str) -> list[str]:
        """What a kept filter asks for that the list no longer knows."""
        return sorted(set(QueryDict(query)) - self.known())


_lists: dict[str, NarrowedList] = {}


def register(**facts: Any) -> None:
    """Add a list; called from an app's `ready`."""
    made = NarrowedList(**facts)
    _lists[made.url_name] = made


def list_at(url_name: str) -> NarrowedList | None:
    """The list at an address, if its filters can be kept."""
    return _lists.get(url_name)


def names() -> list[str]:
    """Every such list, by the name of its address."""
    return sorted(_lists)
