"""What may be typed about who is away and who covers."""

from sendhub.accounts.access import Request
from sendhub.accounts.permissions import Permission
from sendhub.casework.choices import ShortChoiceField, officers
from sendhub.casework.models import Cover
from sendhub.core.forms.fields import DayField
from sendhub.core.forms.page_form import PageForm


class CoverSetForm(PageForm):
    """Who is away, from when to when, and who covers."""

    submit_label = "Save"

    officer = ShortChoiceField(
        queryset=None,
        label="Who is away?",
        empty_label="Choose a colleague",
        error_messages={
            "required": "Choose who is away.",
            "invalid_choice": "This person has no work to cover. Choose another.",
        },
    )
    starts_on = DayField(label="First day away")
    ends_on = DayField(label="Last day away", not_before="today")
    covered_by = ShortChoiceField(
        queryset=None,
        label="Who covers?",
        empty_label="Choose a colleague",
        help_text="They see the work in a tab of their own list. The cases stay.",
        error_messages={
            "required": "Choose who covers.",
            "invalid_choice": "This person cannot cover. Choose another.",
        },
    )

    def __init__(self, request: Request, *, of_all: bool) -> None:
        super().__init__(request)
        staff = officers(Permission.COVER_SET, first_of=request.user.team_id)
        self.fields["officer"].queryset = staff
        self.fields["covered_by"].queryset = staff
        if not of_all:
            del self.fields["officer"]
            self.fields["covered_by"].left_out = request.user.pk


class CoverEndForm(PageForm):
    """Nothing to type: somebody is back, or stays."""

    submit_label = "Yes, they are back"

    def __init__(self, request: Request, *, record: Cover, begun: bool) -> None:
        super().__init__(request, record=record)
        if not begun:
            self.submit_label = "Yes, call it off"
