"""Filters on cases, deadlines, notes, documents and tasks."""

from sendhub.casework.querysets.cases import (
    CaseQuerySet,
    DeadlineQuerySet,
    reference_in_sql,
)
from sendhub.casework.querysets.cover import CoverQuerySet, away_of
from sendhub.casework.querysets.digest import DigestQuerySet
from sendhub.casework.querysets.handover import HandoverQuerySet
from sendhub.casework.querysets.papers import (
    DocumentQuerySet,
    NoteQuerySet,
    PaperQuerySet,
)
from sendhub.casework.querysets.scoped import ServiceScopedQuerySet
from sendhub.casework.querysets.tasks import TaskQuerySet

__all__ = [
    "CaseQuerySet",
    "CoverQuerySet",
    "DeadlineQuerySet",
    "DigestQuerySet",
    "DocumentQuerySet",
    "HandoverQuerySet",
    "NoteQuerySet",
    "PaperQuerySet",
    "ServiceScopedQuerySet",
    "TaskQuerySet",
    "away_of",
    "reference_in_sql",
]
