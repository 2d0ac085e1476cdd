"""The team board: each officer's load, what is late, and how the weeks went."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sendhub.accounts.models import Team, User
from sendhub.casework.away import away_words
from sendhub.casework.choices import members
from sendhub.casework.models import Case, Deadline, Handover, Task
from sendhub.casework.rules import (
    NEW,
    RECENT_WEEKS,
    WEEKS_BACK,
    Lateness,
    monday_of,
)
from sendhub.casework.services import titles
from sendhub.core import clock
from sendhub.core.exports import FewRows
from sendhub.core.lists import Sort

Loads = Mapping[int | None, Mapping[str, int]]
"""The numbers of each officer, by key; None is nobody's."""

SORTS: Mapping[str, Sort] = {
    "officer": Sort("Officer", ("name",)),
    "children": Sort("Children", ("children",), backwards=True),
    "overdue": Sort("Deadlines overdue", ("overdue",), backwards=True),
    "tasks": Sort("Tasks overdue", ("tasks",), backwards=True),
    "week": Sort("Due this week", ("week",), backwards=True),
    "new": Sort("New", ("new",), backwards=True),
}


FILE = {
    "Officer": "name",
    "Away": "away",
    "Children": "children",
    "Deadlines overdue": "overdue",
    "Tasks overdue": "tasks",
    "Due this week": "week",
    "New": "new",
    "Handovers unread": "unread",
}
"""The columns of the exported board, and what of a line stands there."""


@dataclass(frozen=True)
class BoardRow:
    """One officer's line: numbers, and the list behind each."""

    name: str
    away: str
    children: int
    overdue: int
    tasks: int
    week: int
    new: int
    unread: int
    urls: Mapping[str, str]


@dataclass(frozen=True)
class Total:
    """A number of the whole team, and the list behind it."""

    label: str
    number: int
    url: str
    tone: str


@dataclass(frozen=True)
class Week:
    """What fell due in a week, and what became of it."""

    starts_on: date
    due: int
    met: int
    open: int
    urls: Mapping[str, str]

    @property
    def share(self) -> int:
        """How many of a hundred were met in time."""
        return round(100 * self.met / self.due) if self.due else 0

    @property
    def in_time(self) -> str:
        """The share that was met in time."""
        return f"{self.share}%" if self.due else ""


