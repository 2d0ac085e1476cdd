"""What may be typed when a plan is to end."""

from typing import Any

from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import DayField, ParagraphField
from sendhub.core.forms.page_form import PageForm
from sendhub.ehcps.rules import AT_ONCE


class CeaseProposeForm(PageForm):
    """The first step: asking the family and the setting."""

    submit_label = "Record that they were asked"

    consulted_on = DayField(
        label="Date the family and the setting were asked", not_after="today"
    )
    cease_reason = CodeField("CEASE_REASON", label="Reason", empty_label="Choose")
    why = ParagraphField(label="Why would the plan end?", max_length=10_000)

    def __init__(self, request: Any, **options: Any) -> None:
        super().__init__(request, **options)
        reasons: Any = self.fields["cease_reason"]
        reasons.queryset = reasons.queryset.exclude(code__in=AT_ONCE)


class CeaseNotifyForm(PageForm):
    """The second step: the notice, with the right of appeal."""

    submit_label = "Record the notice"

    told_on = DayField(
        label="Date the family was told",
        help_text="The day the notice was sent: the time to appeal runs from it.",
        not_after="today",
    )


class CeaseChallengeForm(PageForm):
    """What the family did about the notice."""

    submit_label = "Save"

    certificate_on = DayField(
        label="Date of the mediation certificate", required=False, not_after="today"
    )
    appealed_on = DayField(
        label="Date the tribunal received an appeal", required=False, not_after="today"
    )
    appeal_decided_on = DayField(
        label="Date the appeal was decided or withdrawn",
        required=False,
        not_after="today",
    )


class CeaseEndForm(PageForm):
    """The last day of a plan, once nobody can appeal any more."""

    submit_label = "End the plan"

    ceased_on = DayField(label="Last day of the plan", not_after="today")
    detail = ParagraphField(label="More about it", max_length=2000, required=False)


class CeaseDropForm(PageForm):
    """A plan that is kept after all."""

    submit_label = "Keep the plan"

    ended_on = DayField(label="Date this was decided", not_after="today")
    kept_because = ParagraphField(
        label="Why is the plan kept?",
        max_length=2000,
        help_text="For example: the family showed that it is still needed, or the "
        "tribunal said so.",
    )
