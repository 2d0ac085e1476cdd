"""What is asked when children go on with their school."""

from typing import Any

from django import forms

from sendhub.core.forms.fields import DayField
from sendhub.core.forms.page_form import PageForm
from sendhub.schools.models import Setting, SettingLink


class AttendancesMoveForm(PageForm):
    """Where the children go on, and from which day."""

    submit_label = "Write it for all of them"

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

    def __init__(self, request: Any, *, setting: Setting) -> None:
        links = list(SettingLink.objects.after(setting))
        known: dict[str, Any] = {}
        if len(links) == 1:
            (link,) = links
            first = link.successor.opened_on or link.linked_on
            known = {"successor": link.successor_id, "starts_on": first}
        super().__init__(request, initial=known)
        self.follows = bool(links)
        ids = [link.successor_id for link in links]
        followers = Setting.objects.filter(pk__in=ids).for_list()
        self.fields["successor"].queryset = followers
