"""Measuring pages in this process: real settings, real database, real rendering."""

import re
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.roles import RoleKey
from sendhub.casework.actions import cases_assign
from sendhub.casework.actions.handover import Chosen
from sendhub.casework.models import Case, Deadline
from sendhub.core import clock
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.letters.actions import batch_make, batch_run
from sendhub.letters.models import Template
from sendhub.people.models import Child

HIDDEN = re.compile(r'<input type="hidden" name="(once|seen)" value="([^"]*)"')
MB = 1024 * 1024
STATUS = Path("/proc/self/statm")
SAMPLE = 20
LETTERS = "Letters to {}, made"
GO = Callable[[], Any]


@dataclass
class Measured:
    """What one page took: queries of one opening, seconds of each, memory kept."""

    page: str
    queries: int = 0
    seconds: list[float] = field(default_factory=list)
    grown: float = 0.0

    @property
    def p50(self) -> float:
        """The middle of the times, in milliseconds."""
        return statistics.median(self.seconds) * 1000

    @property
    def p95(self) -> float:
        """The time that nineteen openings of twenty stay within, in milliseconds."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))] * 1000


class Visitor:
    """A caseworker's browser, without the browser."""

    def __init__(self, user: User) -> None:
        host = next(iter(settings.ALLOWED_HOSTS), "localhost").lstrip(".*")
        self.client = Client(SERVER_NAME=host or "localhost")
        self.client.force_login(user)

    def get(self, url: str) -> bytes:
        """Open a page, and read it to its end."""
        response = self.client.get(url, secure=settings.SECURE_SSL_REDIRECT)
        if response.status_code != 200:
            raise RuntimeError(f"{url} answered {response.status_code}")
        if response.streaming:
            return b"".join(response.streaming_content)  # type: ignore[attr-defined]
        return response.content

    def hidden(self, url: str) -> dict[str, str]:
        """Open a form, and give what it carries unseen."""
        return dict(HIDDEN.findall(self.get(url).decode()))

    def post(self, url: str, facts: dict[str, Any]) -> bytes:
        """Send a form, and open the page that it leads to."""
        response = self.client.post(url, facts, secure=settings.SECURE_SSL_REDIRECT)
        if response.status_code != 302:
            raise RuntimeError(f"{url} was not accepted")
        return self.get(response["Location"])


@dataclass(frozen=True)
class Sample:
    """Whom and what the pages are about: one officer's children and cases."""

    officer: User
    cases: list[Case]

    def pages(self, visitor: Visitor) -> Iterator[tuple[str, GO]]:
        """Each page with what opens it once."""
        cases = cycle(self.cases)
        typed = cycle(typing([case.child for case in self.cases]))
        plans = reverse("ehcps:plan-list")

        def to(name: str, of: Callable[[Case], int]) -> bytes:
            return visitor.get(reverse(name, args=[of(next(cases))]))

        yield "My work", lambda: visitor.get(reverse("casework:work-list"))
        yield "Child's page", lambda: to("people:child-page", lambda c: c.child_id)
        yield "Case", lambda: to("casework:case-page", lambda c: c.pk)
        yield (
            "Search while typing",
            lambda: visitor.get(
                reverse("people:child-search", query={"q": next(typed), "as": "list"})
            ),
        )
        yield (
            "Requests and assessments",
            lambda: visitor.get(reverse("ehcps:request-list")),
        )
        yield "EHC plans", lambda: visitor.get(plans)
        yield "EHC plans as CSV, all", lambda: visitor.get(f"{plans}?format=csv")
        yield "Cases", lambda: visitor.get(reverse("casework:case-list"))
        yield "Advice outstanding", lambda: visitor.get(reverse("ehcps:advice-list"))
        yield "Nurture hub board", lambda: visitor.get(reverse("nurture_hubs:board"))
        yield "Hubs, a year", lambda: visitor.get(reverse("nurture_hubs:year"))
        yield "Letters to send", lambda: visitor.get(reverse("letters:outbox"))
        yield (
            "Write to many, preview",
            lambda: visitor.get(self.write_to_many()),
        )

    def write_to_many(self) -> str:
        """The address of the same letter for all these cases, before it is made."""
        template = Template.objects.letters().offered().of_kinds(["general"])[0]
        keys = [case.pk for case in self.cases]
        query = {"template": template.pk, "case": keys}
        return reverse("letters:batch-make", query=query)


def typing(children: list[Child]) -> list[str]:
    """What a search box holds while names are typed: three letters, five, all."""
    names = [child.family_name for child in children]
    return [name[:length] for name in names for length in (3, 5, 40)]


def sample() -> Sample | None:
    """Take the caseworker with most open work, and the cases that are due first."""
    mine = Deadline.objects.open().filter(
        officer__groups__name=RoleKey.CASEWORKER, officer__is_active=True
    )
    busiest = mine.values("officer").annotate(n=Count("pk")).order_by("-n", "officer")
    first = busiest.first()
    if first is None:
        return None
    officer = User.objects.get(pk=first["officer"])
    cases = Case.objects.visible_to(officer).filter(officer=officer)
    return Sample(officer, list(cases.select_related("child").order_by("pk")[:SAMPLE]))


