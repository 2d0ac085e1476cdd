"""What may be typed of a hub, the schools that run it and who works there."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.core.forms.fields import DayField, LineField, needed_at_times
from sendhub.core.forms.page_form import PageForm
from sendhub.core.models import Partnership
from sendhub.nurture_hubs.models import Hub
from sendhub.nurture_hubs.rules import USUAL_PLACES, Phase
from sendhub.nurture_hubs.rules.running import financial_year_words
from sendhub.schools.models import Setting

MONEY = re.compile(r"^£?\d{1,8}(\.\d{1,2})?$")
FIRST_YEAR, YEARS_AHEAD = 2021, 2
NARROW = {"class": "govuk-input--width-10", "inputmode": "numeric"}


def school_field(label: str, **options: Any) -> forms.ModelChoiceField:
    """Ask for a school of the county; `offer_schools` fills the list."""
    return forms.ModelChoiceField(
        queryset=Setting.objects.none(),
        label=label,
        empty_label="Choose a school",
        error_messages={
            "required": "Choose the school.",
            "invalid_choice": "This school is closed or not in the county.",
        },
        **options,
    )


def offer_schools(form: PageForm, *names: str) -> None:
    """Offer the county's open schools."""
    home = Partnership.objects.filter(pk=1).values("authority_code")
    for name in names:
        form.fields[name].queryset = Setting.objects.offered(home)


def number_field(label: str, *, least: int, most: int, **more: Any) -> forms.Field:
    """Ask for a small whole number."""
    said = f"{label} must be a whole number from {least} to {most}."
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs=NARROW),
        error_messages={"invalid": said, "min_value": said, "max_value": said},
        **more,
    )


def places_field() -> forms.Field:
    """Ask how many children a hub can have at once."""
    return number_field("Number of places", least=0, most=40)


class PoundsField(LineField):
    """An amount typed in pounds, as pence."""

    def clean(self, value: Any) -> int | None:
        typed = super().clean(value).replace(",", "").replace(" ", "")
        if not MONEY.match(typed):
            raise ValidationError(
                "Enter the amount in pounds, like 40,000 or 40000.50.", code="invalid"
            )
        pounds, _, pence = typed.lstrip("£").partition(".")
        return int(pounds) * 100 + int(pence.ljust(2, "0"))


class HubFactsForm(PageForm):
    """What is kept of a hub."""

    name = LineField(
        label="Name of the hub",
        max_length=120,
        help_text="Usually the school’s, like Broadlands Primary.",
    )
    phase = forms.ChoiceField(
        label="Children of which schools",
        choices=Phase.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose primary or secondary."},
    )
    age_from = number_field("Youngest age at entry", least=2, most=18)
    age_to = number_field("Oldest age at entry", least=2, most=18)
    sessions = LineField(
        label="Sessions",
        required=False,
        max_length=120,
        help_text="Like: five mornings a week.",
    )
    opens_on = DayField(label="Opening date", help_text="The first day of a place.")


class HubOpenForm(HubFactsForm):
    """A new hub, with the school or the two that run it."""

    submit_label = "Open the hub"

    host = school_field("School that runs it")
    second_host = school_field(
        "Second school, if two run it together",
        required=False,
    )
    places = places_field()

    def __init__(self, request: Any) -> None:
        usual = {"phase": Phase.PRIMARY, "age_from": 3, "age_to": 7}
        super().__init__(request, initial={**usual, "places": USUAL_PLACES})
        offer_schools(self, "host", "second_host")


class HubChangeForm(HubFactsForm):
    """The same, of a hub there is."""

    submit_label = "Save the changes"


class HubCloseForm(PageForm):
    """The last day of a hub."""

    submit_label = "Save the last day"

    closes_on = DayField(
        label="Last day of the hub",
        required=False,
        help_text="Nobody can have a place after it.",
    )
    because = LineField(label="Why does it close?", max_length=300)

    def __init__(self, request: Any, *, record: Hub) -> None:
        super().__init__(request, record=record)
        if record.closes_on:
            self.initial["closes_on"] = record.closes_on
            said = "Leave it empty if the hub stays open after all."
            self.fields["closes_on"].help_text = said
            self.fields["because"].label = "Why does this change?"
        else:
            self.fields["closes_on"].required = True


class HostAddForm(PageForm):
    """Another school that runs a hub."""

    submit_label = "Add the school"

    setting = school_field("School")
    starts_on = DayField(
        label="Runs the hub from", subject="First day on which it runs the hub"
    )

    def __init__(self, request: Any) -> None:
        super().__init__(request)
        offer_schools(self, "setting")


class HostEndForm(PageForm):
    """The last day on which a school runs a hub."""

    submit_label = "Save the last day"

    ends_on = DayField(label="Last day on which it runs the hub")


class CapacitySetForm(PageForm):
    """How many places from when to when."""

    submit_label = "Set the places"

    places = places_field()
    from_on = DayField(label="From", subject="First day")
    until_on = DayField(
        label="Until",
        subject="Last day",
        required=False,
        help_text="For one term only, give its last day: the day after has the former "
        "number again. Leave it empty if the number stays.",
    )
    because = LineField(
        label="Why does the number change?",
        subject="Why the number changes",
        required=False,
        max_length=300,
    )


class PauseSetForm(PageForm):
    """Days on which nobody new starts."""

    submit_label = "Pause the hub"

    starts_on = DayField(label="First day on which nobody new starts")
    ends_on = DayField(
        label="Last day",
        required=False,
        help_text="Leave it empty if you do not know yet.",
    )
    because = LineField(
        label="Why is the hub paused?",
        subject="Why the hub is paused",
        max_length=300,
    )


class PauseEndForm(PageForm):
    """Nothing to type: children may start again."""

    submit_label = "Yes, children may start again"


class MemberAddForm(PageForm):
    """Who sees a hub, and from when."""

    submit_label = "Let them see the hub"

    user = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label="Who works at a hub school",
        empty_label="Choose somebody",
        help_text="Only people with the role hub school are listed. An administrator "
        "makes the sign-in.",
        error_messages={
            "required": "Choose who it is.",
            "invalid_choice": "This person does not have the role hub school.",
        },
    )
    starts_on = DayField(
        label="Sees the hub from", subject="First day on which they see the hub"
    )

    def __init__(self, request: Any) -> None:
        super().__init__(request, initial={"starts_on": clock.today()})
        self.fields["user"].queryset = User.objects.may(Permission.AGREEMENT_ANSWER)


class MemberEndForm(PageForm):
    """Nothing to type: the sight ends."""

    submit_label = "Yes, end it now"


class BudgetSetForm(PageForm):
    """Whose budget, of which year, how much."""

    submit_label = "Set the budget"

    hub = needed_at_times(
        forms.ModelChoiceField(
            queryset=Hub.objects.none(),
            label="Whose budget",
            required=False,
            empty_label="All hubs together",
        )
    )
    year = forms.TypedChoiceField(
        label="Financial year",
        coerce=int,
        error_messages={"required": "Choose the year."},
    )
    pence = PoundsField(label="Amount in pounds", max_length=20)

    def __init__(self, request: Any, *, initial: dict[str, Any]) -> None:
        super().__init__(request, initial=initial)
        self.fields["hub"].queryset = Hub.objects.in_order()
        self.fields["year"].choices = [
            (year, financial_year_words(year)) for year in _years()
        ]


def _years() -> Iterable[int]:
    """Every year since the first hubs, the coming ones first."""
    return range(clock.today().year + YEARS_AHEAD, FIRST_YEAR - 1, -1)
