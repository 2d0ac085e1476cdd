"""Who may open a restricted record, for good and for a time (ADM-2)."""

from typing import Any

from django import forms

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.core.forms.fields import DayField, LineField, ParagraphField, yes_or_no
from sendhub.core.forms.page_form import PageForm
from sendhub.people.models import NamedStaff
from sendhub.people.rules import USUAL_RESTRICTION


def why(label: str, *, help_text: str = "", required: bool = True) -> ParagraphField:
    """A few lines that say why."""
    return ParagraphField(
        label=label,
        error_messages={"required": "Say why."},
        max_length=500,
        help_text=help_text,
        required=required,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def next_look() -> DayField:
    """The day on which somebody asks whether the restriction is still needed."""
    return DayField(
        label="Look at it again on",
        subject="The date",
        help_text="Within a year. Then you say whether it is still needed.",
    )


class ChildRestrictForm(PageForm):
    """Who may open a record, and why nobody else may."""

    submit_label = "Restrict the record"

    reason = why("Why", help_text="Only those named here can read this.")
    review_on = next_look()
    named = forms.ModelMultipleChoiceField(
        queryset=User.objects.none(),
        label="Who may open it, besides you",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, request: Any, **options: Any) -> None:
        usual = {"review_on": clock.today() + USUAL_RESTRICTION}
        super().__init__(request, initial=usual, **options)
        may_open = User.objects.may(Permission.CHILD_VIEW)
        self.fields["named"].queryset = may_open.exclude(pk=request.user.pk)


class RestrictionReviewForm(PageForm):
    """A restriction that goes on."""

    submit_label = "Keep the restriction"

    reason = why(
        "Why it is still needed", help_text="Only those named here can read this."
    )
    review_on = next_look()


class RestrictionLiftForm(PageForm):
    """Opening a restricted record to everybody again."""

    submit_label = "Lift the restriction"

    reason = why(
        "Why it is no longer needed", help_text="This is kept in the chronology."
    )


class StaffNameForm(PageForm):
    """One more person who may open a restricted record."""

    submit_label = "Name this person"

    user = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label="Who",
        empty_label="Choose a person",
        error_messages={"required": "Choose a person."},
    )
    reason = why("Why", help_text="This is kept in the chronology.")

    def __init__(self, request: Any, *, record: Any, **options: Any) -> None:
        super().__init__(request, record=record, **options)
        named = NamedStaff.objects.filter(child=record).values("user")
        may_open = User.objects.may(Permission.CHILD_VIEW)
        self.fields["user"].queryset = may_open.exclude(pk__in=named)


class StaffUnnameForm(PageForm):
    """Somebody who may no longer open a restricted record."""

    submit_label = "Take off the record"

    reason = why("Why", help_text="This is kept in the chronology.")


class AccessAskForm(PageForm):
    """Asking those named on a restricted record to be let in."""

    submit_label = "Ask"

    reason = why(
        "What you need the record for",
        help_text="Those named on the record read this and decide.",
    )


class AccessDecideForm(PageForm):
    """Letting somebody in for a time, or not."""

    submit_label = "Send the answer"

    grant = yes_or_no(
        "May they open it?", yes="Yes, until a day", no="No", required="Say yes or no."
    )
    until_on = DayField(
        label="The last day",
        required=False,
        help_text="If yes. At most 90 days from now; it ends by itself.",
    )
    answer = why(
        "What you want to tell them",
        required=False,
        help_text="If no, say why: they read this.",
    )


class GlassBreakForm(PageForm):
    """Opening a restricted record in an emergency."""

    submit_label = "Break the glass"

    reason = why(
        "What is the emergency?",
        help_text="A sentence. Service managers read it and ask about it.",
    )


class AccessGiveBackForm(PageForm):
    """Giving access back before it ends by itself."""

    submit_label = "Give it back now"


class AccessRevokeForm(PageForm):
    """Taking somebody's access away."""

    submit_label = "Take the access away"

    reason = why("Why", help_text="This is kept in the chronology.")


class GlassReviewForm(PageForm):
    """What came of looking at one use of break-glass."""

    submit_label = "Mark as reviewed"

    review_note = LineField(
        label="What you found",
        max_length=500,
        help_text="Such as: it was needed, or whom you spoke to.",
        error_messages={"required": "Say what you found."},
    )
