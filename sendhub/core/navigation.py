"""The services in the side navigation: each app registers its own, once."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True)
class Place:
    """One entry of the navigation: shown to those with the permission."""

    title: str
    url_name: str
    permission: str
    order: int


@dataclass(frozen=True)
class Entry:
    """A place as one person sees it on one page."""

    title: str
    url: str
    current: bool


_places: list[Place] = []


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
    made = [(p.title, reverse(p.url_name)) for p in open_to]
    here = max(
        (url for _, url in made if request.path.startswith(url)), key=len, default=None
    )
    return [Entry(title, url, url == here) for title, url in made]
