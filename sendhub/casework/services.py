"""What each service tells the kernel about itself, once, in its app's `ready`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sendhub.casework.rules import ServiceKey
from sendhub.core.navigation import ActLink

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    from sendhub.accounts.models import User
    from sendhub.casework.models import Case, Deadline
    from sendhub.casework.querysets import CaseQuerySet


@dataclass(frozen=True)
class Lack:
    """Something that a national return needs of a case, and the page that mends it."""

    rule: str
    says: str
    must_mend: bool
    url: str
    label: str


@dataclass(frozen=True)
class Facts:
    """The facts that a national return asks of a service's cases.

    `missing` leaves of many cases those of which something is to be mended; `lacks`
    says of many cases at once what, for somebody to do; `words` says it in an export;
    `wanted_on` is the day by which the next return needs them.
    """

    missing: Callable[["CaseQuerySet", date], "CaseQuerySet"]
    lacks: Callable[[Iterable["Case"], "User", date], Mapping[int, list[Lack]]]
    words: Callable[[date], "Combinable"]
    wanted_on: Callable[[date], date]


@dataclass(frozen=True)
class Service:
    """One service: its part of the case page and what may be done next.

    `load` loads at once what the rest reads of a case for its page;
    `section` gives the template's context; `acts` the links this person may
    follow, the usual next one first; `deadline_url` the page that meets a deadline;
    `titles` what a list calls the deadline of each rule that the service uses;
    `hold` locks the records that its acts lock before the case;
    `refresh` brings the deadlines of a case in line with its facts and the rule book;
    `facts` are what a national return asks of its cases, where there is one;
    `going_on` says in a few words what is not ended on a case, or "".
    """

    key: ServiceKey
    template: str
    section: Callable[["Case", "User"], Mapping[str, Any]]
    acts: Callable[["Case", "User"], list[ActLink]]
    load: Callable[["Case"], None] = field(default=lambda case: None)
    deadline_url: Callable[["Deadline"], str] = field(
        default=lambda deadline: deadline.case.get_absolute_url()
    )
    titles: Mapping[str, str] = field(default_factory=dict)
    hold: Callable[["Case"], None] = field(default=lambda case: None)
    refresh: Callable[["Case"], None] = field(default=lambda case: None)
    facts: Facts | None = None
    going_on: Callable[["Case"], str] = field(default=lambda case: "")


@dataclass(frozen=True)
class Offered:
    """Acts as a page offers them: the usual next step apart from the others."""

    next: ActLink | None
    others: list[ActLink]


def offered(acts: list[ActLink]) -> Offered:
    """Set the first usual act apart as the next step."""
    step = next((act for act in acts if act.usual), None)
    return Offered(step, [act for act in acts if act is not step])


_services: dict[str, Service] = {}


def register(service: Service) -> None:
    """Add a service; called from its app's `ready`."""
    _services[service.key] = service


def choices() -> list[tuple[str, str]]:
    """The services that there are, for a filter."""
    return [choice for choice in ServiceKey.choices if choice[0] in _services]


def service_of(case: "Case") -> Service | None:
    """The service a case belongs to, if its app is here."""
    return _services.get(case.service)


def load(case: "Case") -> None:
    """Load at once what the case's service reads of it for its page."""
    if service := service_of(case):
        service.load(case)


def address_of(deadline: "Deadline") -> str:
    """The page that meets a deadline; the case's own where its service has none."""
    service = service_of(deadline.case)
    if service is None:
        return deadline.case.get_absolute_url()
    return service.deadline_url(deadline)


def facts_asked_for() -> Facts | None:
    """What a national return asks for: one service has such a return."""
    return next((s.facts for s in _services.values() if s.facts), None)


def titles() -> dict[str, str]:
    """What lists call the deadline of each rule that the services use."""
    return {r: title for s in _services.values() for r, title in s.titles.items()}


def kinds_of_deadline() -> list[tuple[str, str]]:
    """Every rule that a service's deadlines follow, by the name that its rows have."""
    return [(rule, f"{title} ({rule})") for rule, title in sorted(titles().items())]
