"""The rows of a case’s dates and of a list of work: nothing left to look up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.text import capfirst

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.away import away_words
from sendhub.casework.models import Case, Deadline, Task
from sendhub.casework.rules import Why, WorkKind, is_new, is_wait, why, worked_with
from sendhub.casework.services import Lack, address_of, titles
from sendhub.people.models import Child

Work = Deadline | Task | Case


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
class WorkRow:
    """What a row of the work list says of whose it is, and on which case."""

    kind: WorkKind
    child: str
    child_url: str
    badges: Sequence[Any]
    reference: str
    service: str
    officer: str
    away: str
    team: str


@dataclass(frozen=True)
class ListRow(WorkRow, Row):
    """A deadline in the work list."""


@dataclass(frozen=True)
class TaskRow(WorkRow):
    """A task, or a note to see, in the work list."""

    task: Task
    title: str
    due_on: date
    status: str
    days: int
    url: str
    case_url: str
    is_new: bool
    asked_by: str
    why: None = None


@dataclass(frozen=True)
class FactRow(WorkRow):
    """A case that the next national return still needs something of."""

    lacks: Sequence[Lack]
    title: str
    due_on: date
    days: int
    url: str
    case_url: str
    is_new: bool
    status: str = "open"
    why: None = None


def rows_of(
    deadlines: Iterable[Deadline], *, user: User, on: date, now: datetime
) -> list[Row]:
    """Make the rows of a case's dates; asks the database nothing."""
    return [Row(**_facts(deadline, user, on, now)) for deadline in deadlines]


def list_rows_of(
    work: Iterable[Work], *, user: User, on: date, now: datetime
) -> list[ListRow | TaskRow | FactRow]:
    """Make the rows of the work list; asks the database nothing."""
    return [_list_row(one, user, on, now) for one in work]


def _list_row(
    one: Work, user: User, on: date, now: datetime
) -> ListRow | TaskRow | FactRow:
    if isinstance(one, Task):
        return _task_row(one, user, on, now)
    if isinstance(one, Case):
        return _fact_row(one, on, now)
    return ListRow(
        **_facts(one, user, on, now),
        **_whose(one.case, one.child, one.officer, one.team),
        kind=WorkKind.DEADLINE,
    )


def _fact_row(case: Case, on: date, now: datetime) -> FactRow:
    first, case_url = case.lacks_now[0], case.get_absolute_url()
    due_on = case.wanted_on or on
    return FactRow(
        **_whose(case, case.child, case.officer, case.team),
        kind=WorkKind.FACT,
        lacks=[lack for lack in case.lacks_now if lack is not first],
        title=capfirst(first.says),
        due_on=due_on,
        days=(due_on - on).days,
        url=first.url or case_url,
        case_url=case_url,
        is_new=is_new(case.assigned_at, now=now),
    )


def _task_row(task: Task, user: User, on: date, now: datetime) -> TaskRow:
    case_url = task.case.get_absolute_url()
    theirs = user.may(Permission.TASK_DO) and task.given_to_id == user.pk
    opens = theirs or (user.may(Permission.TASK_DO) and task.kind == WorkKind.TASK)
    return TaskRow(
        **_whose(task.case, task.case.child, task.given_to, task.case.team),
        task=task,
        kind=task.kind,
        title=task.what,
        due_on=task.due_on,
        status="open",
        days=(task.due_on - on).days,
        url=task.get_absolute_url() if opens else case_url,
        case_url=case_url,
        is_new=is_new(task.set_at, now=now) and task.set_by_id != task.given_to_id,
        asked_by="" if task.set_by_id == task.given_to_id else str(task.set_by),
    )


def _whose(case: Case, child: Child, officer: User | None, team: Any) -> dict[str, Any]:
    return {
        "child": child.known_as,
        "child_url": child.get_absolute_url(),
        "badges": child.badges,
        "reference": case.reference,
        "service": case.get_service_display(),
        "officer": str(officer or ""),
        "away": away_words(officer),
        "team": str(team or ""),
    }


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


def reasons_behind(rows: Iterable[Row | TaskRow | FactRow]) -> list[Why]:
    """The rules that the rows name, each once, by the titles that the rows have."""
    named, called = {row.why for row in rows if row.why}, titles()
    return [
        replace(reason, title=called.get(reason.rule, reason.title))
        for reason in sorted(named, key=lambda reason: reason.rule)
    ]
