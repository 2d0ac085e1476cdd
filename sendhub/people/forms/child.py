"""Changing a child's record."""

from typing import Any

from crispy_forms.layout import Fieldset

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


class ChildEditForm(ChildDetailsForm):
    """What is known of a child, changed."""

    submit_label = "Save the changes"

    def layout_fields(self) -> list[Any]:
        authority = Fieldset("Where the child belongs", "home_authority")
        return [NAME, NUMBERS, authority, NEEDS, LANGUAGE, OWN]


class ChildDiedForm(PageForm):
    """The death of a child."""

    submit_label = "Record the death"

    died_on = DayField(label="Date of death", not_after="today")


class ChildrenNotSameForm(PageForm):
    """Two children who look alike and are two."""

    submit_label = "They are two children"
