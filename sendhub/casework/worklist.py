"""The work list: its piles, its numbers, its order, its rows and its export."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.http import HttpRequest

from sendhub.accounts.models import User
from sendhub.casework.models import Deadline
from sendhub.casework.querysets import DeadlineQuerySet
from sendhub.casework.rules import (
    Lateness,
    Whose,
    Why,
    is_new,
    is_wait,
    why,
    worked_with,
)
from sendhub.casework.services import address_of
from sendhub.core import lists
from sendhub.core.lists import Sort, count_words
from sendhub.people import exports as people

SORTS: Mapping[str, Sort] = {
    "due": Sort("Due", ("due_on", "pk")),
    "child": Sort("Child", ("child__sort_name", "pk")),
    "rule": Sort("What is due", ("rule", "due_on", "pk")),
}
TONES = {Lateness.OVERDUE: "late", Lateness.SOON: "soon", Lateness.LATER: "plain"}
NOTES = {
    Lateness.OVERDUE: "Past the legal limit",
    Lateness.SOON: "Today included",
    Lateness.LATER: "",
}


@dataclass(frozen=True)
class Row:
    """One deadline as a page shows it: words and addresses, nothing left to look up."""

    deadline: Deadline
    title: str
    due_on: date
    status: str
    days: int
    url: str
    case_url: str
    why: Why
    is_new: bool

    @property
    def url_elsewhere(self) -> str:
        """Where it is met, if that is not the case's own page."""
        return "" if self.url == self.case_url else self.url

    @property
    def target_words(self) -> str:
        """Who promised another date, and why."""
        promised = self.deadline
        if not promised.target_on:
            return ""
        return f"Target set by {promised.target_by}: {promised.target_reason}"

    @property
    def target_act(self) -> str:
        """What the link to the target is called."""
        return "Change the target" if self.deadline.target_on else "Set a target"


@dataclass(frozen=True)
class ListRow(Row):
    """A row of the work list: also whose it is."""

    child: str
    child_url: str
    badges: Sequence[Any]
    reference: str
    service: str
    officer: str
    team: str


def rows_of(
    deadlines: Iterable[Deadline], *, user: User, on: date, now: datetime
) -> list[Row]:
    """Make the rows of a case's dates; asks the database nothing."""
    return [Row(**_facts(deadline, user, on, now)) for deadline in deadlines]


def list_rows_of(
    deadlines: Iterable[Deadline], *, user: User, on: date, now: datetime
) -> list[ListRow]:
    """Make the rows of the work list; asks the database nothing."""
    return [
        ListRow(
            **_facts(deadline, user, on, now),
            child=deadline.child.known_as,
            child_url=deadline.child.get_absolute_url(),
            badges=deadline.child.badges,
            reference=deadline.case.reference,
            service=deadline.case.get_service_display(),
            officer=str(deadline.officer or ""),
            team=str(deadline.team or ""),
        )
        for deadline in deadlines
    ]


def _facts(deadline: Deadline, user: User, on: date, now: datetime) -> dict[str, Any]:
    """What every row says.

    Whoever works on such cases is led to the next thing to do, others to the case.
    """
    case_url = deadline.case.get_absolute_url()
    works_on_it = user.may(worked_with(deadline.case.service))
    return {
        "deadline": deadline,
        "title": deadline.title,
        "due_on": deadline.due_on,
        "status": deadline.ended or ("wait" if is_wait(deadline.rule) else "open"),
        "days": (deadline.due_on - (deadline.met_on or on)).days,
        "url": address_of(deadline) if works_on_it else case_url,
        "case_url": case_url,
        "why": why(deadline.rule),
        "is_new": is_new(deadline.case.assigned_at, now=now),
    }


def exported(*, on: date) -> Mapping[str, Any]:
    """The columns of the export; statuses are those of a day."""
    return {
        "Child": F("child_name"),
        "Date of birth": F("child__born_on"),
        "Statuses": people.statuses("child", on=on),
        "Case": F("reference"),
        "What is due": F("title"),
        "Rule": F("rule"),
        "Due": F("due_on"),
        "Target": F("target_on"),
        "Reason for the target": F("target_reason"),
        "Officer": F("officer__name"),
        "Team": F("team__name"),
    }


def reasons_behind(rows: Iterable[Row]) -> list[Why]:
    """The rules that the rows name, each once."""
    return sorted({row.why for row in rows}, key=lambda reason: reason.rule)


def tabs(request: HttpRequest, whose: Whose) -> list[dict[str, Any]]:
    """The piles as links; what was filtered stays, but for whose work it is."""
    return [
        {
            "title": pile.label,
            "url": address(request, whose=pile.value, officer=None, team=None),
            "current": pile == whose,
        }
        for pile in Whose
    ]


def tiles(
    request: HttpRequest, deadlines: DeadlineQuerySet, *, chosen: str, on: date
) -> list[dict[str, Any]]:
    """Overdue, soon and later: each number opens the list it counts."""
    return [
        {
            "label": lateness.label.lower(),
            "number": count_words(deadlines.by_lateness(lateness, on=on)),
            "url": address(request, late=lateness.value),
            "tone": TONES[lateness],
            "note": "Shown below" if lateness == chosen else NOTES[lateness],
        }
        for lateness in Lateness
    ]


def address(request: HttpRequest, **changes: str | None) -> str:
    """This list's address with something changed; None takes a filter away."""
    query = request.GET.copy()
    for name in ("after", "before", "format"):
        query.pop(name, None)
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"?{query.urlencode()}"


def kept_in_form(request: HttpRequest) -> list[dict[str, str]]:
    """What the filter form must send along besides its own fields."""
    return lists.kept_in_form(request, "whose")