class Board:
    """What one manager sees of one team, or of all; its queries do not grow."""

    def __init__(self, user: User, team: Team | None, *, on: date) -> None:
        self.user, self.team, self.on = user, team, on
        self.monday = monday_of(on)
        self.now = clock.now()

    def rows(self) -> list[BoardRow]:
        """A line for each officer of the team and whoever holds its cases."""
        staff = list(members(self.team))
        numbers = self._numbers([officer.pk for officer in staff])
        rows = [self._row(officer, numbers) for officer in staff]
        return [row for row in rows if row is not None]

    def _numbers(self, ids: Iterable[int]) -> list[Loads]:
        ids = list(ids)
        cases = self._cases()
        deadlines = Deadline.objects.open().visible_to(self.user)
        tasks = Task.objects.open().visible_to(self.user)
        unread = Handover.objects.standing().visible_to(self.user)
        return [
            _by(cases.filter(officer__in=ids).loads(new_since=self.now), "officer"),
            _by(deadlines.filter(officer__in=ids).loads(on=self.on), "officer"),
            _by(tasks.filter(given_to__in=ids).loads(on=self.on), "given_to"),
            _by(unread.filter(given_to__in=ids).loads(), "given_to"),
        ]

    def _row(self, officer: User, numbers: list[Loads]) -> BoardRow | None:
        held, due, asked, unread = (one.get(officer.pk, {}) for one in numbers)
        if not officer.is_active and not held:
            return None
        return BoardRow(
            name=str(officer),
            away=away_words(officer),
            children=held.get("children", 0),
            overdue=due.get("overdue", 0),
            tasks=asked.get("overdue", 0),
            week=due.get("week", 0) + asked.get("week", 0),
            new=held.get("new", 0),
            unread=unread.get("unread", 0),
            urls=self._urls(officer=officer.pk),
        )

    def nobody(self) -> BoardRow:
        """The line of the cases that nobody has been given."""
        deadlines = Deadline.objects.open().visible_to(self.user)
        held = self._here(self._cases().filter(officer__isnull=True))
        due = self._here(deadlines.unassigned())
        load = _by(held.loads(new_since=self.now), "officer").get(None, {})
        late = _by(due.loads(on=self.on), "officer").get(None, {})
        return BoardRow(
            name="Nobody yet",
            away="",
            children=load.get("children", 0),
            overdue=late.get("overdue", 0),
            tasks=0,
            week=late.get("week", 0),
            new=0,
            unread=0,
            urls=self._urls(officer="nobody"),
        )

    def _here(self, found: Any) -> Any:
        return found.filter(team=self.team) if self.team else found

    def _urls(self, *, officer: int | str) -> Mapping[str, str]:
        """Where each number of a line leads."""
        mine: dict[str, Any] = {"officer": officer}
        work: dict[str, Any] = {"whose": "everyone", "officer": officer}
        if officer == "nobody":
            work = {"whose": "unassigned"}
            if self.team:
                mine["team"] = work["team"] = self.team.pk
        week = {"late": "soon", "week": self.monday}
        return {
            "children": _address("casework:case-list", mine),
            "new": _address("casework:case-list", mine | {"given": "new"}),
            "give": _address("casework:cases-assign", mine | {"which": "all"}),
            "overdue": _work(work, kind="deadline", late="overdue"),
            "tasks": _work(work, kind="task", late="overdue"),
            "week": _work(work, **week),
            "unread": _address("casework:handover-list", {"officer": officer}),
        }

    def totals(self) -> list[Total]:
        """What the whole team has overdue, due this week, new and unassigned."""
        mine = self._team()
        cases = self._here(self._cases())
        new = cases.assigned().new_since(self.now - NEW).count()
        nobody = cases.filter(officer__isnull=True).count()
        given = _address("casework:case-list", mine | {"given": "new"})
        open_to_give = _address("casework:case-list", mine | {"officer": "nobody"})
        return [
            *self._work_totals(),
            Total("cases given in the last week", new, given, "info"),
            Total("cases that nobody has yet", nobody, open_to_give, "warn"),
        ]

    def _work_totals(self) -> list[Total]:
        deadlines = self._here(Deadline.objects.open().visible_to(self.user))
        tasks = Task.objects.open().visible_to(self.user)
        if self.team:
            tasks = tasks.of_team(self.team.pk)
        overdue, todo = (
            rows.by_lateness(Lateness.OVERDUE, on=self.on).count()
            for rows in (deadlines, tasks)
        )
        week = sum(
            rows.by_lateness(Lateness.SOON, on=self.on).of_week(self.monday).count()
            for rows in (deadlines, tasks)
        )
        work = self._everywhere()
        late = {**work, "late": Lateness.OVERDUE.value}
        soon = {**work, "late": Lateness.SOON.value, "week": self.monday}
        return [
            Total("deadlines overdue", overdue, _work(late, kind="deadline"), "late"),
            Total("tasks overdue", todo, _work(late, kind="task"), "late"),
            Total("due this week", week, _work(soon), "soon"),
        ]

    def _cases(self) -> Any:
        return Case.objects.open().visible_to(self.user).open_to(self.user)

    def _team(self) -> dict[str, Any]:
        return {"team": self.team.pk} if self.team else {}

    def late_by_rule(self) -> list[Mapping[str, Any]]:
        """How many deadlines are overdue by what is due, the most on top."""
        deadlines = Deadline.objects.open().visible_to(self.user)
        work, named = self._everywhere(), titles()
        return [
            {
                "title": named.get(row["rule"], row["rule"]),
                "rule": row["rule"],
                "number": row["number"],
                "url": _work(work, rule=row["rule"], late="overdue"),
            }
            for row in self._here(deadlines).overdue_by_rule(on=self.on)
        ]

    def weeks(self) -> list[Week]:
        """What fell due in each of the last weeks, the newest on top."""
        since = self.monday - timedelta(weeks=WEEKS_BACK)
        deadlines = self._here(Deadline.objects.visible_to(self.user))
        found = {
            row["week"]: row
            for row in deadlines.fallen_due(since=since, until=self.monday)
        }
        weeks = (self.monday - timedelta(weeks=n + 1) for n in range(WEEKS_BACK))
        return [self._week(day, found.get(day, {})) for day in weeks]

    def _week(self, day: date, row: Mapping[str, int]) -> Week:
        asked = {"week": day, **self._team()}
        which = {"due": {}, "met": {"became": "met"}, "open": {"became": "open"}}
        urls = {
            name: _address("casework:deadline-list", asked | more)
            for name, more in which.items()
        }
        numbers = {name: row.get(name, 0) for name in which}
        return Week(starts_on=day, urls=urls, **numbers)

    def _everywhere(self) -> dict[str, Any]:
        return {"whose": "everyone", **self._team()}


def trend(weeks: Sequence[Week]) -> str:
    """How the last weeks compare with those before, in one sentence."""
    now, before = (
        _share(part) for part in (weeks[:RECENT_WEEKS], weeks[RECENT_WEEKS:])
    )
    if now is None:
        return ""
    said = f"In the last {RECENT_WEEKS} weeks {now}% were met in time"
    if before is None:
        return f"{said}."
    return f"{said}, in the {len(weeks) - RECENT_WEEKS} weeks before {before}%."


def _share(weeks: Sequence[Week]) -> int | None:
    due = sum(week.due for week in weeks)
    return round(100 * sum(week.met for week in weeks) / due) if due else None


def _by(rows: Iterable[Mapping[str, Any]], key: str) -> Loads:
    return {row[key]: row for row in rows}


def _address(name: str, query: Mapping[str, Any]) -> str:
    return f"{reverse(name)}?{urlencode(query)}"


def _work(query: Mapping[str, Any], **more: Any) -> str:
    return _address("casework:work-list", {**query, **more})


def officers_table(rows: Iterable[BoardRow]) -> FewRows:
    """The lines of the board as a file."""
    cells = [[getattr(row, name) for name in FILE.values()] for row in rows]
    return FewRows(list(FILE), [(None, line) for line in cells])


def in_order(rows: list[BoardRow], key: str, backwards: bool) -> list[BoardRow]:
    """Put the lines in the order of one column; those that are equal, by name."""
    column = SORTS[key].columns[0]
    named = sorted(rows, key=lambda row: row.name)
    return sorted(named, key=lambda row: getattr(row, column), reverse=backwards)
