"""What may be typed when advice is asked for and arrives."""

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Column, Fieldset, Row
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
        for kind in AdviceKind:
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

    def layout_fields(self) -> list[Any]:
        rows = [Row(Column(f"ask_{kind}"), Column(f"of_{kind}")) for kind in AdviceKind]
        return ["asked_on", Fieldset("Services asked", *rows)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        ticked = [kind for kind in AdviceKind if data.get(f"ask_{kind}")]
        if not ticked:
            self.add_error("asked_on", "Tick at least one service to ask.")
        for kind in ticked:
            if not data.get(f"of_{kind}") and not self.has_error(f"of_{kind}"):
                self.add_error(f"of_{kind}", f"Say whom you asked: {kind.label}.")
        return data

    @property
    def answers(self) -> dict[str, Any]:
        """The day, and whom each ticked kind was asked of."""
        data = self.cleaned_data
        asked_of = {k: data[f"of_{k}"] for k in AdviceKind if data.get(f"ask_{k}")}
        return {"asked_on": data["asked_on"], "asked_of": asked_of}


class AdviceReceiveForm(PageForm):
    """Advice that arrived."""

    submit_label = "Record the advice"

    received_on = DayField(label="Date received", not_after="today")
    summary = ParagraphField(
        label="What it says, in short", max_length=10_000, required=False
    )
    document = forms.ModelChoiceField(
        label="Its document on the case",
        queryset=Document.objects.none(),
        required=False,
        empty_label="Not on the case yet",
    )

    def __init__(self, request: Any, *, documents: Any, **options: Any) -> None:
        super().__init__(request, **options)
        self.fields["document"].queryset = documents  # type: ignore[attr-defined]
