"""What may be typed of a place: its days, and why a rule is set aside."""

from typing import Any

from django import forms

from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.core.forms.fields import DayField, ParagraphField, needed_at_times
from sendhub.core.forms.page_form import PageForm
from sendhub.nurture_hubs.models import Hub, HubPlace, Referral
from sendhub.nurture_hubs.rules import last_day

HOLIDAYS = "A day in the holidays is accepted: holidays count."


def _reason_field(label: str, **options: Any) -> ParagraphField:
    """Ask why a rule is set aside; only where the act was refused for want of it."""
    return needed_at_times(
        ParagraphField(label=label, max_length=2000, required=False, **options)
    )


class StayForm(PageForm):
    """The days of a place, and the reasons that are asked for only when needed."""

    asked_at_times: tuple[str, ...] = ("few_others_because",)

    starts_on = DayField(label="First day", help_text=HOLIDAYS)
    ends_on = DayField(label="Last day")
    few_others_because = _reason_field(
        "Why, although too few can then come from other schools?",
        subject="Why too few come from other schools",
    )

    @property
    def answers(self) -> dict[str, Any]:
        """The two days as one stay."""
        given = super().answers
        starts_on = given.pop("starts_on", None) or self.first_day
        ends_on = given.pop("ends_on") or last_day(starts_on)
        return {**given, "stay": {"starts_on": starts_on, "ends_on": ends_on}}

    @property
    def first_day(self) -> Any:
        """The day that stands where none is asked for."""
        return None

    def layout_fields(self) -> list[Any]:
        """Leave out each reason that nobody asked for."""
        return [
            name
            for name in super().layout_fields()
            if name not in self.asked_at_times
            or self.has_error(name)
            or self.data.get(name)
        ]


class PlaceAllocateForm(StayForm):
    """In which hub, from which day to which."""

    submit_label = "Allocate the place"
    asked_at_times = ("few_others_because", "order_because")

    hub = forms.ModelChoiceField(
        label="Hub",
        queryset=Hub.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Choose the hub."},
    )
    ends_on = needed_at_times(
        DayField(
            label="Last day",
            required=False,
            help_text="Leave it empty for the longest time there is: a day less than "
            "twelve months.",
        )
    )
    again_because = needed_at_times(
        ParagraphField(
            label="Why is a second stay allowed?",
            max_length=2000,
            required=False,
            help_text="A child has twelve months in all. Say why this one may come "
            "again.",
        )
    )
    order_because = _reason_field("Why does this child go before others who wait?")
    field_order = (
        "hub",
        "starts_on",
        "ends_on",
        "again_because",
        "order_because",
        "few_others_because",
    )

    def __init__(
        self, request: Any, *, record: Referral, again: bool, **options: Any
    ) -> None:
        super().__init__(request, record=record, **options)
        agreed = Hub.objects.filter(pk__in=record.agreed_hubs())
        offered = agreed.not_closed(on=clock.today()).in_order()
        self.fields["hub"].queryset = offered
        only = list(offered[:2])
        if len(only) == 1:
            self.initial["hub"] = only[0].pk
        may = request.user.may(Permission.HUB_STAY_AGAIN)
        if not (again and may):
            del self.fields["again_because"]


class PlaceMoveForm(StayForm):
    """Other days for a place."""

    submit_label = "Move the place"

    def __init__(self, request: Any, *, record: HubPlace, **options: Any) -> None:
        known = {"starts_on": record.starts_on, "ends_on": record.ends_on}
        super().__init__(request, record=record, initial=known, **options)
        if record.starts_on <= clock.today():
            del self.fields["starts_on"]
            self.submit_label = "Change the last day"

    @property
    def first_day(self) -> Any:
        """The first day stays once the child has started."""
        place: Any = self.record
        return place.starts_on


class PlaceEndForm(PageForm):
    """The last day of a place that ends early, and why."""

    submit_label = "End the place"

    ends_on = DayField(
        label="Last day in the hub",
        help_text="The place is free from the day after.",
    )
    reason = ParagraphField(
        label="Why does it end early?",
        max_length=2000,
        help_text="For example: the child is back in class full time, or has moved.",
    )


class PlaceWithdrawForm(PageForm):
    """Why a place is taken back."""

    submit_label = "Take the place back"

    reason = ParagraphField(
        label="Why is it taken back?",
        max_length=300,
        help_text="For example: the family decided against it before the first day.",
    )
