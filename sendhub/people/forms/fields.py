"""Fields that know what an identifier or a known setting looks like."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, ClassVar

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
NOT_OFFERED = (
    "This setting is not open, or no longer in the county’s list. Choose another, or "
    "give its URN."
)


NO_SUCH_URN = (
    "No setting has this URN. Look it up under Schools and settings, listing anywhere."
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
    """A setting out of a list that says how far from home each is, if known.

    Of two with one name it says the town and the URN too.
    """

    default_error_messages = {"invalid_choice": NOT_OFFERED}
    miles: Mapping[int, Decimal] = {}

    def label_from_instance(self, setting: Setting) -> str:
        words = str(setting)
        if getattr(setting, "of_this_name", 1) > 1:
            words = setting.told_apart
        by = self.miles.get(setting.pk)
        return words if by is None else f"{words}: {miles_words(by)}"


def setting_urn_field() -> LineField:
    """Ask for the URN of a setting that is not in the county's list."""
    return CheckedField(
        check=identifiers.urn,
        label="Or its URN, for a setting elsewhere",
        subject="The URN",
        required=False,
        max_length=10,
        help_text="Six digits. You find it under Schools and settings.",
        widget=forms.TextInput(
            attrs={"class": "govuk-input--width-10", "inputmode": "numeric"}
        ),
    )


class SettingsChosen(forms.Form):
    """Fields for settings: the county's from a list, any other by its URN beside it.

    A list of all the settings of England would be of no use to anybody. `settings`
    are the names of the fields; each has another, with `_urn` added, for the URN.
    """

    fields: dict[str, Any]
    settings: ClassVar[tuple[str, ...]]

    def offer_settings(self, *also: int, home: Address | None = None) -> None:
        """Fill the lists, with those besides that are chosen already.

        With a child's home, each says how far it is from there: only for those who may
        see the address.
        """
        county = Partnership.objects.filter(pk=1).values("authority_code")
        there = Setting.objects.offered(county) | Setting.objects.filter(pk__in=also)
        miles = miles_to(home, there) if home else {}
        for name in self.settings:
            field = self.fields[name]
            field.queryset = there.told_apart()
            if miles:
                field.miles = miles
                self[name].help_text = f"{field.help_text} {STRAIGHT}".strip()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in self.settings:
            self._take_urn(cleaned, name)
        return cleaned

    def _take_urn(self, cleaned: dict[str, Any], name: str) -> None:
        """Put the setting of a URN where one from the list would be."""
        urn = cleaned.pop(f"{name}_urn", "")
        if urn and cleaned.get(name):
            self.add_error(
                f"{name}_urn", "Choose from the list or give a URN, not both."
            )
        elif urn:
            cleaned[name] = Setting.objects.filter(urn=urn).first()
            if cleaned[name] is None:
                self.add_error(f"{name}_urn", NO_SUCH_URN)


class SettingChoice(SettingsChosen):
    """The choice of one setting."""

    settings = ("setting",)

    setting = SettingField(
        queryset=Setting.objects.none(),
        label="Setting in the county",
        required=False,
        empty_label="Choose a setting",
    )
    setting_urn = setting_urn_field()

    def need_setting(self, cleaned: dict[str, Any]) -> None:
        """Ask for a setting where none was given, and nothing said of it yet."""
        told = self.has_error("setting") or self.has_error("setting_urn")
        if not cleaned.get("setting") and not told:
            self.add_error(
                "setting", "Choose a setting from the list, or give its URN."
            )
