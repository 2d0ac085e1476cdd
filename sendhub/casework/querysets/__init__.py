"""Filters on cases, deadlines, notes, documents and tasks."""

from sendhub.casework.querysets.cases import (
    CaseQuerySet,
    DeadlineQuerySet,
    reference_in_sql,
)
from sendhub.casework.querysets.papers import (
    DocumentQuerySet,
    NoteQuerySet,
    PaperQuerySet,
)
from sendhub.casework.querysets.tasks import TaskQuerySet

__all__ = [
    "CaseQuerySet",
    "DeadlineQuerySet",
    "DocumentQuerySet",
    "NoteQuerySet",
    "PaperQuerySet",
    "TaskQuerySet",
    "reference_in_sql",
]
