"""What may be typed when a refusal is reversed."""

from django import forms

from sendhub.core.forms.fields import DayField, ParagraphField
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.rules import Route


class RefusalReverseForm(PageForm):
    """A refusal that does not stand."""

    submit_label = "Record and go on"

    route = forms.TypedChoiceField(
        label="How was it reversed?",
        choices=Route.choices,
        coerce=Route,
        widget=forms.RadioSelect,
        help_text="Each way has its own time limits.",
        error_messages={"required": "Choose how it was reversed."},
    )
    happened_on = DayField(
        label="Date it was reversed",
        help_text="The day of the order, of the notice to the tribunal, of the "
        "agreement, or of the new decision.",
        not_after="today",
    )
    reasons = ParagraphField(label="What was ordered or agreed", max_length=10_000)
    agreed_by = DayField(
        label="Other date for the plan, if one was agreed in writing in mediation",
        required=False,
    )
    told_on = DayField(
        label="Date the family was told that we go on",
        help_text="Leave this empty if the letter is still to be sent.",
        required=False,
        not_after="today",
    )


class ReversalTellForm(PageForm):
    """The day the family heard that we go on."""

    submit_label = "Record the date"

    told_on = DayField(
        label="Date the family was told",
        help_text="The day the letter was sent: the law counts this day.",
        not_after="today",
    )
