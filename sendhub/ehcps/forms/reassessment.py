"""What may be typed when a child with a plan is to be assessed again."""

from django import forms

from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import DayField, LineField, ParagraphField
from sendhub.core.forms.page_form import PageForm


class ReassessmentLogForm(PageForm):
    """A request to assess again, as it arrived."""

    submit_label = "Log the request"

    received_on = DayField(
        label="Date the request was received",
        help_text="By any team of the council: the 15 days run from this day.",
        not_after="today",
    )
    source = CodeField(
        "REQUEST_SOURCE", label="Who asked", widget=forms.RadioSelect, empty_label=None
    )
    requester = LineField(
        label="Name of the person or school who asked", max_length=200, required=False
    )
    reasons = ParagraphField(label="Reasons given", max_length=10_000)


class ReassessmentBeginForm(PageForm):
    """Our own decision to assess again."""

    submit_label = "Record the decision"

    told_on = DayField(
        label="Date of the decision",
        help_text="The 14 weeks run from this day.",
        not_after="today",
    )
    reasons = ParagraphField(label="Why do we assess again?", max_length=10_000)
