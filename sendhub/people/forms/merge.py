"""Bringing two records of one child together, and undoing it (PPL-8)."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.core.forms.page_form import PageForm
from sendhub.people.forms.restriction import why
from sendhub.people.merge_choices import differing
from sendhub.people.models import Child

KEPT, OTHER = "kept", "other"
NOTHING = "Nothing recorded"


class ChildrenMergeForm(PageForm):
    """Which record is right, detail by detail, where the two differ."""

    submit_label = "Merge the two records"

    shown = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(
        self, request: Any, *, kept: Child, other: Child, **options: Any
    ) -> None:
        super().__init__(request, **options)
        self.choices = differing(kept, other)
        for choice in self.choices:
            mine, theirs = choice.said(kept), choice.said(other)
            self.fields[f"use_{choice.key}"] = forms.ChoiceField(
                label=choice.label,
                choices=[
                    (KEPT, f"{mine or NOTHING} (record that is kept)"),
                    (OTHER, f"{theirs or NOTHING} (other record)"),
                ],
                initial=KEPT if mine or not theirs else OTHER,
                widget=forms.RadioSelect,
                error_messages={"required": "Choose which of the two is right."},
            )

    def layout_fields(self) -> list[Any]:
        asked = [f"use_{choice.key}" for choice in self.choices]
        if not asked:
            return ["shown"]
        return ["shown", Fieldset("Where they differ: which is right?", *asked)]

    @property
    def answers(self) -> dict[str, Any]:
        taken = [
            choice.key
            for choice in self.choices
            if self.cleaned_data[f"use_{choice.key}"] == OTHER
        ]
        return {"taken": taken, "shown": self.cleaned_data["shown"]}


class MergeUndoForm(PageForm):
    """Taking two records apart again."""

    submit_label = "Take the two records apart"

    reason = why(
        "Why",
        help_text="This is kept in both chronologies: name nobody.",
    )
