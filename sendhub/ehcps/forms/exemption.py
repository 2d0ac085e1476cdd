"""What may be typed when a limit is excused."""

from typing import Any

from django import forms

from sendhub.casework.models import Document
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    needed_at_times,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.rules import Ground


class ExemptionRecordForm(PageForm):
    """A reason that the law knows for missing a limit."""

    submit_label = "Record the exemption"

    ground = forms.TypedChoiceField(
        label="Which reason of the law is it?",
        choices=Ground.choices,
        coerce=Ground,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the reason."},
    )
    starts_on = needed_at_times(
        DayField(
            label="First day of it",
            help_text="First day closed or away, or the day of the appointment. Leave "
            "it empty for personal circumstances.",
            required=False,
        )
    )
    ends_on = needed_at_times(
        DayField(
            label="Day it was over",
            help_text="For a closure or an absence: the day the school re-opened, or "
            "they were back.",
            required=False,
        )
    )
    impractical_because = ParagraphField(
        label="Why did this make it impractical to keep the limit?",
        max_length=2000,
        help_text="Without this link the law does not excuse the limit.",
    )
    document = forms.ModelChoiceField(
        label="Evidence on the case",
        queryset=Document.objects.none(),
        required=False,
        empty_label="Not on the case yet",
    )
    told_on = DayField(
        label="Date the family was told why",
        help_text="The code of practice asks for it (9.43).",
        required=False,
        not_after="today",
    )

    def __init__(self, request: Any, *, documents: Any, **options: Any) -> None:
        super().__init__(request, **options)
        self.fields["document"].queryset = documents


class ExemptionWithdrawForm(PageForm):
    """Why an exemption should not have been recorded."""

    submit_label = "Take the exemption back"

    reason = LineField(label="Why is it taken back?", max_length=300)
