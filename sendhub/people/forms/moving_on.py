"""What is asked when children go on from a school that closed."""

from datetime import date
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from sendhub.core import clock
from sendhub.core.forms.fields import DayField, needed_at_times
from sendhub.core.forms.page_form import PageForm
from sendhub.people.actions.moving_on import NOBODY
from sendhub.people.forms.fields import SettingChoice
from sendhub.people.models import Attendance
from sendhub.schools.models import Setting, SettingLink
from sendhub.statutory.words import date_words

LEFT = "Of those you ticked, somebody is not there any more. Look at the list again."
CHOICE = ("setting", "setting_urn")


class ChildrenField(forms.ModelMultipleChoiceField):
    """Children's times at a setting, each to be ticked."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, attendance: Attendance) -> str:
        child = attendance.child
        born, since = date_words(child.born_on), date_words(attendance.starts_on)
        return f"{child.known_as}, born {born}, there since {since}"


class AttendancesMoveForm(SettingChoice, PageForm):
    """Who goes on where, and from which day.

    Where the register says what follows the setting, one of those is chosen; where it
    says nothing, any other that is open.
    """

    submit_label = "Write it for those ticked"
    field_order = ("successor", *CHOICE, "starts_on", "children")

    successor = forms.ModelChoiceField(
        label="Where they go on",
        queryset=Setting.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Choose where they go on."},
    )
    starts_on = DayField(
        label="First day there", help_text="The day on which it opened, as a rule."
    )
    children = ChildrenField(
        label="Who goes on",
        queryset=Attendance.objects.none(),
        help_text="Take the tick from those who go elsewhere.",
        error_messages={
            "required": "Tick the children who go on.",
            "invalid_choice": LEFT,
            "invalid_pk_value": LEFT,
        },
    )

    def __init__(self, request: Any, *, setting: Setting) -> None:
        links = list(SettingLink.objects.after(setting))
        known: dict[str, Any] = {}
        if len(links) == 1:
            (link,) = links
            first = link.successor.opened_on or link.linked_on
            known = {"successor": link.successor_id, "starts_on": first}
        there = _there(request.user, setting, first_day=known.get("starts_on"))
        known["children"] = [one.pk for one in there]
        super().__init__(request, initial=known)
        self.follows = bool(links)
        self._ask_where([link.successor_id for link in links])
        self.fields["children"].queryset = there
        if not known["children"]:
            self.fields["children"].error_messages["required"] = NOBODY

    def _ask_where(self, followers: list[int]) -> None:
        if followers:
            found = Setting.objects.filter(pk__in=followers)
            self.fields["successor"].queryset = found.for_list()
            for name in CHOICE:
                del self.fields[name]
            return
        del self.fields["successor"]
        self.offer_settings()
        for name in CHOICE:
            needed_at_times(self.fields[name])

    def layout_fields(self) -> list[Any]:
        where = "successor" if self.follows else Fieldset("Where they go on", *CHOICE)
        return [where, "starts_on", "children"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.follows:
            self.need_setting(cleaned)
        return cleaned

    @property
    def answers(self) -> dict[str, Any]:
        """The setting chosen freely is where they go on, too."""
        told = super().answers
        if not self.follows:
            told["successor"] = told.pop("setting")
        return told


def _there(user: Any, setting: Setting, *, first_day: date | None) -> Any:
    """Who may be moved: those at the setting that this person sees."""
    today = clock.today()
    on = min(first_day or today, today)
    found = Attendance.objects.visible_to(user).at(setting).to_move(on=on, until=today)
    return found.select_related("child").order_by("child__sort_name", "pk")
