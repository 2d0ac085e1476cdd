"""What may be typed about a case, and how it is laid out."""

from django import forms

from sendhub.accounts.access import Request
from sendhub.casework.choices import NextOfficerField, officers
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import (
    worked_with,
)
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
)
from sendhub.core.forms.page_form import PageForm


class CaseAssignForm(PageForm):
    """Who takes a case, and what they must know."""

    submit_label = "Give the case to this officer"

    officer = NextOfficerField(
        queryset=None,
        label="Officer",
        empty_label="Choose an officer",
        error_messages={
            "required": "Choose the officer.",
            "invalid_choice": "This person cannot take the case. Choose another.",
        },
    )
    handover = ParagraphField(
        label="Handover",
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, request: Request, *, record: Case) -> None:
        super().__init__(request, record=record)
        officer = self.fields["officer"]
        officer.queryset = officers(
            worked_with(record.service), first_of=record.team_id
        ).select_related("team")
        officer.team_id = record.team_id
        officer.left_out = record.officer_id or 0
        handover = self.fields["handover"]
        if record.officer_id:
            handover.required = True
            handover.error_messages["required"] = (
                f"Write what the new officer must know from {record.officer}."
            )
            self["handover"].help_text = (
                "Where things stand, what was promised to the family, what comes next. "
                "It stands on the case until they mark it as read, and stays in the "
                "chronology."
            )
        else:
            self[
                "handover"
            ].help_text = "What the officer should know before they start."


class TargetSetForm(PageForm):
    """A target beside a legal limit."""

    submit_label = "Set the target"

    target_on = DayField(label="Target date", not_before="today")
    target_reason = LineField(
        label="Reason",
        max_length=300,
        help_text="Both the limit and the target stay visible for ever.",
        error_messages={"required": "Write the reason for the target."},
    )

    def __init__(self, request: Request, *, record: Deadline) -> None:
        super().__init__(
            request,
            record=record,
            initial={
                "target_on": record.target_on,
                "target_reason": record.target_reason,
            },
        )
