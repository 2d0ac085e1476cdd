"""Cases, and the work that every service does on them."""

from sendhub.casework.models.cases import Case, Deadline
from sendhub.casework.models.cover import Cover
from sendhub.casework.models.digest import Digest
from sendhub.casework.models.handover import Handover, Reassignment
from sendhub.casework.models.papers import Document, Note, Paper, storage_path
from sendhub.casework.models.tasks import Task

__all__ = [
    "Case",
    "Cover",
    "Deadline",
    "Digest",
    "Document",
    "Handover",
    "Note",
    "Paper",
    "Reassignment",
    "Task",
    "storage_path",
]
