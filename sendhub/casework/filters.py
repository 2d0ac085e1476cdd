"""What a work list may be narrowed to; all of it lives in the URL."""

from datetime import date
from typing import Any

import django_filters

from sendhub.accounts.access import Request
from sendhub.accounts.permissions import Permission
from sendhub.casework.choices import ShortChoiceField, officers, teams
from sendhub.casework.models import Case, Deadline
from sendhub.casework.querysets import DeadlineQuerySet
from sendhub.casework.rules import Lateness, Whose, first_pile
from sendhub.casework.services import kinds_of_deadline
from sendhub.core.forms.fields import LineField

# In a pile of one officer there is no other officer to choose, and so on.
NOT_OFFERED = {
    Whose.MINE: ("officer", "team"),
    Whose.TEAM: ("team",),
    Whose.UNASSIGNED: ("officer",),
    Whose.EVERYONE: (),
}


LONGEST_NAME = 100


class NameFilter(django_filters.Filter):
    """A child's name: a line of text, checked as on every form."""

    field_class = LineField

    def __init__(self, *, method: str) -> None:
        super().__init__(method=method, label="Child’s name", max_length=LONGEST_NAME)


class ShortChoiceFilter(django_filters.ModelChoiceFilter):
    """A person or a team out of a short list; with `null_label`, also nobody."""

    field_class = ShortChoiceField


class DeadlineFilter(django_filters.FilterSet):
    """The filters of the work list."""

    child = NameFilter(method="of_children_named")
    rule = django_filters.ChoiceFilter(
        choices=kinds_of_deadline, label="What is due", empty_label="Everything"
    )
    late = django_filters.ChoiceFilter(
        method="by_lateness",
        choices=Lateness.choices,
        label="When",
        empty_label="At any time",
    )
    officer = ShortChoiceFilter(label="Officer", empty_label="Every officer")
    team = ShortChoiceFilter(label="Team", empty_label="Every team")

    class Meta:
        model = Deadline
        fields: list[str] = []

    def __init__(
        self, request: Request, queryset: DeadlineQuerySet, *, on: date
    ) -> None:
        self.on = on
        self.whose = pile_asked_for(request)
        super().__init__(
            request.GET,
            queryset=queryset.whose(self.whose, request.user),
            request=request,
        )
        for name in NOT_OFFERED[self.whose]:
            del self.filters[name]
        if "officer" in self.filters:
            self.filters["officer"].queryset = officers(
                Permission.WORK_VIEW, first_of=request.user.team_id
            )
        if "team" in self.filters:
            self.filters["team"].queryset = teams()

    @property
    def narrows(self) -> bool:
        """Whether anything besides the pile is asked for."""
        return any(self.form.cleaned_data.values()) if self.form.is_valid() else True

    def of_children_named(
        self, queryset: DeadlineQuerySet, name: str, value: str
    ) -> DeadlineQuerySet:
        return queryset.of_children_named(value)

    def by_lateness(
        self, queryset: DeadlineQuerySet, name: str, value: str
    ) -> DeadlineQuerySet:
        return queryset.by_lateness(Lateness(value), on=self.on)

    def without_lateness(self) -> DeadlineQuerySet:
        """What the other filters leave: the numbers above the list count this."""
        found: Any = self.queryset
        for name, value in self.form.cleaned_data.items():
            if name != "late":
                found = self.filters[name].filter(found, value)
        return found


def pile_asked_for(request: Request) -> Whose:
    """Read whose work the URL asks for; where it does not say, where one's work is."""
    asked, user = request.GET.get("whose", ""), request.user
    if asked in Whose.values:
        return Whose(asked)
    gives_work_out = user.may(Permission.CASE_ASSIGN)
    return first_pile(
        gives_work_out=gives_work_out,
        carries_cases=gives_work_out and Case.objects.open().of_officer(user).exists(),
        in_team=user.team_id is not None,
    )
