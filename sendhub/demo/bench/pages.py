"""The pages that are opened most, as the busiest caseworker and a manager open them.

In this process: real settings, real database, real rendering; no network, no server.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Count
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.roles import RoleKey
from sendhub.casework.actions import cases_assign
from sendhub.casework.actions.handover import Chosen
from sendhub.casework.models import Case, Deadline
from sendhub.core import clock
from sendhub.demo.bench.measuring import GO, Measured, measure, undone
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.ehcps.quality import keep_counts
from sendhub.letters.actions import batch_make, batch_run
from sendhub.letters.models import Template
from sendhub.people.models import Child

HIDDEN = re.compile(r'<input type="hidden" name="(once|seen)" value="([^"]*)"')
SAMPLE = 20
COLLEAGUES = 4
NOTE = "Add a note, see the case"
LETTERS = "Letters to {}, made"


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
            raise RuntimeError(f"{url} answered {response.status_code}, not accepted")
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
        yield "EHC plans", lambda: visitor.get(reverse("ehcps:plan-list"))
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
        note = notes_of(chosen, visitor, rounds=rounds)
        yield measure(NOTE, note, rounds=rounds)
        write = partial(write_letters, chosen)
        yield measure(LETTERS.format(SAMPLE), write, rounds=max(1, rounds // 10))
        for page, go in of_managers(chosen.officer):
            yield measure(page, go, rounds=rounds)
        if manager := manager_of(chosen.officer):
            away = partial(give_away, chosen.officer, manager)
            yield measure("Give a caseload away", away, rounds=rounds)


def give_away(officer: User, manager: User) -> None:
    """Give all of somebody's open cases to four colleagues, and take it back."""
    cases = Case.objects.open().filter(officer=officer).values_list("pk", flat=True)
    colleagues = User.objects.with_any_role(RoleKey.CASEWORKER)
    with undone():
        cases_assign(
            cases=[Chosen(case, officer.pk) for case in cases],
            officers=list(
                colleagues.exclude(pk=officer.pk).order_by("pk")[:COLLEAGUES]
            ),
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


def of_managers(officer: User) -> Iterator[tuple[str, GO]]:
    """The pages that managers open: of all teams, and of this officer's team.

    As they are when the job has counted what they show.
    """
    keep_counts()
    if head := User.objects.with_any_role(RoleKey.SERVICE_MANAGER).first():
        of_all = Visitor(head)
        yield "My work, all teams", lambda: of_all.get(reverse("casework:work-list"))
        yield (
            "Fell due last week, all teams",
            lambda: of_all.get(reverse("casework:deadline-list")),
        )
    if manager := manager_of(officer):
        of_team = Visitor(manager)
        yield "Team board", lambda: of_team.get(reverse("casework:team-board"))
        yield "Data quality", lambda: of_team.get(reverse("ehcps:quality-page"))


def notes_of(chosen: Sample, visitor: Visitor, *, rounds: int) -> GO:
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
    return lambda: visitor.post(url, forms.pop())


def caseload() -> str:
    """Say how much there is to show."""
    return (
        f"{Child.objects.not_merged().count():,} children, "
        f"{NeedsAssessment.objects.count():,} requests, "
        f"{Plan.objects.count():,} plans, "
        f"{Deadline.objects.open().count():,} open deadlines"
    )