def manager_of(officer: User) -> User | None:
    """Whoever leads the officer's team."""
    managers = User.objects.with_any_role(RoleKey.TEAM_MANAGER)
    return managers.filter(team=officer.team_id).first() or managers.first()


def measure_all(chosen: Sample, *, rounds: int) -> Iterator[Measured]:
    """Measure each page in turn; nothing that this writes is kept."""
    with undone(), override_settings(SECOND_FACTOR_OBLIGATORY=False):
        visitor = Visitor(chosen.officer)
        for page, go in chosen.pages(visitor):
            yield measure(page, go, rounds=rounds)
        yield measure_note(chosen, visitor, rounds=rounds)
        write = partial(write_letters, chosen)
        yield measure(LETTERS.format(SAMPLE), write, rounds=max(1, rounds // 10))
        if manager := manager_of(chosen.officer):
            for page, go in for_manager(Visitor(manager)):
                yield measure(page, go, rounds=rounds)
            away = partial(give_away, chosen.officer, manager)
            yield measure("Give a caseload away", away, rounds=rounds)


def give_away(officer: User, manager: User) -> None:
    """Give all of somebody's open cases to colleagues, and take it back."""
    cases = Case.objects.open().filter(officer=officer).values_list("pk", flat=True)
    colleagues = User.objects.with_any_role(RoleKey.CASEWORKER)
    with undone():
        cases_assign(
            cases=[Chosen(case, officer.pk) for case in cases],
            officers=list(colleagues.exclude(pk=officer.pk).order_by("name", "pk")),
            handover="Everything is in the notes.",
            more={},
            by=manager,
        )


def write_letters(chosen: Sample) -> None:
    """Make one letter for each of these cases as a worker does, and take all back."""
    template = Template.objects.letters().offered().of_kinds(["general"])[0]
    with undone():
        batch = batch_make(version=template.now, cases=chosen.cases, by=chosen.officer)
        batch_run(batch_id=batch.pk)
        for paths in batch.letters.paths():
            for path in paths:
                default_storage.delete(path)


def for_manager(visitor: Visitor) -> Iterator[tuple[str, GO]]:
    """The pages that only managers open."""
    yield "Team board", lambda: visitor.get(reverse("casework:team-board"))
    yield "Data quality", lambda: visitor.get(reverse("ehcps:quality-page"))


@contextmanager
def undone() -> Iterator[None]:
    """Take back everything that is written inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def measure(page: str, go: GO, *, rounds: int) -> Measured:
    """Open a page again and again."""
    done = Measured(page)
    go()
    with CaptureQueriesContext(connection) as asked:
        go()
    done.queries = len(asked)
    before = memory()
    for _ in range(rounds):
        started = time.perf_counter()
        go()
        done.seconds.append(time.perf_counter() - started)
    done.grown = memory() - before
    return done


def measure_note(chosen: Sample, visitor: Visitor, *, rounds: int) -> Measured:
    """Send a note and see the case again; filling in the form is not counted."""
    case = chosen.cases[0]
    url = reverse("casework:note-add", args=[case.pk])
    day = clock.today()
    facts = {
        "kind": "call",
        "category": "general",
        "happened_on_day": day.day,
        "happened_on_month": day.month,
        "happened_on_year": day.year,
        "with_whom": "SENCO",
    }
    words = [f"Agreed to ring again in week {week}." for week in range(rounds + 2)]
    forms = [facts | {"text": text} | visitor.hidden(url) for text in words]
    return measure(
        "Add a note, see the case",
        lambda: visitor.post(url, forms.pop()),
        rounds=rounds,
    )


def caseload() -> str:
    """Say how much there is to show."""
    return (
        f"{Child.objects.not_merged().count():,} children, "
        f"{NeedsAssessment.objects.count():,} requests, "
        f"{Plan.objects.count():,} plans, "
        f"{Deadline.objects.open().count():,} open deadlines"
    )


def memory() -> float:
    """Megabytes that this process holds; 0 where the system does not tell."""
    try:
        pages = int(STATUS.read_text().split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / MB


def table(measured: list[Measured]) -> str:
    """The results as a table that reads the same on a terminal and in Markdown."""
    rows = [["page", "queries", "p50 ms", "p95 ms", "memory MB"]]
    rows += [
        [m.page, str(m.queries), f"{m.p50:.1f}", f"{m.p95:.1f}", f"{m.grown:+.1f}"]
        for m in measured
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    rows.insert(1, ["-" * (width - 1) + ":" for width in widths])
    lines = [
        "| "
        + " | ".join(
            cell.ljust(width) if not column else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        + " |"
        for row in rows
    ]
    lines[1] = lines[1].replace("-:", "--", 1)
    return "\n".join(lines)
