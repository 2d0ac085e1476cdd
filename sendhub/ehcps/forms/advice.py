"""What may be typed when advice is asked for, arrives or is held already."""

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import HTML, Column, Fieldset, Row
from django import forms

from sendhub.casework.models import Document
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    needed_at_times,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.rules import (
    NAMED_BY_LAW,
    AdviceKind,
    Quality,
)

SERVICES = [kind for kind in AdviceKind if kind is not AdviceKind.OTHER]
HELD_KINDS = [(k.value, k.label) for k in AdviceKind if k is not AdviceKind.PARENT]
OTHERS = range(1, 5)
SAID_OF_OTHERS = (
    '<p class="govuk-hint">Anyone else: a person the parent or young person reasonably '
    "asks us to ask, or whom we think right. Each has six weeks too.</p>"
)


class AdviceAskForm(PageForm):
    """Advice asked of several services on one day."""

    submit_label = "Record that advice was asked for"

    asked_on = DayField(
        label="Date asked",
        help_text="Each service has six weeks from this day.",
        not_after="today",
    )

    def __init__(
        self, request: Any, *, suggested: Mapping[str, str], **options: Any
    ) -> None:
        super().__init__(request, **options)
        for kind in SERVICES:
            self.fields[f"ask_{kind}"] = forms.BooleanField(
                label=kind.label,
                required=False,
                initial=kind in NAMED_BY_LAW and bool(suggested.get(kind)),
            )
            self.fields[f"of_{kind}"] = needed_at_times(
                LineField(
                    label=f"Whom did you ask? ({kind.label})",
                    max_length=200,
                    required=False,
                    initial=suggested.get(kind, ""),
                )
            )
        for n in OTHERS:
            for part, label in (("name", "Name"), ("role", "Role")):
                self.fields[f"other_{part}_{n}"] = needed_at_times(
                    LineField(
                        label=f"{label} of other person {n}",
                        max_length=95,
                        required=False,
                    )
                )

    def layout_fields(self) -> list[Any]:
        rows = [Row(Column(f"ask_{kind}"), Column(f"of_{kind}")) for kind in SERVICES]
        others = [Row(f"other_name_{n}", f"other_role_{n}") for n in OTHERS]
        return [
            "asked_on",
            Fieldset("Services asked", *rows),
            Fieldset("Other persons asked", HTML(SAID_OF_OTHERS), *others),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        ticked = [kind for kind in SERVICES if data.get(f"ask_{kind}")]
        for kind in ticked:
            if not data.get(f"of_{kind}") and not self.has_error(f"of_{kind}"):
                self.add_error(f"of_{kind}", f"Say whom you asked: {kind.label}.")
        named = [n for n in OTHERS if data.get(f"other_name_{n}")]
        for n in OTHERS:
            self._whole(n, data)
        if not ticked and not named and not self.errors:
            self.add_error("asked_on", "Tick at least one service to ask.")
        return data

    def _whole(self, n: int, data: Mapping[str, Any]) -> None:
        """A person is asked by name and role."""
        for part, other, what in (("name", "role", "name"), ("role", "name", "role")):
            field = f"other_{part}_{n}"
            there = data.get(f"other_{other}_{n}")
            if there and not data.get(field) and not self.has_error(field):
                self.add_error(field, f"Give the {what} of other person {n} too.")

    @property
    def answers(self) -> dict[str, Any]:
        """The day, whom each ticked kind was asked of, and the other persons."""
        data = self.cleaned_data
        asked_of = {k: data[f"of_{k}"] for k in SERVICES if data.get(f"ask_{k}")}
        others = [
            f"{data[f'other_name_{n}']}, {data[f'other_role_{n}']}"
            for n in OTHERS
            if data.get(f"other_name_{n}")
        ]
        return {"asked_on": data["asked_on"], "asked_of": asked_of, "others": others}


class OfDocumentForm(PageForm):
    """A form that may point at a document on the case."""

    document = forms.ModelChoiceField(
        label="Its document on the case",
        queryset=Document.objects.none(),
        required=False,
        empty_label="Not on the case yet",
        help_text="Not there? Add it to the case first, or later.",
    )

    def __init__(self, request: Any, *, documents: Any, **options: Any) -> None:
        super().__init__(request, **options)
        self.fields["document"].queryset = documents


def quality_field(*, required: bool) -> forms.ChoiceField:
    """Whether it will do; left open where it may still be read."""
    choices = Quality.choices[1:] if required else Quality.choices
    return forms.ChoiceField(
        label="Does it meet the need?",
        choices=choices,
        required=required,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it meets the need."},
    )


def lacking_field() -> ParagraphField:
    """What its author still owes."""
    return needed_at_times(
        ParagraphField(
            label="What is missing",
            max_length=2000,
            required=False,
            help_text="Needed when it is sent back. No new six weeks start; it shows "
            "as outstanding.",
        )
    )


class AdviceReceiveForm(OfDocumentForm):
    """Advice that arrived."""

    submit_label = "Record the advice"

    received_on = DayField(label="Date received", not_after="today")
    summary = ParagraphField(
        label="What it says, in short", max_length=10_000, required=False
    )
    quality = quality_field(required=False)
    lacking = lacking_field()

    field_order = ["received_on", "summary", "document", "quality", "lacking"]


class AdviceJudgeForm(PageForm):
    """Whether advice that arrived will do."""

    submit_label = "Save"

    quality = quality_field(required=True)
    lacking = lacking_field()

    def __init__(self, request: Any, *, record: Any, **options: Any) -> None:
        held = {"quality": record.quality, "lacking": record.lacking}
        super().__init__(request, record=record, initial=held, **options)


class AdviceAttachForm(OfDocumentForm):
    """The document of advice that came without one."""

    submit_label = "Add the document"

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        field = self.fields["document"]
        field.required = True
        field.empty_label = "Choose a document"
        field.help_text = "Not there? Add it to the case first."
        field.error_messages["required"] = "Choose the document."


class AdviceAcceptForm(OfDocumentForm):
    """Advice that was here already and that all agree is enough."""

    submit_label = "Record that it is enough"

    kind = forms.ChoiceField(
        label="Whose advice it is",
        choices=[("", "Choose"), *HELD_KINDS],
        help_text="The parent’s or young person’s own is always asked for anew.",
        error_messages={"required": "Choose whose advice it is."},
    )
    author = LineField(label="Who wrote it", max_length=200)
    dated_on = DayField(label="Date of the advice", not_after="today")
    agreed_on = DayField(
        label="Date all agreed",
        not_after="today",
        help_text="The day the last of the three agreed that it is enough.",
    )
    author_agrees = forms.BooleanField(
        label="Its author agrees that it is enough for this assessment", required=False
    )
    family_agrees = forms.BooleanField(
        label="The parent or young person agrees that it is enough", required=False
    )
    agreed_with = LineField(
        label="Who agreed for the family",
        max_length=200,
        help_text="The parent, or the young person from 16.",
    )
    summary = ParagraphField(
        label="What it says, in short", max_length=10_000, required=False
    )

    field_order = [
        "kind",
        "author",
        "dated_on",
        "document",
        "summary",
        "author_agrees",
        "family_agrees",
        "agreed_with",
        "agreed_on",
    ]
