"""The kinds of letter, which each service above tells of once, in its app's `ready`.

A service loads what it knows of many cases at once; each kind then says of one case
what its merge fields stand for, why the letter does not fit, and whether it is due.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sendhub.letters.rules import ANY_SERVICE, To

if TYPE_CHECKING:
    from sendhub.casework.models import Case


@dataclass(frozen=True)
class Service:
    """Somebody at a service who is written to; `number` tells one from another.

    `address` is on several lines; `url` is the page that keeps it, where there is one.
    """

    number: int
    name: str
    email: str = ""
    address: str = ""
    url: str = ""


@dataclass(frozen=True)
class Facts:
    """What one kind of letter finds on one case.

    `unfit` says why it is not written now; `due_since` the day since which it is due.
    `about` is the number of the record it is about, where a case may have several at
    once: it is kept with the letter, and the service itself says which still lacks one.
    `limits` are the last days that fields of the letter give the family.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    unfit: str = ""
    due_since: date | None = None
    services: tuple[Service, ...] = ()
    about: int | None = None
    limits: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Kind:
    """One kind of letter: its fields, and what it finds on a case.

    `rights` names the standard paragraph that {{ paragraph.rights }} stands for.
    """

    key: str
    label: str
    order: int
    fields: Mapping[str, str] = field(default_factory=dict)
    facts: Callable[[Any, date], Facts] = field(default=lambda known, on: Facts())
    to: To = To.FAMILY
    rights: str = ""


@dataclass(frozen=True)
class Source:
    """A service: its kinds of letter, and how it loads what it knows of cases."""

    service: str
    kinds: Sequence[Kind]
    load: Callable[[Sequence["Case"]], Mapping[int, Any]]


GENERAL = Kind("general", "General letter", 90)
_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Add a service's kinds; called from its app's `ready`."""
    _sources[source.service] = source


def every() -> list[Kind]:
    """All kinds there are, in order."""
    found = [kind for source in _sources.values() for kind in source.kinds]
    return sorted([*found, GENERAL], key=lambda kind: (kind.order, kind.key))


def of_key(key: str) -> Kind:
    """The kind with this key; a kind that is no more reads as a general letter."""
    return next((kind for kind in every() if kind.key == key), GENERAL)


def of_service(service: str) -> list[Kind]:
    """The kinds that fit a case of one service, in order."""
    source = _sources.get(service)
    return [*(source.kinds if source else ()), GENERAL]


def service_of(kind: Kind) -> str:
    """The service that a kind belongs to; a general letter fits any."""
    for source in _sources.values():
        if kind in source.kinds:
            return source.service
    return ANY_SERVICE


def known_of(cases: Iterable["Case"]) -> dict[int, Any]:
    """What the services know of these cases, loaded together."""
    by_service: dict[str, list[Case]] = {}
    for case in cases:
        by_service.setdefault(case.service, []).append(case)
    known: dict[int, Any] = {}
    for service, there in by_service.items():
        if service in _sources:
            known.update(_sources[service].load(there))
    return known


def found(kind: Kind, case: "Case", known: Mapping[int, Any], *, on: date) -> Facts:
    """What a kind finds on a case."""
    if kind is GENERAL:
        return Facts()
    if service_of(kind) != case.service:
        return Facts(unfit="This letter belongs to another service.")
    return kind.facts(known.get(case.pk), on)
