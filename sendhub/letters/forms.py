"""What may be typed about templates and letters, and how it is laid out."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from sendhub.accounts.access import Request
from sendhub.core import clock
from sendhub.core.forms.fields import DayField, LineField, ParagraphField
from sendhub.core.forms.page_form import PageForm
from sendhub.letters import kinds
from sendhub.letters.composing import Composed
from sendhub.letters.models import Delivery, Template
from sendhub.letters.rules import (
    BODY_LENGTH,
    NAME_LENGTH,
    PARAGRAPH_KIND,
    SUBJECT_LENGTH,
    Settled,
    State,
    may_be_settled,
)

NOT_MADE = (
    "So this letter was not made. What you wrote is kept below: copy what you still "
    "need into another letter."
)
NOT_YET = (
    "So this letter was not made. What you wrote is kept below: once that is put "
    "right, press the button again."
)
MARKS = (
    "An empty line begins a new paragraph. “# ” before a line makes a heading, “- ” a "
    "point of a list, and **two stars** around words make them bold."
)


def subject_field(*, required: bool) -> LineField:
    """Ask for a letter's subject."""
    return LineField(label="Subject", max_length=SUBJECT_LENGTH, required=required)


def body_field(label: str, rows: int = 22) -> ParagraphField:
    """Ask for a text with our marks."""
    return ParagraphField(
        label=label,
        max_length=BODY_LENGTH,
        help_text=MARKS,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class TemplateAddForm(PageForm):
    """A new template or standard paragraph."""

    submit_label = "Save the template"

    kind = forms.ChoiceField(label="Kind", choices=[])
    name = LineField(
        label="Name",
        max_length=NAME_LENGTH,
        help_text="What it is called where it is chosen. A standard paragraph is named "
        "like who-can-help.",
    )
    subject = subject_field(required=False)
    body = body_field("Text")

    def __init__(self, request: Request) -> None:
        super().__init__(request)
        self.fields["kind"].choices = [
            ("", "Choose a kind"),
            *((kind.key, kind.label) for kind in kinds.every()),
            (PARAGRAPH_KIND, "Standard paragraph"),
        ]


class TemplateWriteForm(PageForm):
    """A template's next version."""

    submit_label = "Save as a new version"

    subject = subject_field(required=False)
    body = body_field("Text")
    in_use = forms.BooleanField(
        label="Offer it when a letter is written", required=False
    )

    def __init__(self, request: Request, *, record: Template) -> None:
        now = record.now
        super().__init__(
            request,
            record=record,
            initial={"subject": now.subject, "body": now.body, "in_use": now.in_use},
        )
        self.fields["subject"].required = not record.is_paragraph
        if record.is_paragraph:
            self.fields["subject"].widget = forms.HiddenInput()


class LetterMakeForm(PageForm):
    """One letter, to be read and put right before it is made."""

    submit_label = "Make the letter"

    to = forms.MultipleChoiceField(
        label="Whom it goes to",
        choices=[],
        widget=forms.CheckboxSelectMultiple,
        help_text="Each has a letter of their own, to their own address.",
        error_messages={
            "required": "Choose at least one person.",
            "invalid_choice": "Whom this letter goes to has changed. Choose again.",
        },
    )
    subject = subject_field(required=True)
    body = body_field("Text", rows=26)

    def __init__(self, request: Request, *, now: Composed) -> None:
        self.now = now
        recipients = now.to.recipients
        keys = [one.key for one in recipients]
        super().__init__(
            request, initial={"to": keys, "subject": now.subject, "body": now.body}
        )
        self.fields["to"].choices = [(one.key, one.says) for one in recipients]

    def clean(self) -> dict[str, Any]:
        """Say so if the case moved on while the letter was written; keep its text."""
        if why := self.now.impossible:
            self.errors.pop("to", None)
            self.add_error(
                None, f"{why} {NOT_MADE if self.now.facts.unfit else NOT_YET}"
            )
        return super().clean() or self.cleaned_data

    def layout_fields(self) -> list[Any]:
        """Leave out the question whom to write to where there is nobody."""
        asked = super().layout_fields()
        return asked if self.now.to.recipients else [n for n in asked if n != "to"]


class DeliveryChoice(forms.ModelMultipleChoiceField):
    """Letters to be ticked, each by its child, its subject and whom it is for."""

    def label_from_instance(self, obj: Any) -> str:
        letter = obj.letter
        return (
            f"{letter.subject}, to {letter.to_name} "
            f"({letter.case.child.known_as}, {letter.case.reference})"
        )


class PostRecordForm(PageForm):
    """Which printed letters went to the post, and when."""

    submit_label = "Record as posted"

    deliveries = DeliveryChoice(
        queryset=Delivery.objects.none(),
        label="Letters you have posted",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick the letters you have posted.",
            "invalid_choice": "Somebody else has recorded one of these letters. Tick "
            "again those you have posted.",
        },
    )
    sent_on = DayField(
        label="Day of posting", initial=lambda: clock.today(), not_after="today"
    )

    def __init__(self, request: Request, *, waiting: QuerySet) -> None:
        super().__init__(request)
        self.fields["deliveries"].queryset = waiting


class LetterWithdrawForm(PageForm):
    """Why a letter should not be on this case."""

    submit_label = "Mark as entered in error"

    reason = LineField(
        label="What was wrong?",
        subject="What was wrong",
        max_length=300,
        help_text="One sentence. It is shown on the case and in the chronology, so do "
        "not name another child.",
        error_messages={"required": "Write what was wrong."},
    )


class DeliverySettleForm(PageForm):
    """What became of a letter that nobody knows to have arrived."""

    submit_label = "Save"

    what = forms.ChoiceField(
        label="What should happen?",
        widget=forms.RadioSelect,
        choices=Settled,
        error_messages={"required": "Choose what should happen."},
    )

    def __init__(self, request: Request, *, record: Delivery) -> None:
        super().__init__(request, record=record)
        sayable = may_be_settled(
            State(record.state),
            to_email=record.to_email,
            in_error=record.letter.withdrawn_at is not None,
        )
        self.fields["what"].choices = [(one.value, one.label) for one in sayable]


class BatchMakeForm(PageForm):
    """The word to make one letter for many cases; all else stands in the address."""

    submit_label = "Make these letters"
