"""What must hold of cases, deadlines and documents."""

import hashlib
from collections.abc import Iterator

from django.apps import apps
from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef

from sendhub.casework.models import Deadline, Document
from sendhub.core.verifying import AT_ONCE, Check, rows
from sendhub.statutory import RULES

OPEN_OF = (
    "SELECT d.id FROM casework_deadline d JOIN casework_case c ON c.id = d.case_id"
    " JOIN people_child k ON k.id = c.child_id WHERE d.ended = '' AND "
)


def deadlines_of_unknown_rules() -> Iterator[str]:
    """Deadlines whose rule the rule book does not have."""
    used = Deadline.objects.order_by("rule").values_list("rule", flat=True).distinct()
    yield from sorted(set(used) - set(RULES))


def deadlines_about_nothing() -> Iterator[str]:
    """Deadlines about a record that is not there."""
    kinds = Deadline.objects.order_by("about_type").values_list("about_type", flat=True)
    for kind in kinds.distinct():
        model = apps.get_model(kind)
        there = model._default_manager.filter(pk=OuterRef("about_id"))
        lost = Deadline.objects.filter(~Exists(there), about_type=kind)
        yield from (
            f"{kind} {pk}" for pk in lost.order_by("pk").values_list("pk", flat=True)
        )


def documents_without_their_file() -> Iterator[str]:
    """Documents whose file is missing, or is not the one that was added."""
    documents = Document.objects.order_by("pk")
    for document in documents.only("file", "size", "sha256").iterator(AT_ONCE):
        wrong = _wrong_with(document)
        if wrong:
            yield f"{document.pk} {wrong}"


def _wrong_with(document: Document) -> str:
    name = str(document.file.name)
    if not default_storage.exists(name):
        return "missing"
    if default_storage.size(name) != document.size:
        return "size"
    sha256 = hashlib.sha256()
    with default_storage.open(name) as file:
        for chunk in file.chunks():
            sha256.update(chunk)
    return "" if sha256.hexdigest() == document.sha256 else "content"


CHECKS = [
    Check(
        "casework.open_deadlines_carry_their_case",
        "every open deadline carries its case's child, officer and team",
        rows(
            OPEN_OF + "(d.child_id, d.officer_id, d.team_id)"
            " IS DISTINCT FROM (c.child_id, c.officer_id, c.team_id)"
        ),
    ),
    Check(
        "casework.deadlines_of_one_child",
        "every deadline is about its case's child",
        rows(
            "SELECT d.id FROM casework_deadline d JOIN casework_case c"
            " ON c.id = d.case_id WHERE d.child_id <> c.child_id"
        ),
    ),
    Check(
        "casework.ended_as_met",
        "how a deadline ended agrees with the day it was met and the day it was due",
        rows(
            "SELECT id FROM casework_deadline WHERE ended <> CASE"
            " WHEN met_on IS NULL AND ended IN ('', 'void') THEN ended"
            " WHEN met_on IS NULL THEN '' WHEN met_on <= due_on THEN 'met'"
            " ELSE 'late' END"
        ),
    ),
    Check(
        "casework.no_work_after_death",
        "a child who has died has no open deadline",
        rows(OPEN_OF + "k.died_on IS NOT NULL"),
    ),
    Check(
        "casework.no_tasks_after_death",
        "a child who has died has no open task",
        rows(
            "SELECT t.id FROM casework_task t JOIN casework_case c ON c.id = t.case_id"
            " JOIN people_child k ON k.id = c.child_id WHERE t.ended = ''"
            " AND t.note_id IS NULL AND k.died_on IS NOT NULL"
        ),
    ),
    Check(
        "casework.mentions_on_their_case",
        "a note to be seen is on the case that the list names",
        rows(
            "SELECT t.id FROM casework_task t JOIN casework_note n ON n.id = t.note_id"
            " WHERE n.case_id <> t.case_id"
        ),
    ),
    Check(
        "casework.no_work_on_closed_cases",
        "a closed case has no open deadline",
        rows(OPEN_OF + "c.closed_on IS NOT NULL"),
    ),
    Check(
        "casework.rules_in_the_book",
        "the rule of every deadline is in the rule book",
        deadlines_of_unknown_rules,
    ),
    Check(
        "casework.deadlines_about_something",
        "every deadline is about a record that is there",
        deadlines_about_nothing,
    ),
    Check(
        "casework.documents_have_their_file",
        "every document has its file, of the size and with the content that was added",
        documents_without_their_file,
    ),
]
