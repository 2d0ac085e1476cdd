"""Fields that know what an identifier or a known setting looks like."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sendhub.core.errors import RuleBroken
from sendhub.core.forms.fields import LineField
from sendhub.core.models import Partnership
from sendhub.people import identifiers
from sendhub.people.distances import miles_to
from sendhub.people.models import Address
from sendhub.schools.models import Setting
from sendhub.schools.rules import miles_words

STRAIGHT = (
    "Miles are in a straight line from the child’s home. School transport goes by the "
    "walking route instead."
)


class CheckedField(LineField):
    """One line that a pure function checks and puts into its stored form."""

    def __init__(self, *, check: Callable[[str], str], **options: Any) -> None:
        super().__init__(**options)
        self.check = check

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            return self.check(text)
        except RuleBroken as broken:
            raise ValidationError(broken.message, code="identifier") from broken


def postcode_field(**options: Any) -> CheckedField:
    """A postcode, written with its one space."""
    return CheckedField(
        check=identifiers.postcode,
        label="Postcode",
        required=False,
        max_length=10,
        widget=forms.TextInput(
            attrs={"class": "govuk-input--width-10", "autocomplete": "off"}
        ),
        **options,
    )


def phone_field(label: str = "Phone", **options: Any) -> CheckedField:
    """A phone number as people write it."""
    return CheckedField(
        check=identifiers.phone,
        label=label,
        required=False,
        max_length=30,
        widget=forms.TextInput(
            attrs={"class": "govuk-input--width-20", "inputmode": "tel"}
        ),
        **options,
    )


def email_field(label: str = "E-mail", **options: Any) -> forms.EmailField:
    """An e-mail address."""
    return forms.EmailField(
        label=label,
        required=False,
        max_length=254,
        error_messages={"invalid": "Enter an e-mail address like name@example.org."},
        **options,
    )


def tick(label: str, help_text: str = "") -> forms.BooleanField:
    """One box to tick."""
    return forms.BooleanField(label=label, help_text=help_text, required=False)


class SettingField(forms.ModelChoiceField):
    """A setting out of a list that says how far from home each is, if known."""

    miles: Mapping[int, Decimal] = {}

    def label_from_instance(self, setting: Setting) -> str:
        by = self.miles.get(setting.pk)
        return str(setting) if by is None else f"{setting}: {miles_words(by)}"


class SettingChoice(forms.Form):
    """The choice of a setting: the county's from a list, any other by its URN.

    A list of all the settings of England would be of no use to anybody.
    """

    fields: dict[str, Any]

    setting = SettingField(
        queryset=Setting.objects.none(),
        label="Setting in the county",
        required=False,
        empty_label="Choose a setting",
    )
    setting_urn = CheckedField(
        check=identifiers.urn,
        label="Or its URN, for a setting elsewhere",
        required=False,
        max_length=10,
        help_text="Six digits. You find it under Schools and settings.",
        widget=forms.TextInput(
            attrs={"class": "govuk-input--width-10", "inputmode": "numeric"}
        ),
    )

    def offer_settings(self, *, also: int = 0, home: Address | None = None) -> None:
        """Fill the list, with one more where it is chosen already.

        With a child's home, each says how far it is from there: only for those who may
        see the address.
        """
        county = Partnership.objects.filter(pk=1).values("authority_code")
        chosen = Setting.objects.filter(pk=also)
        field = self.fields["setting"]
        field.queryset = Setting.objects.offered(county) | chosen
        if home and (miles := miles_to(home, field.queryset)):
            field.miles = miles
            self["setting"].help_text = STRAIGHT

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        urn = cleaned.pop("setting_urn", "")
        if urn and cleaned.get("setting"):
            self.add_error(
                "setting_urn", "Choose from the list or give a URN, not both."
            )
        elif urn:
            cleaned["setting"] = Setting.objects.filter(urn=urn).first()
            if cleaned["setting"] is None:
                self.add_error("setting_urn", "No setting has this URN.")
        return cleaned
