"""What may be typed from the request to the decision whether to issue."""

from typing import Any

from django import forms

from sendhub.accounts.permissions import Permission
from sendhub.casework.choices import officer_field, officers
from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    needed_at_times,
    yes_or_no,
)
from sendhub.core.forms.page_form import PageForm


class RequestLogForm(PageForm):
    """A request for a needs assessment, as it arrived."""

    submit_label = "Log the request"

    received_on = DayField(
        label="Date the request was received",
        help_text="By any team of the council: the 20 weeks run from this day.",
        not_after="today",
    )
    source = CodeField(
        "REQUEST_SOURCE", label="Who asked", widget=forms.RadioSelect, empty_label=None
    )
    requester = LineField(
        label="Name of the person or school who asked", max_length=200, required=False
    )
    reasons = ParagraphField(label="Reasons given", max_length=10_000)
    youth_accommodation = forms.BooleanField(
        label="In relevant youth accommodation on that day", required=False
    )
    officer = officer_field()
    dates_checked = forms.BooleanField(
        label="I have checked the dates: they are right", required=False
    )

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        near = officers(Permission.REQUEST_LOG, first_of=request.user.team_id)
        self.fields["officer"].queryset = near

    def layout_fields(self) -> list[Any]:
        """Ask about the dates, beside the first of them, only where they are odd."""
        rest = [n for n in super().layout_fields() if n != "dates_checked"]
        asked = self.has_error("dates_checked")
        return [rest[0], *(["dates_checked"] if asked else []), *rest[1:]]


class RequestWithdrawForm(PageForm):
    """The end of a request before its decision."""

    submit_label = "Record the withdrawal"

    withdrawn_on = DayField(label="Date withdrawn", not_after="today")
    reason = ParagraphField(
        label="Why does it end?",
        max_length=2000,
        help_text="For example: the parent withdrew it, or the family moved away.",
    )


class RequestVoidForm(PageForm):
    """Why a request counts nowhere."""

    submit_label = "Ask a manager to agree"

    reason = ParagraphField(
        label="How did it come to be recorded?",
        max_length=2000,
        help_text="For example: it was logged twice, or on the record of a brother. "
        "Say where the right one is.",
    )


class DecisionForm(PageForm):
    """A decision, the day the family was told of it, and its reasons."""

    submit_label = "Record the decision"

    told_on = DayField(
        label="Date the family was told",
        help_text="The day the letter was sent: the law counts this day.",
        not_after="today",
    )
    reasons = needed_at_times(
        ParagraphField(
            label="Reasons",
            max_length=10_000,
            required=False,
            help_text="A refusal must give its reasons.",
        )
    )


class AssessmentDecideForm(DecisionForm):
    """The decision whether to assess."""

    field_order = ("assess", "told_on", "reasons")
    assess = yes_or_no(
        "What was decided",
        yes="Assess",
        no="Do not assess",
        required="Choose whether to assess.",
    )

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        assessment: Any = self.record
        if assessment and assessment.is_again:
            choices = [("yes", "Assess again"), ("no", "Do not assess again")]
            self.fields["assess"].choices = choices


class IssueDecideForm(DecisionForm):
    """The decision whether to issue a plan."""

    field_order = ("issue", "told_on", "reasons")
    issue = yes_or_no(
        "What was decided",
        yes="Issue a plan",
        no="Do not issue a plan",
        required="Choose whether to issue a plan.",
    )

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        assessment: Any = self.record
        if assessment and assessment.is_again:
            field = self.fields["issue"]
            field.choices = [("yes", "Amend the plan"), ("no", "Leave it as it is")]
            field.error_messages["required"] = "Choose whether to amend the plan."
