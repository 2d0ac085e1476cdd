"""What may be typed on our own pages about lists; signing in has its forms apart."""

from django import forms

from sendhub.accounts.access import Request
from sendhub.accounts.permissions import Permission
from sendhub.core.forms.fields import LineField
from sendhub.core.forms.page_form import PageForm


class FilterSaveForm(PageForm):
    """The name of a kept filter, and who has it."""

    submit_label = "Save the filter"

    name = LineField(
        label="Name",
        max_length=60,
        help_text="For example: Overdue in my team. It stands above the list.",
        error_messages={"required": "Give the filter a name."},
    )
    shared = forms.BooleanField(required=False)

    def __init__(self, request: Request) -> None:
        super().__init__(request)
        team = request.user.team
        self["shared"].label = f"Share it with everybody in {team}"
        if team is None or not request.user.may(Permission.FILTER_SHARE):
            del self.fields["shared"]


class DigestChooseForm(PageForm):
    """Whether the weekly digest comes by e-mail."""

    submit_label = "Save"

    weekly_digest = forms.BooleanField(
        required=False,
        label="Send me the weekly digest of my team by e-mail",
        help_text="On Monday mornings. It has numbers and links, and no child’s name.",
    )

    def __init__(self, request: Request) -> None:
        initial = {"weekly_digest": request.user.weekly_digest}
        super().__init__(request, initial=initial)


class FilterDropForm(PageForm):
    """Nothing to type: only whether."""

    submit_label = "Delete the filter"
