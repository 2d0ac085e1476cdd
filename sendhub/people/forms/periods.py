"""What holds from one day to another: addresses, settings, statuses, and their ends."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import DayField, LineField, needed_at_times
from sendhub.core.forms.page_form import PageForm
from sendhub.people.forms.fields import SettingChoice, postcode_field
from sendhub.people.models import Address
from sendhub.people.rules import NOT_KNOWN, Provision, StatusKind

PLACE = ("provision", "residential", "work_based")
"""What the SEN2 return asks of a place at a setting."""


class AddressForm(PageForm):
    """A new address from a day on."""

    submit_label = "Save the address"

    lines = LineField(
        label="Address",
        max_length=300,
        help_text="House and street, with commas between.",
    )
    town = LineField(label="Town or village", required=False, max_length=80)
    postcode = postcode_field()
    starts_on = DayField(
        label="Lives there since",
        not_after="today",
        subject="The date",
        help_text=NOT_KNOWN,
    )


class AddressCorrectForm(AddressForm):
    """An address as it should have been written."""

    submit_label = "Save the correction"


class AttendanceStartForm(SettingChoice, PageForm):
    """A new setting from a day on."""

    submit_label = "Save the setting"

    starts_on = DayField(label="First day there", help_text=NOT_KNOWN)
    provision = forms.TypedChoiceField(
        label="Kind of place",
        choices=Provision.choices,
        coerce=Provision,
        initial=Provision.ORDINARY,
        widget=forms.RadioSelect,
    )
    residential = CodeField(
        "RESIDENTIAL",
        label="Residential place",
        required=False,
        empty_label="Not residential",
    )
    work_based = CodeField(
        "WBP",
        label="Work-based learning",
        required=False,
        empty_label="None",
    )

    def __init__(
        self, request: Any, *, home: Address | None = None, **options: Any
    ) -> None:
        super().__init__(request, **options)
        self.offer_settings(home=home)
        for name in ("setting", "setting_urn"):
            needed_at_times(self.fields[name])

    def layout_fields(self) -> list[Any]:
        place = Fieldset("What the return asks", *PLACE)
        return [Fieldset("", "setting", "setting_urn"), "starts_on", place]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.need_setting(cleaned)
        return cleaned


class AttendanceCorrectForm(AttendanceStartForm):
    """A setting, or its first day, as it should have been written."""

    submit_label = "Save the correction"

    def __init__(
        self, request: Any, *, record: Any, home: Address | None, **options: Any
    ) -> None:
        super().__init__(request, record=record, **options)
        self.offer_settings(record.setting_id, home=home)


class StatusStartForm(PageForm):
    """A status that everybody must see."""

    submit_label = "Save the status"

    kind = forms.ChoiceField(
        label="Status", choices=StatusKind.choices, widget=forms.RadioSelect
    )
    authority = needed_at_times(
        CodeField(
            "LA_CODE",
            by_name=True,
            label="Looked after by",
            required=False,
            empty_label="Choose an authority",
            help_text="Only for a looked after child.",
        )
    )
    starts_on = DayField(label="Since", subject="The date")
    detail = LineField(label="Anything else to know", required=False, max_length=300)


class EndForm(PageForm):
    """The last day of something."""

    submit_label = "Save the last day"

    ends_on = DayField(label="Last day")
