"""What a case shows, and what casework adds to the child's page and to the search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, prefetch_related_objects
from django.template.loader import render_to_string
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework import parts, services, worklist
from sendhub.casework.away import officer_words
from sendhub.casework.models import Case, Deadline, Document, Handover, Note, Task
from sendhub.casework.rules import (
    READS,
    SOON,
    Category,
    Ended,
    read_reference,
)
from sendhub.casework.services import offered
from sendhub.core import clock
from sendhub.core.addresses import page_of
from sendhub.core.navigation import ActLink
from sendhub.people.models import Child
from sendhub.statutory.words import date_words

NOTES_SHOWN = 5
DOCUMENTS_SHOWN = 10
DATES_SHOWN = 30


@dataclass(frozen=True)
class Newest:
    """The newest few of something, and whether there are more."""

    rows: Sequence[Any]
    more: bool


def newest(found: QuerySet, shown: int) -> Newest:
    """Take the first few of an ordered queryset, in one query."""
    rows = list(found[: shown + 1])
    return Newest(rows[:shown], len(rows) > shown)


def case_context(case: Case, user: User) -> Mapping[str, Any]:
    """Everything the page of one case shows to one person."""
    prefetch_related_objects([case], Prefetch("deadlines", Deadline.objects.for_page()))
    services.load(case)
    notes = Note.objects.filter(case=case).listed_for(user).for_list()
    documents = Document.objects.filter(case=case).listed_for(user).for_list()
    dates = list(case.deadlines.all())
    drawn = parts.drawn_for(case, user)
    offers = offered([*_acts(case, user), *chain(*(part.acts for part in drawn))])
    due, later = _soon_and_later(
        _rows([d for d in dates if d.ended == Ended.OPEN], user)
    )
    works = user.may(Permission.WORK_VIEW)  # a school reads nothing between officers
    return {
        "reads_papers": any(map(user.may, READS.values())),
        "due": due,
        "later": later,
        "ended": _rows([d for d in dates if d.ended != Ended.OPEN], user),
        "tasks": list(Task.objects.of_case(case)[:DATES_SHOWN]) if works else [],
        "may_do": user.may(Permission.TASK_DO),
        "today": clock.today(),
        "notes": newest(notes, NOTES_SHOWN),
        "documents": newest(documents, DOCUMENTS_SHOWN),
        "handovers": list(Handover.objects.of_case(case)) if works else [],
        "reader": user,
        "section": _section(case, user),
        "parts": [part.html for part in drawn],
        "next": offers.next,
        "acts": [*offers.others, *_own_acts(case, user)],
        "facts": facts_of(case),
        "may_set_target": user.may(Permission.TARGET_SET),
        "breadcrumbs": [*crumbs(case)[:-1], {"title": case.reference}],
    }


def _soon_and_later(
    rows: list[worklist.Row],
) -> tuple[list[worklist.Row], list[worklist.Row]]:
    """What presses, or else the next date, apart from what can wait."""
    pressing = max(1, sum(row.days <= SOON for row in rows))
    return rows[:pressing], rows[pressing:]


def _rows(deadlines: Sequence[Deadline], user: User) -> list[worklist.Row]:
    return worklist.rows_of(
        deadlines[:DATES_SHOWN], user=user, on=clock.today(), now=clock.now()
    )


def _acts(case: Case, user: User) -> list[ActLink]:
    service = services.service_of(case)
    return service.acts(case, user) if service and not case.closed_on else []


def _own_acts(case: Case, user: User) -> list[ActLink]:
    """What may be done on any case, whatever its service."""
    give = "Give it to another officer" if case.officer_id else "Give it to an officer"
    offered = [
        (Permission.NOTE_ADD, "casework:note-add", "Add a note"),
        (Permission.DOCUMENT_ADD, "casework:document-add", "Add documents"),
        (Permission.TASK_ADD, "casework:task-add", "Add a task"),
        (Permission.CASE_ASSIGN, "casework:case-assign", give),
    ]
    return [
        ActLink(label, reverse(name, args=[case.pk]))
        for permission, name, label in offered
        if user.may(permission)
        and not (case.child.died_on and permission is Permission.TASK_ADD)
    ]


def _section(case: Case, user: User) -> str:
    """The part of the page that is the service's own."""
    service = services.service_of(case)
    if service is None:
        return ""
    context = {**service.section(case, user), "case": case}
    return render_to_string(service.template, context)


