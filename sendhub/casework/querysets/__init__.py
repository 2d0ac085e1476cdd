"""Filters on cases, deadlines, notes and documents."""

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

__all__ = [
    "CaseQuerySet",
    "DeadlineQuerySet",
    "DocumentQuerySet",
    "NoteQuerySet",
    "PaperQuerySet",
    "reference_in_sql",
]
