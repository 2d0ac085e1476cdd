"""What may be typed of the end of a place: the talk, its plan, what came after."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.casework.forms.papers import reason_field
from sendhub.core import clock
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    needed_at_times,
)
from sendhub.core.forms.page_form import PageForm
from sendhub.nurture_hubs.models import HubPlace, Talk, TransitionStep
from sendhub.nurture_hubs.refusals import OF_ENDS
from sendhub.nurture_hubs.rules.ends import (
    Next,
    Point,
    Where,
    asked_from,
    ways_on,
)
from sendhub.people.forms.fields import SettingChoice, tick

TOLD_ALREADY = OF_ENDS["nurture_hubs_destination_once"].message
PARTIES = ("family", "original_school", "hub_school", "coordinator")
WHERE_THEN = {
    Next.RETURN: Where.ORIGINAL,
    Next.STAY: Where.HUB_SCHOOL,
    Next.CLASS: Where.HUB_SCHOOL,
    Next.ELSEWHERE: Where.MAINSTREAM,
}
"""Where a child probably is on leaving, by what was decided."""


class TalkArrangeForm(PageForm):
    """The day of the talk."""

    submit_label = "Arrange the talk"

    planned_for = DayField(label="Day of the talk")
    day_checked = tick("The talk is meant for that day")

    def layout_fields(self) -> list[Any]:
        """Ask about the day only where it is odd."""
        odd = ["day_checked"] if self.has_error("day_checked") else []
        return ["planned_for", *odd]


class TalkHoldForm(SettingChoice, PageForm):
    """Who took part in the talk, and what was decided."""

    submit_label = "Record the talk"

    held_on = DayField(label="Day of the talk", not_after="today")
    family = tick("The family")
    original_school = tick("The original school")
    hub_school = tick("The hub school")
    coordinator = tick("The nurture hub coordinator")
    absent_because = needed_at_times(
        LineField(
            label="Why was somebody not there?",
            max_length=300,
            required=False,
            help_text="Only where one of them did not take part.",
        )
    )
    decision = forms.ChoiceField(
        label="What follows the place",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what follows the place."},
    )
    views = ParagraphField(
        label="What the family and the schools said",
        max_length=10_000,
        required=False,
    )

    def __init__(self, request: Any, *, place: HubPlace, **options: Any) -> None:
        super().__init__(request, **options)
        self.offer_settings()
        ways = ways_on(from_host=place.from_host)
        self.fields["decision"].choices = [(way.value, way.label) for way in ways]
        if place.from_host:
            del self.fields["original_school"]
        for name in ("setting", "setting_urn"):
            needed_at_times(self.fields[name])

    def layout_fields(self) -> list[Any]:
        """Ask for the school only where the decision does not say which."""
        there = [name for name in PARTIES if name in self.fields]
        return [
            "held_on",
            Fieldset("Who took part", *there, "absent_because"),
            "decision",
            Fieldset(
                "School from then on, where the choice above does not say which",
                "setting",
                "setting_urn",
            ),
            "views",
        ]

    @property
    def answers(self) -> dict[str, Any]:
        """A child of the host school has no other school that could come."""
        return {"original_school": False, **super().answers}


class TalkWithdrawForm(PageForm):
    """Why a talk was an error."""

    submit_label = "Mark as entered in error"

    reason = reason_field()


class StepAddForm(PageForm):
    """A step of the plan: who does what by when."""

    submit_label = "Add the step"

    what = LineField(
        label="What is done",
        max_length=180,
        help_text="For example: two mornings a week in the new class.",
    )
    who = LineField(label="Who does it", max_length=200)
    due_on = DayField(label="By when", subject="Day by which it is done")


class StepDoForm(PageForm):
    """The day on which a step was taken."""

    submit_label = "It is done"

    done_on = DayField(label="Day on which it was done", not_after="today")

    def __init__(self, request: Any, *, record: TransitionStep) -> None:
        super().__init__(request, record=record, initial={"done_on": clock.today()})


class StepDropForm(PageForm):
    """Why a step is not needed."""

    submit_label = "Drop the step"

    reason = LineField(
        label="Why is it not needed any more?",
        max_length=300,
        error_messages={"required": "Write why it is not needed any more."},
    )


class DestinationRecordForm(SettingChoice, PageForm):
    """Where the child is on a day."""

    submit_label = "Record it"

    point = forms.ChoiceField(
        label="When",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose when it was.",
            "invalid_choice": TOLD_ALREADY,
        },
    )
    on = DayField(label="On which day was this so?", subject="Day", not_after="today")
    where = forms.ChoiceField(
        label="Where the child is",
        choices=Where.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where the child is."},
    )
    words = ParagraphField(
        label="How the child is doing", max_length=2000, required=False
    )

    def __init__(self, request: Any, *, place: HubPlace, talk: Talk | None) -> None:
        told = {one.point for one in place.destinations.all()}
        left = [point for point in Point if point not in told]
        super().__init__(request, initial=self._known(request, place, talk, left))
        self.offer_settings((talk and talk.next_setting_id) or 0)
        self.fields["point"].choices = [(one.value, one.label) for one in left]
        for name in ("setting", "setting_urn"):
            needed_at_times(self.fields[name])

    def layout_fields(self) -> list[Any]:
        """Ask for the school only where the answer does not say which."""
        return [
            "point",
            "on",
            "where",
            Fieldset(
                "The school, where the choice above does not say which",
                "setting",
                "setting_urn",
            ),
            "words",
        ]

    @staticmethod
    def _known(
        request: Any, place: HubPlace, talk: Talk | None, left: list[Point]
    ) -> dict[str, Any]:
        """What is likely: the point whose time has come, and what was decided."""
        today = clock.today()
        asked = request.GET.get("point")
        come = [one for one in left if asked_from(one, place.ends_on) <= today]
        point = asked if asked in left else next(iter(come), None)
        known: dict[str, Any] = {"point": point}
        if point == Point.EXIT:
            known["on"] = place.ends_on
        if point == Point.EXIT and talk and talk.decision:
            known["where"] = WHERE_THEN[Next(talk.decision)]
            known["setting"] = talk.next_setting_id
        return known


class DestinationWithdrawForm(TalkWithdrawForm):
    """Why it was an error to say that the child was there."""
