"""What may be typed about a setting: only what we know ourselves."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.core.forms.fields import LineField, ParagraphField
from sendhub.core.forms.page_form import PageForm
from sendhub.schools.rules import Category


class SettingEditForm(PageForm):
    """What we keep about a setting besides the national register."""

    submit_label = "Save the changes"

    senco_name = LineField(label="Name", required=False, max_length=120)
    senco_email = forms.EmailField(
        label="E-mail",
        required=False,
        max_length=254,
        error_messages={"invalid": "Enter an e-mail address like name@example.org."},
    )
    senco_phone = LineField(label="Phone", required=False, max_length=30)
    local_note = ParagraphField(
        label="Our note",
        required=False,
        max_length=2000,
        help_text="What colleagues should know of this setting. Nothing about a child.",
    )

    own_category = forms.ChoiceField(
        label="Kind of setting",
        required=False,
        choices=[("", "As the national register has it"), *Category.choices],
        help_text="Only where the register has it wrong or does not say: a Welsh "
        "special school, for example.",
    )

    def layout_fields(self) -> list[Any]:
        senco = ("senco_name", "senco_email", "senco_phone")
        return [Fieldset("SENCO", *senco), "own_category", "local_note"]
