"""Which days, and which hub, an evaluation is about."""

from typing import Any

from django import forms

from sendhub.core.forms.fields import DayField, name_choices, name_required
from sendhub.nurture_hubs.models import Hub


class EvaluationForm(forms.Form):
    """The period and the hub; they live in the address."""

    first = DayField(label="From", subject="First day", not_after="today")
    last = DayField(label="To", subject="Last day", not_after="today")
    hub = forms.ModelChoiceField(
        Hub.objects.in_order(), required=False, empty_label="Every hub"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_required(self)
        name_choices(self.fields.values())

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and last < first:
            self.add_error("last", "This cannot be before the first day.")
        return given