def facts_of(case: Case) -> list[Mapping[str, Any]]:
    """The few facts at the head of a case."""
    child, today = case.child, clock.today()
    born = date_words(child.born_on)
    facts = [
        (
            "Born",
            f"{born} (died)" if child.died_on else f"{born}, aged {child.age(today)}",
        ),
        ("Officer", officer_words(case.officer) if case.officer else "Nobody yet"),
        ("Team", case.team or "No team"),
        ("Opened", date_words(case.opened_on)),
    ]
    if case.closed_on:
        facts.append(("Closed", date_words(case.closed_on)))
    return [{"key": key, "value": value} for key, value in facts]


def crumbs(case: Case) -> list[dict[str, str]]:
    """The way to a page of one act on a case."""
    return [
        {"title": "My work", "url": reverse("casework:work-list")},
        {"title": case.child.known_as, "url": case.child.get_absolute_url()},
        {"title": case.reference, "url": case.get_absolute_url()},
    ]


def saved_words(note: Note | None) -> str:
    """Say that a note is kept, and who will see it."""
    return f"Note saved. {reader_words(note)}".strip()


def added_words(result: Any) -> str:
    """Say what was added, and who will see it; a second click has no list to count."""
    documents = result if isinstance(result, list) else []
    if len(documents) > 1:
        return f"{len(documents)} documents added. {reader_words(documents[0])}".strip()
    only = documents[0] if documents else None
    return f"Document added. {reader_words(only)}".strip()


def reader_words(paper: Note | Document | None) -> str:
    """Say who sees what is not for everybody."""
    if paper is None or paper.category == Category.GENERAL:
        return ""
    category = Category(paper.category).label.lower()
    return f"Only people who may read {category} matters see it."


def child_panel(child: Child, user: User) -> Mapping[str, Any]:
    """What the child's page shows of casework: open cases and what is due."""
    cases = (
        Case.objects.of_child(child).open().open_to(user).for_panel(on=clock.today())
    )
    seen = Deadline.objects.of_child(child).open().visible_to(user)
    due = seen.for_page().select_related("case")
    return {"cases": list(cases), "due": _rows(list(due[:DATES_SHOWN]), user)}


def next_steps(child: Child, user: User) -> list[ActLink]:
    """What this person would do next on each open case of a child."""
    cases = (
        Case.objects.of_child(child).open().open_to(user).for_panel(on=clock.today())
    )
    steps = (offered(_acts(case, user)).next for case in cases)
    return [step for step in steps if step]


def cases_closed_to(user: User, child: Child) -> QuerySet:
    """The ids of a child's cases that this person may not open."""
    return Case.objects.of_child(child).closed_to(user).values("pk")


def errors_hidden_from(user: User, child: Child | OuterRef) -> Mapping[str, QuerySet]:
    """The ids of papers entered in error that this person no longer reads, by act."""
    notes = Note.objects.of_child(child).in_error_hidden_from(user)
    documents = Document.objects.of_child(child).in_error_hidden_from(user)
    return {
        "casework.note_add": notes.values("pk"),
        "casework.document_add": documents.values("pk"),
    }


def case_url(case_id: int) -> str:
    """Where a case opens."""
    return page_of("casework:case-page", case_id)


def child_with_reference(user: User, text: str) -> QuerySet[Child] | None:
    """Find a child by the reference of a case, for the search."""
    if read_reference(text) is None:
        return None
    cases = Case.objects.with_reference(text).open_to(user)
    return Child.objects.filter(cases__in=cases)
