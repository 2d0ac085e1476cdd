"""Changing a child's record, and who may open it."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.accounts.roles import ROLES
from sendhub.core.forms.fields import DayField, ParagraphField
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


def may_be_named() -> Any:
    """People who open children's records at all."""
    keys = [k for k, role in ROLES.items() if Permission.CHILD_VIEW in role.may]
    return User.objects.with_any_role(*keys)


class ChildRestrictForm(PageForm):
    """Who may open a record, and why nobody else may."""

    submit_label = "Restrict the record"

    reason = ParagraphField(
        label="Why",
        error_messages={"required": "Say why."},
        max_length=500,
        help_text="Only those named here can read this.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    named = forms.ModelMultipleChoiceField(
        queryset=User.objects.none(),
        label="Who may open it, besides you",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        self.fields["named"].queryset = may_be_named().exclude(pk=request.user.pk)  # type: ignore[attr-defined]


class RestrictionLiftForm(PageForm):
    """Opening a restricted record to everybody again."""

    submit_label = "Lift the restriction"

    reason = ParagraphField(
        label="Why it is no longer needed",
        error_messages={"required": "Say why."},
        max_length=500,
        help_text="This is kept in the chronology.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ChildrenNotSameForm(PageForm):
    """Two children who look alike and are two."""

    submit_label = "They are two children"
