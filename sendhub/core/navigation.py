"""Ways on: the side navigation, which each app adds itself to, and links to acts."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse


@dataclass(frozen=True)
class Place:
    """One entry of the navigation: shown to those with the permission.

    `count` says how much waits there for somebody; it is asked on every page, in
    queries that an index answers. Who has the permission `begins` begins there after
    signing in.
    """

    title: str
    url_name: str
    permission: str
    order: int
    count: Callable[[Any], int] | None = None
    begins: str = ""


@dataclass(frozen=True)
class Entry:
    """A place as one person sees it on one page."""

    title: str
    url: str
    current: bool
    count: Callable[[], int] | None = None


@dataclass(frozen=True)
class ActLink:
    """Something that may be done next, as a link.

    What is not `usual` (a withdrawal, an ending) is never offered as the next step.
    """

    label: str
    url: str
    hint: str = ""
    usual: bool = True


@dataclass(frozen=True)
class SearchPage:
    """Where the search box in the head of every page leads."""

    url_name: str
    permission: str


_places: list[Place] = []
_search_pages: list[SearchPage] = []


def register(place: Place) -> None:
    """Add a place; called from an app's `ready`."""
    _places.append(place)
    _places.sort(key=lambda p: p.order)


def entries_for(request: HttpRequest) -> list[Entry]:
    """List the places this person may open, and mark the one they are at."""
    user: Any = request.user
    if not user.is_authenticated:
        return []
    open_to = [p for p in _places if user.may(p.permission)]
    made = [(p.title, reverse(p.url_name), p.count) for p in open_to]
    here = max(
        (url for _, url, _ in made if request.path.startswith(url)),
        key=len,
        default=None,
    )
    return [
        Entry(title, url, url == here, partial(count, user) if count else None)
        for title, url, count in made
    ]


def first_url_for(user: Any) -> str:
    """Where somebody begins after signing in, or "" if nothing is open to them."""
    open_to = [p for p in _places if user.may(p.permission)]
    own = [p for p in open_to if p.begins and user.may(p.begins)]
    first = next(iter([*own, *open_to]), None)
    return reverse(first.url_name) if first else ""


def may_follow(user: Any, url: str) -> bool:
    """Whether a page of ours is open to somebody, as far as its permission says."""
    try:
        needed = getattr(resolve(urlsplit(url).path).func, "access", "")
    except Resolver404:
        return True
    may = getattr(user, "may", None)  # a stranger has none
    asks = isinstance(needed, Enum)  # other pages say only that they are public
    return not asks or may is None or bool(may(needed))


def register_search(page: SearchPage) -> None:
    """Give the head of every page its search; called from one app's `ready`."""
    _search_pages[:] = [page]


def search_url_for(user: Any) -> str:
    """Where this person's search box leads, or "" if they may not search."""
    open_to = [p for p in _search_pages if user.may(p.permission)]
    return reverse(open_to[0].url_name) if open_to else ""
