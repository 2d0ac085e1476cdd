"""Forms about a child's numbers in systems of others."""

from typing import Any

from django import forms

from sendhub.core.forms.fields import LineField
from sendhub.core.forms.page_form import PageForm
from sendhub.people.identifiers import Elsewhere


class NumberAddForm(PageForm):
    """One number in one system."""

    submit_label = "Save the number"

    system = forms.ChoiceField(
        label="System", choices=Elsewhere.choices, widget=forms.RadioSelect
    )
    number = LineField(label="Number", max_length=60)


class NumberRemoveForm(PageForm):
    """Nothing to type: only whether."""

    submit_label = "Remove the number"

    @property
    def answers(self) -> dict[str, Any]:
        return {}
