"""What may be typed when a date is corrected."""

from typing import Any

from django import forms

from sendhub.core.forms.fields import DayField, ParagraphField, needed_at_times
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules.correction import Corrected


class CorrectionAskForm(PageForm):
    """Which date is wrong, the right one and the reason."""

    submit_label = "Ask for the correction"

    field = forms.ChoiceField(
        label="Which date is wrong?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose which date is wrong."},
    )
    new_on = DayField(label="The right date", not_after="today")
    reason = ParagraphField(
        label="How it came to be wrong, and how you know the right date",
        max_length=2000,
        subject="Reason",
    )

    def __init__(
        self, request: Any, *, record: NeedsAssessment, **options: Any
    ) -> None:
        super().__init__(request, record=record, **options)
        there = [(which, getattr(record, which)) for which in Corrected]
        self.fields["field"].choices = [
            (which.value, f"{which.label}: {day:%-d %B %Y}")
            for which, day in there
            if day
        ]


class CorrectionDecideForm(PageForm):
    """Whether a second person agrees."""

    submit_label = "Save"

    agree = forms.TypedChoiceField(
        label="Do you agree?",
        choices=[
            ("yes", "Yes: the date is corrected now"),
            ("no", "No: the date stays as it is"),
        ],
        coerce=lambda value: value == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether you agree."},
    )
    because = needed_at_times(
        ParagraphField(
            label="Why not",
            max_length=2000,
            required=False,
            help_text="Needed when you do not agree.",
        )
    )
