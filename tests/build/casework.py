"""Cases, and the work and the papers on them."""

from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from sendhub.accounts.models import User
from sendhub.casework import actions as casework
from sendhub.casework import uploads
from sendhub.casework.models import Case, Cover, Deadline, Document, Note, Task
from sendhub.casework.rules import Category as PaperCategory
from sendhub.casework.rules import NoteKind, ServiceKey, Wanted
from sendhub.people.models import Child
from tests.build.accounts import user
from tests.build.numbers import numbers
from tests.build.people import child


def case(
    *,
    child_: Child | None = None,
    officer: User | None = None,
    service: str = ServiceKey.EHC,
    opened_on: date = date(2026, 9, 1),
) -> Case:
    """An open case with one service."""
    made = casework.case_open(
        child=child_ or child(),
        service=ServiceKey(service),
        opened_on=opened_on,
        by=officer or user("caseworker"),
    )
    if officer:
        made = casework.case_assign(case=made, officer=officer, handover="", by=officer)
    return made


def deadline(
    *,
    case_: Case | None = None,
    due_on: date = date(2026, 12, 1),
    rule: str = "NA-03",
    title: str = "Tell the family whether we will assess",
    met_on: date | None = None,
    void: bool = False,
) -> Deadline:
    """A deadline of a case, about a record that is not there."""
    case_ = case_ or case()
    about = Case(pk=10**9 + next(numbers))
    wanted = Wanted(rule, title, due_on, met_on=met_on, void=void)
    casework.deadlines_refresh(case=case_, about=about, wanted=[wanted])
    return Deadline.objects.get(about_id=about.pk, about_type="casework.case")


def task(*, case_: Case | None = None, by: User | None = None, **more: Any) -> Task:
    """Something for the officer to do by 27 November 2026."""
    of = case_ or case()
    by = by or user("caseworker")
    facts: dict[str, Any] = {
        "what": "Ring the school",
        "given_to": of.officer or by,
        "due_on": date(2026, 11, 27),
    }
    return casework.task_add(case=of, by=by, **(facts | more))


def cover(officer: User, covered_by: User, *, starts_on: date, ends_on: date) -> Cover:
    """Somebody away, said by themselves."""
    return casework.cover_set(
        officer=officer,
        covered_by=covered_by,
        starts_on=starts_on,
        ends_on=ends_on,
        by=officer,
    )


def note(*, case_: Case | None = None, by: User | None = None, **more: Any) -> Note:
    """A call with a mother on 10 November 2026."""
    facts: dict[str, Any] = {
        "kind": NoteKind.CALL,
        "category": PaperCategory.GENERAL,
        "happened_on": date(2026, 11, 10),
        "with_whom": "his mother",
        "text": "She would like a later meeting.",
    }
    return casework.note_add(
        case=case_ or case(), by=by or user("caseworker"), **(facts | more)
    )


def document(
    *,
    case_: Case | None = None,
    by: User | None = None,
    filename: str = "report.pdf",
    content: bytes = b"%PDF-1.4\n%%EOF\n",
    **more: Any,
) -> Document:
    """A PDF received on 10 November 2026."""
    facts: dict[str, Any] = {
        "title": "",
        "category": PaperCategory.GENERAL,
        "happened_on": date(2026, 11, 10),
    }
    [made] = casework.document_add(
        case=case_ or case(),
        files=[uploads.checked(ContentFile(content, name=filename))],
        by=by or user("caseworker"),
        **(facts | more),
    )
    return made
