"""What may be typed when another health commissioner is responsible for a plan."""

from django import forms

from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    needed_at_times,
    yes_or_no,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.rules import AskedFor


class CommissionerChangeForm(PageForm):
    """Who is responsible now, since when, and who knew of it."""

    submit_label = "Record the change"

    commissioner = LineField(label="New health commissioner", max_length=200)
    with_move = yes_or_no(
        "Did it change with a move from another authority?",
        yes="Yes, the family moved here",
        no="No, for another reason",
        required="Choose whether it changed with a move.",
    )
    changed_on = DayField(label="Date of the move or of the change", not_after="today")
    known_on = DayField(
        label="Date the old health commissioner learned of it", not_after="today"
    )


class CommissionerTellForm(PageForm):
    """The day the new commissioner was told."""

    submit_label = "Record it"

    told_on = DayField(
        label="Date the new health commissioner was told", not_after="today"
    )


class CommissionerAskForm(PageForm):
    """What it asks for."""

    submit_label = "Record what it asks for"

    asked_for = forms.ChoiceField(
        label="What does it ask for?",
        widget=forms.RadioSelect,
        choices=[one for one in AskedFor.choices if one[0]],
        error_messages={"required": "Choose what it asks for."},
    )
    asked_on = DayField(label="Date it asked", not_after="today")
    reasons = needed_at_times(
        ParagraphField(
            label="What it cannot arrange, and why",
            max_length=10_000,
            subject="Reasons",
        )
    )


class CommissionerCloseForm(PageForm):
    """The day it was settled."""

    submit_label = "Record that it is settled"

    closed_on = DayField(label="Date it was settled", not_after="today")
