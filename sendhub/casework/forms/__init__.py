"""What may be typed on a case, and how it is laid out."""

from sendhub.casework.forms.cases import CaseAssignForm, TargetSetForm
from sendhub.casework.forms.cover import CoverEndForm, CoverSetForm
from sendhub.casework.forms.handover import CasesAssignForm, HandoverReadForm
from sendhub.casework.forms.papers import (
    DocumentAddForm,
    DocumentWithdrawForm,
    NoteAddForm,
    NoteWithdrawForm,
)
from sendhub.casework.forms.tasks import TaskAddForm, TaskDoForm, TaskDropForm

__all__ = [
    "CaseAssignForm",
    "CasesAssignForm",
    "CoverEndForm",
    "CoverSetForm",
    "DocumentAddForm",
    "DocumentWithdrawForm",
    "HandoverReadForm",
    "NoteAddForm",
    "NoteWithdrawForm",
    "TargetSetForm",
    "TaskAddForm",
    "TaskDoForm",
    "TaskDropForm",
]
