"""What may be typed of a notice or a referral."""

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
)
from sendhub.core.forms.page_form import PageForm
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind, Outcome, ways_to_end

SOURCE = "REQUEST_SOURCE"


def _source_field() -> CodeField:
    """Ask who told us, by the codes of the return."""
    return CodeField(
        SOURCE,
        label="Who told us",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Choose who told us."},
    )


class IntakeLogForm(PageForm):
    """A notice or a referral, as it arrived."""

    submit_label = "Log it"

    kind = forms.ChoiceField(
        label="What reached us",
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what reached us."},
    )
    received_on = DayField(
        label="Date it was received",
        help_text="By any team of the council: the time runs from this day.",
        not_after="today",
    )
    dates_checked = forms.BooleanField(
        label="I have checked the date: it is right", required=False
    )
    source = _source_field()
    informant = LineField(
        label="Name of the person or service that told us", max_length=200
    )
    parent_told_on = needed_at_times(
        DayField(
            label="Date the family was told of it by them",
            required=False,
            not_after="today",
            help_text="A health body tells the parents before it tells us. Leave it "
            "empty if you do not know, and ask.",
        )
    )
    words = ParagraphField(
        label="What they told us",
        max_length=10_000,
        error_messages={"required": "Enter what they told us."},
    )
    officer = officer_field()

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        near = officers(Permission.INTAKE_LOG, first_of=request.user.team_id)
        self.fields["officer"].queryset = near

    def layout_fields(self) -> list[Any]:
        """Ask about the date only where it is odd."""
        asked = self.has_error("dates_checked")
        return [n for n in super().layout_fields() if asked or n != "dates_checked"]


class IntakeAnswerForm(PageForm):
    """The day of the welcome letter, or of the answer to whoever told us."""

    submit_label = "Record it"

    answered_on = DayField(label="Date the letter was sent", not_after="today")


class IntakeStartForm(PageForm):
    """The first day of support."""

    submit_label = "Record that it began"

    started_on = DayField(label="Date the support began", not_after="today")


class IntakeAssessForm(PageForm):
    """What an assessment begins with."""

    submit_label = "Consider an assessment"

    responsible_on = DayField(
        label="Date we became responsible for the child",
        subject="Date we became responsible",
        help_text="Usually the day it reached us: the six and the twenty weeks run "
        "from it.",
        not_after="today",
    )
    source = _source_field()
    youth_accommodation = forms.BooleanField(
        label="In relevant youth accommodation on that day", required=False
    )
    officer = officer_field("Officer of the assessment")

    def __init__(self, request: Any, *, joins: bool, **options: Any) -> None:
        super().__init__(request, **options)
        if joins:
            asked = ("responsible_on", "source", "youth_accommodation", "officer")
            for name in asked:
                del self.fields[name]
            self.submit_label = "Join it to the request"
            return
        near = officers(Permission.REQUEST_LOG, first_of=request.user.team_id)
        self.fields["officer"].queryset = near


class IntakeCloseForm(PageForm):
    """How it ends without an assessment and without support."""

    submit_label = "Close it"

    outcome = forms.ChoiceField(
        label="What became of it",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what became of it."},
    )
    ended_on = DayField(
        label="Date it ended",
        help_text="Where no assessment was considered: the day the family was told.",
        not_after="today",
    )
    end_reason = ParagraphField(
        label="Why does it end?",
        max_length=2000,
        help_text="For example: the family does not want it, or moved away.",
    )

    def __init__(self, request: Any, *, record: Intake, **options: Any) -> None:
        super().__init__(request, record=record, **options)
        ways: list[Outcome] = ways_to_end(Kind(record.kind))
        self.fields["outcome"].choices = [(way.value, way.label) for way in ways]
