"""What may be typed when many cases are given away, and when a handover is read."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError

from sendhub.accounts.access import Request
from sendhub.casework.actions.handover import Chosen
from sendhub.casework.choices import AllColleaguesField, officers
from sendhub.casework.rules import HANDOVER_LENGTH, WORKED_WITH
from sendhub.core.forms.fields import ParagraphField
from sendhub.core.forms.page_form import PageForm
from sendhub.core.lists import read_keys

SINGLY = 10
"""As many cases as each get a box of their own."""


class ChosenField(forms.CharField):
    """Cases with their officers, as the page showed them: "12-5 13-0"."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> list[Chosen]:
        pairs = [pair.partition("-")[::2] for pair in str(value or "").split()]
        if not pairs:
            raise ValidationError("Tick some cases in the list first.")
        chosen = []
        for words in pairs:
            keys = read_keys(words)
            if len(keys) != 2:
                raise ValidationError("Tick the cases in the list again.")
            chosen.append(Chosen(*keys))
        return chosen


class CasesAssignForm(PageForm):
    """Who takes many cases, and what they must know. First it is looked at."""

    submit_label = "Look at it first"

    cases = ChosenField(required=False)
    looked = forms.CharField(widget=forms.HiddenInput, required=False)
    officers = AllColleaguesField(
        queryset=None,
        label="Who takes them?",
        help_text="Tick several to share them out evenly, in the order of names.",
        error_messages={
            "required": "Choose who takes them.",
            "invalid_choice": "One of them cannot take cases. Choose others.",
        },
    )
    handover = ParagraphField(
        label="Handover",
        max_length=HANDOVER_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=(
            "Where things stand, what was promised to families, what comes next. It "
            "stands on each case until its new officer marks it as read."
        ),
        error_messages={"required": "Write what the new officers must know."},
    )

    def __init__(
        self,
        request: Request,
        *,
        chosen: Sequence[Chosen],
        children: Mapping[int, str],
    ) -> None:
        said = " ".join(f"{one.case}-{one.officer}" for one in chosen)
        super().__init__(request, initial={"cases": said})
        staff = officers(*WORKED_WITH.values(), first_of=request.user.team_id)
        self.fields["officers"].queryset = staff
        self.singly = list(children) if len(children) <= SINGLY else []
        for pk in self.singly:
            self.fields[f"more_{pk}"] = ParagraphField(
                label=f"More about {children[pk]}",
                required=False,
                max_length=HANDOVER_LENGTH,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def answers(self) -> dict[str, Any]:
        """What single cases are said to need stands together."""
        answers = super().answers
        answers.pop("looked")
        answers["officers"] = list(answers["officers"])
        more = {pk: answers.pop(f"more_{pk}") for pk in self.singly}
        return {**answers, "more": more}

    @property
    def as_it_is(self) -> str:
        """A mark of who takes which cases: what was looked at has the same."""
        parts = (self.answers["cases"], [one.pk for one in self.answers["officers"]])
        return sha256(repr(parts).encode()).hexdigest()

    @property
    def was_looked_at(self) -> bool:
        """Whether the page showed what it would do before the button was pressed."""
        return self.is_valid() and self.cleaned_data["looked"] == self.as_it_is

    def show_plan(self, number: int) -> None:
        """Let the next press of the button do it."""
        data: Any = self.data
        data["looked"] = self.as_it_is
        self.submit_label = f"Give {number} cases" if number != 1 else "Give 1 case"

    def layout_fields(self) -> list[Any]:
        """The boxes of single cases stand together at the end."""
        boxes = [f"more_{pk}" for pk in self.singly]
        fields = [n for n in super().layout_fields() if n not in boxes]
        if not boxes:
            return fields
        return [*fields, Fieldset("More about single children (optional)", *boxes)]


class HandoverReadForm(PageForm):
    """Which handovers one has read."""

    submit_label = "I have read them"

    read = forms.TypedMultipleChoiceField(
        label="Handovers",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Tick what you have read.",
            "invalid_choice": "One of them was read already. Tick the others.",
        },
    )

    def __init__(
        self, request: Request, *, groups: Mapping[int, Sequence[int]], ticked: bool
    ) -> None:
        super().__init__(request, initial={"read": list(groups) if ticked else []})
        self.groups = groups
        self.fields["read"].choices = [(key, str(key)) for key in groups]

    @property
    def answers(self) -> dict[str, Any]:
        """Every handover of the groups that are ticked."""
        keys = self.cleaned_data["read"]
        return {"handovers": [pk for key in keys for pk in self.groups[key]]}
