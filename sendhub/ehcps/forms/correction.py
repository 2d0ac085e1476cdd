"""What may be typed when a date is corrected."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django import forms

from sendhub.accounts.access import Request
from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.core.forms.fields import (
    DayField,
    ParagraphField,
    needed_at_times,
    yes_or_no,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.forms.moves import why_wrong_field
from sendhub.ehcps.models import Ceasing, MoveIn, MoveOut, NeedsAssessment, Plan
from sendhub.ehcps.moves import correctable
from sendhub.ehcps.rules import MOVED, Stage
from sendhub.ehcps.rules.correction import (
    AGAIN,
    DECISIONS,
    OF_ADVICE,
    OF_MOVE_IN,
    OF_MOVE_OUT,
    ONE_IS_ENOUGH,
    YES,
    YES_OR_NO,
    Corrected,
)
from sendhub.statutory.words import date_words

ANSWERS = {True: "yes", False: "no"}


def right_day(hint: str, **limits: Any) -> DayField:
    """Ask for the right day; an answer that reads the other way has none."""
    day = DayField(label="The right date", required=False, help_text=hint, **limits)
    return needed_at_times(day)


def manages(request: Request) -> bool:
    """Whether somebody agrees to corrections, and makes some alone."""
    return request.user.may(Permission.CORRECTION_DECIDE)


class WhatIsWrongForm(PageForm):
    """What is wrong, what is right and the reason."""

    submit_label = "Ask for the correction"

    field = forms.ChoiceField(
        label="What is wrong?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong."},
    )
    new_on = right_day(
        "Leave it empty for a decision: it then reads the other way.",
        not_after="today",
    )
    reason = why_wrong_field()

    @property
    def offered(self) -> bool:
        """Whether there is anything that this person may choose."""
        return bool(self.fields["field"].choices)

    def offer(
        self, found: Iterable[tuple[Corrected, str, str]], *, manages: bool
    ) -> None:
        """Offer what this person may ask for; some of it is a manager's alone."""
        self.fields["field"].choices = [
            (key, label)
            for which, key, label in found
            if which not in ONE_IS_ENOUGH or manages
        ]


class CorrectionAskForm(WhatIsWrongForm):
    """What is wrong of a request, its advice or its plan."""

    field_order = ("field", "new_on", "reasons", "reason")

    reasons = needed_at_times(
        ParagraphField(
            label="Reasons for the refusal",
            max_length=10_000,
            required=False,
            help_text="Where the right decision is no: as they stand in the letter.",
        )
    )

    def __init__(
        self, request: Any, *, record: NeedsAssessment, **options: Any
    ) -> None:
        super().__init__(request, record=record, **options)
        self.assessment = record
        self.offer(_correctable(record), manages=manages(request))
        if Stage(record.stage) not in YES:
            del self.fields["reasons"]

    def clean_field(self) -> str:
        """A date of advice comes with the advice that it is of."""
        which, _, advice = self.cleaned_data["field"].partition("-")
        found = self.assessment.advices.filter(pk=advice) if advice else ()
        self.cleaned_data["advice"] = next(iter(found), None)
        return str(which)


class MoveInCorrectForm(WhatIsWrongForm):
    """What is wrong of a move here."""

    new_on = right_day("Leave it empty for an answer: it then reads the other way.")

    def __init__(self, request: Any, *, record: MoveIn, **options: Any) -> None:
        super().__init__(request, record=record, **options)
        self.fields["field"].choices = _of_move(record, OF_MOVE_IN, request.user)


class MoveOutCorrectForm(WhatIsWrongForm):
    """What is wrong of a move away."""

    new_on = right_day("The day of the move may be a day to come.")

    def __init__(self, request: Any, *, record: MoveOut, **options: Any) -> None:
        super().__init__(request, record=record, **options)
        self.fields["field"].choices = _of_move(record, OF_MOVE_OUT, request.user)


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


def _of_move(
    move: MoveIn | MoveOut, names: Mapping[Corrected, str], user: User
) -> list[tuple[str, str]]:
    """What this person may correct of a move, with its value in words."""
    found = []
    for which in correctable(move, user):
        value = getattr(move, names[which])
        words = date_words(value) if which not in YES_OR_NO else ANSWERS[value]
        found.append((which.value, f"{which.label}: {words}"))
    return found


def _correctable(
    assessment: NeedsAssessment,
) -> Iterator[tuple[Corrected, str, str]]:
    """What is recorded of a request so far: what it is, its key, its value in words."""
    named = AGAIN if assessment.is_again else {}
    for which, day in _days(assessment):
        if day:
            label = named.get(which, which.label)
            yield which, which.value, f"{label}: {date_words(day)}"
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
            label = named.get(which, which.label)
            yield which, which.value, f"{label}: {answer}"


def _days(assessment: NeedsAssessment) -> Iterator[tuple[Corrected, date | None]]:
    for which in (Corrected.RECEIVED, Corrected.ASSESS_TOLD, Corrected.ISSUE_TOLD):
        yield which, getattr(assessment, which)
    plan = Plan.objects.filter(assessment=assessment).first()
    if plan:
        notice = Ceasing.objects.filter(plan=plan, ended="").first()
        yield Corrected.ISSUED, plan.issued_on
        yield Corrected.CEASE_TOLD, notice.told_on if notice else None
        moved = plan.cease_reason is not None and plan.cease_reason.code in MOVED
        yield Corrected.CEASED, None if moved else plan.ceased_on
