"""Changing a child's record."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.core.forms.fields import DayField
from sendhub.core.forms.page_form import PageForm
from sendhub.people.forms.details import (
    LANGUAGE,
    NAME,
    NEEDS,
    NUMBERS,
    OWN,
    ChildDetailsForm,
)
from sendhub.people.rules import Rewritten


def rewritten(label: str) -> forms.ChoiceField:
    """Whether something has changed or was written wrong."""
    return forms.ChoiceField(
        label=label,
        choices=Rewritten.choices,
        required=False,
        widget=forms.RadioSelect,
    )


class ChildEditForm(ChildDetailsForm):
    """What is known of a child, changed."""

    submit_label = "Save the changes"

    name_was = rewritten("If you changed the name")
    renamed_on = DayField(
        label="Has the new name since",
        required=False,
        not_after="today",
        help_text="Only for a new name. Leave it empty for today.",
    )
    upn_was = rewritten("If you changed the UPN")

    def layout_fields(self) -> list[Any]:
        authority = Fieldset("Where the child belongs", "home_authority")
        name = Fieldset(NAME.legend, NAME[0], "name_was", "renamed_on", *NAME[1:])
        numbers = Fieldset(NUMBERS.legend, NUMBERS[0], "upn_was", *NUMBERS[1:])
        return [name, numbers, authority, NEEDS, LANGUAGE, OWN]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        child: Any = self.record
        names = ("given_names", "family_name")
        if any(cleaned.get(name) not in (None, getattr(child, name)) for name in names):
            self._ask_why("name_was", cleaned, "name")
        if child.upn and cleaned.get("upn") not in (None, child.upn):
            self._ask_why("upn_was", cleaned, "UPN")
        return cleaned

    def _ask_why(self, field: str, cleaned: dict[str, Any], what: str) -> None:
        """What is written anew without a reason would be lost, or be kept wrongly."""
        if not cleaned.get(field) and not self.has_error(field):
            self.add_error(
                field, f"Say whether the {what} has changed or was written wrong."
            )


class ChildDiedForm(PageForm):
    """The death of a child."""

    submit_label = "Record the death"

    died_on = DayField(label="Date of death", not_after="today")


class ChildrenNotSameForm(PageForm):
    """Two children who look alike and are two."""

    submit_label = "They are two children"
