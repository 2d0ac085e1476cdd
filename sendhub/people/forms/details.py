"""What is said of a child on the forms that record and change it."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Row
from django import forms

from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import DayField, LineField, ParagraphField
from sendhub.core.forms.page_form import PageForm
from sendhub.people import identifiers
from sendhub.people.forms.fields import CheckedField, email_field, phone_field, tick
from sendhub.people.rules import AccessibleFormat

SHORT = {"class": "govuk-input--width-20", "autocomplete": "off", "spellcheck": "false"}
NOT_SAID = "Not known"

NAME = Fieldset(
    "The child",
    Row(Column("given_names"), Column("family_name")),
    "preferred_name",
    "born_on",
    "sex",
    "ethnicity",
)
NUMBERS = Fieldset("Numbers", "upn", "upn_unknown", "uln", "nhs_number")
LANGUAGE = Fieldset(
    "Language and communication",
    "first_language",
    "interpreter_needed",
    "communication_needs",
    "accessible_format",
)
NEEDS = Fieldset("Needs", Row(Column("primary_need"), Column("secondary_need")))
OWN = Fieldset(
    "The young person's own details",
    "own_phone",
    "own_email",
    "lacks_capacity",
)


class ChildDetailsForm(PageForm):
    """Everything that can be said of a child."""

    given_names = LineField(label="First and middle names", max_length=200)
    family_name = LineField(label="Family name", max_length=200)
    preferred_name = LineField(
        label="Known as",
        required=False,
        max_length=200,
        help_text="If people call the child by another first name.",
    )
    born_on = DayField(label="Date of birth", not_after="today")
    sex = CodeField("SEX", label="Sex", widget=forms.RadioSelect, empty_label=None)
    ethnicity = CodeField(
        "ETHNICITY", label="Ethnicity", required=False, empty_label=NOT_SAID
    )
    upn = CheckedField(
        check=identifiers.upn,
        label="UPN",
        required=False,
        max_length=20,
        help_text="13 characters, like H801200001001. Spaces do not matter.",
        widget=forms.TextInput(attrs=SHORT),
    )
    upn_unknown = CodeField(
        "UPNUNKNOWN",
        label="Reason for no UPN",
        required=False,
        empty_label="Choose a reason",
    )
    uln = CheckedField(
        check=identifiers.uln,
        label="ULN",
        required=False,
        max_length=20,
        help_text="Ten digits, from age 14.",
        widget=forms.TextInput(attrs=SHORT),
    )
    nhs_number = CheckedField(
        check=identifiers.nhs_number,
        label="NHS number",
        required=False,
        max_length=20,
        help_text="Ten digits, like 943 476 5919.",
        widget=forms.TextInput(attrs=SHORT),
    )
    home_authority = CodeField(
        "LA_CODE",
        by_name=True,
        label="Home authority",
        required=False,
        empty_label=NOT_SAID,
        help_text="The council of the area where the child lives.",
    )
    first_language = LineField(label="First language", required=False, max_length=60)
    interpreter_needed = tick("An interpreter is needed")
    communication_needs = ParagraphField(
        label="Communication needs",
        required=False,
        max_length=1000,
        help_text="How to talk with and listen to this child: signs, symbols, devices.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    accessible_format = forms.ChoiceField(
        label="How we write to the child",
        choices=AccessibleFormat.choices,
        initial=AccessibleFormat.STANDARD,
    )
    primary_need = CodeField(
        "SEN_TYPE", label="Primary need", required=False, empty_label=NOT_SAID
    )
    secondary_need = CodeField(
        "SEN_TYPE", label="Secondary need", required=False, empty_label="None"
    )
    own_phone = phone_field("Their phone")
    own_email = email_field("Their e-mail")
    lacks_capacity = tick(
        "Lacks capacity for these decisions",
        "Only for a young person, after an assessment under the Mental Capacity Act.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("upn") and cleaned.get("upn_unknown"):
            self.add_error(
                "upn_unknown", "There is a UPN: no reason for a missing one is needed."
            )
        return cleaned
