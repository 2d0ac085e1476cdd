"""What may be typed about a task, and how it is laid out."""

from django import forms

from sendhub.accounts.access import Request
from sendhub.accounts.permissions import Permission
from sendhub.casework.choices import ShortChoiceField, officers
from sendhub.casework.models import Case, Task
from sendhub.casework.rules import REASON_LENGTH, TITLE_LENGTH
from sendhub.core.forms.fields import DayField, LineField
from sendhub.core.forms.page_form import PageForm


class TaskAddForm(PageForm):
    """What is to be done on a case, by whom and by when."""

    submit_label = "Add the task"

    what = LineField(
        label="What is to be done?",
        subject="What is to be done",
        max_length=TITLE_LENGTH,
        help_text="Everybody who may open the child’s page reads it.",
        error_messages={"required": "Write what is to be done."},
    )
    due_on = DayField(
        label="By when?",
        subject="The day",
        not_before="today",
        error_messages={"required": "Enter the day."},
    )
    given_to = ShortChoiceField(
        queryset=None,
        label="Who does it?",
        empty_label=None,
        error_messages={
            "required": "Choose who does it.",
            "invalid_choice": "This person cannot be given tasks. Choose another.",
        },
    )

    def __init__(self, request: Request, *, case: Case) -> None:
        super().__init__(request, initial={"given_to": request.user.pk})
        staff = officers(Permission.TASK_DO, first_of=case.team_id)
        given_to = self.fields["given_to"]
        given_to.queryset = staff
        given_to.first = request.user


class TaskDoForm(PageForm):
    """What came of a task; of a note there is nothing more to say."""

    submit_label = "It is done"

    outcome = LineField(
        label="What came of it?",
        subject="What came of it",
        required=False,
        max_length=REASON_LENGTH,
    )

    def __init__(self, request: Request, *, record: Task) -> None:
        super().__init__(request, record=record)
        if record.note_id:
            self.submit_label = "I have seen it"
            self.fields["outcome"].widget = forms.HiddenInput()


class TaskDropForm(PageForm):
    """Why a task is no longer needed."""

    submit_label = "It is no longer needed"

    outcome = LineField(
        label="Why is it no longer needed?",
        subject="The reason",
        max_length=REASON_LENGTH,
        error_messages={"required": "Write why it is no longer needed."},
    )
