"""What may be typed on a case, and how it is laid out."""

from sendhub.casework.forms.cases import CaseAssignForm, TargetSetForm
from sendhub.casework.forms.papers import (
    DocumentAddForm,
    DocumentWithdrawForm,
    NoteAddForm,
    NoteWithdrawForm,
)

__all__ = [
    "CaseAssignForm",
    "DocumentAddForm",
    "DocumentWithdrawForm",
    "NoteAddForm",
    "NoteWithdrawForm",
    "TargetSetForm",
]
