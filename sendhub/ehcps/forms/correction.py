"""What may be typed when a date is corrected."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms

from sendhub.accounts.permissions import Permission
from sendhub.core.forms.fields import (
    DayField,
    ParagraphField,
    needed_at_times,
    yes_or_no,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.models import Ceasing, NeedsAssessment, Plan
from sendhub.ehcps.rules import Stage
from sendhub.ehcps.rules.correction import (
    DECISIONS,
    OF_ADVICE,
    ONE_IS_ENOUGH,
    YES,
    Corrected,
)
from sendhub.statutory.words import date_words


class CorrectionAskForm(PageForm):
    """What is wrong, what is right and the reason."""

    submit_label = "Ask for the correction"

    field = forms.ChoiceField(
        label="What is wrong?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong."},
    )
    new_on = needed_at_times(
        DayField(
            label="The right date",
            not_after="today",
            required=False,
            help_text="Leave it empty for a decision: it then reads the other way.",
        )
    )
    reasons = needed_at_times(
        ParagraphField(
            label="Reasons for the refusal",
            max_length=10_000,
            required=False,
            help_text="Where the right decision is no: as they stand in the letter.",
        )
    )
    reason = ParagraphField(
        label="How it came to be wrong, and how you know what is right",
        max_length=2000,
        subject="Reason",
    )

    def __init__(
        self, request: Any, *, record: NeedsAssessment, **options: Any
    ) -> None:
        super().__init__(request, record=record, **options)
        self.assessment = record
        self.fields["field"].choices = [
            (key, label)
            for which, key, label in _correctable(record)
            if which not in ONE_IS_ENOUGH
            or request.user.may(Permission.CORRECTION_DECIDE)
        ]
        if Stage(record.stage) not in YES:
            del self.fields["reasons"]

    def clean_field(self) -> str:
        """A date of advice comes with the advice that it is of."""
        which, _, advice = self.cleaned_data["field"].partition("-")
        found = self.assessment.advices.filter(pk=advice) if advice else ()
        self.cleaned_data["advice"] = next(iter(found), None)
        return str(which)


class CorrectionDecideForm(PageForm):
    """Whether a second person agrees."""

    submit_label = "Save"

    agree = yes_or_no(
        "Do you agree?",
        yes="Yes: it is corrected now",
        no="No: it stays as it is",
        required="Say whether you agree.",
    )
    because = needed_at_times(
        ParagraphField(
            label="Why not",
            max_length=2000,
            required=False,
            help_text="Needed when you do not agree.",
        )
    )


def _correctable(
    assessment: NeedsAssessment,
) -> Iterator[tuple[Corrected, str, str]]:
    """What is recorded of a request so far: what it is, its key, its value in words."""
    for which, day in _days(assessment):
        if day:
            yield which, which.value, f"{which.label}: {date_words(day)}"
    for advice in assessment.advices.asked().in_order():
        for which, name in OF_ADVICE.items():
            day = getattr(advice, name)
            key = f"{which.value}-{advice.pk}"
            if day:
                yield which, key, f"{which.label} ({advice}): {date_words(day)}"
    stage = Stage(assessment.stage)
    for which, stages in DECISIONS.items():
        if stage in stages:
            answer = "yes" if stage in YES else "no"
            yield which, which.value, f"{which.label}: {answer}"


def _days(assessment: NeedsAssessment) -> Iterator[tuple[Corrected, date | None]]:
    for which in (Corrected.RECEIVED, Corrected.ASSESS_TOLD, Corrected.ISSUE_TOLD):
        yield which, getattr(assessment, which)
    plan = Plan.objects.filter(assessment=assessment).first()
    if plan:
        notice = Ceasing.objects.filter(plan=plan, ended="").first()
        yield Corrected.ISSUED, plan.issued_on
        yield Corrected.CEASE_TOLD, notice.told_on if notice else None
        yield Corrected.CEASED, plan.ceased_on
