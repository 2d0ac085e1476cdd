"""What a work list may be narrowed to; all of it lives in the URL."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import django_filters
from django import forms

from sendhub.accounts.access import Request
from sendhub.accounts.models import Team
from sendhub.accounts.permissions import Permission
from sendhub.casework import services
from sendhub.casework.choices import ShortChoiceField, officers_with_work, teams
from sendhub.casework.models import Case, Cover, Deadline, Handover, Task
from sendhub.casework.querysets import CaseQuerySet, DeadlineQuerySet, TaskQuerySet
from sendhub.casework.rules import (
    NEW,
    Became,
    Lateness,
    Whose,
    WorkKind,
    first_pile,
    lateness_of,
    monday_of,
)
from sendhub.core import clock, narrowing
from sendhub.core.filters import ListFilter
from sendhub.core.forms.fields import LineField, name_choices
from sendhub.people.querysets import ChildScopedQuerySet

# In a pile of one officer there is no other officer to choose, and so on.
NOT_OFFERED = {
    Whose.MINE: ("officer", "team"),
    Whose.NEW: ("officer", "team"),
    Whose.COVER: ("team",),
    Whose.TEAM: ("team",),
    Whose.UNASSIGNED: ("officer",),
    Whose.EVERYONE: (),
}


YEARS = range(2000, 2200)
LONGEST_NAME = 100


class NameFilter(django_filters.Filter):
    """A child's name: a line of text, checked as on every form."""

    field_class = LineField

    def __init__(self, *, method: str) -> None:
        super().__init__(method=method, label="Child’s name", max_length=LONGEST_NAME)


class ShortChoiceFilter(django_filters.ModelChoiceFilter):
    """A person or a team out of a short list; with `null_label`, also nobody."""

    field_class = ShortChoiceField


Work = tuple[DeadlineQuerySet, TaskQuerySet, CaseQuerySet]


class WorkFilter(ListFilter):
    """The filters of the work list: deadlines, tasks, notes to see, missing facts."""

    child = NameFilter(method="of_children_named")
    kind = django_filters.ChoiceFilter(
        method="of_kind",
        choices=WorkKind.choices,
        label="Kind",
        empty_label="Every kind",
    )
    rule = django_filters.ChoiceFilter(
        choices=services.kinds_of_deadline,
        label="What is due",
        empty_label="Everything",
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

    def __init__(self, request: Request, *, on: date, now: datetime) -> None:
        self.on = on
        self.whose = pile_asked_for(request)
        self.facts = services.facts_asked_for()
        user = request.user
        covers = Cover.objects.in_force(on=on).covered_by(user).for_list()
        self.covers = list(covers.order_by("officer__name", "pk"))
        self.pile: dict[str, Any] = {
            "user": user,
            "now": now,
            "covered": [cover.officer_id for cover in self.covers],
        }
        self.deadlines_seen = Deadline.objects.open().visible_to(user)
        self.tasks_seen = Task.objects.open().visible_to(user)
        self.cases_seen = Case.objects.visible_to(user).open_to(user)
        self.week = week_asked_for(request)
        deadlines, self.tasks, self.lacking = self._pile(self.whose)
        if self.week:
            deadlines = deadlines.of_week(self.week)
            self.tasks = self.tasks.of_week(self.week)
            self.lacking = self.lacking.none()  # a fact is asked for in no one week
        super().__init__(request.GET, queryset=deadlines, request=request)
        for name in NOT_OFFERED[self.whose]:
            del self.filters[name]
        if "officer" in self.filters:
            self.filters["officer"].queryset = officers_with_work(first_of=user.team_id)
        if "team" in self.filters:
            self.filters["team"].queryset = teams()

    def _pile(self, whose: Whose) -> Work:
        return (
            self.deadlines_seen.whose(whose, **self.pile),
            self.tasks_seen.whose(whose, **self.pile),
            self._lacking(self.cases_seen.whose(whose, **self.pile)),
        )

    @property
    def covered_work(self) -> Work:
        """The whole work of the colleagues whom this person covers."""
        return self._pile(Whose.COVER)

    @property
    def asked(self) -> dict[str, Any]:
        """What the work is narrowed to besides the pile."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def narrows(self) -> bool:
        """Whether anything besides the pile is asked for."""
        return bool(self.asked or self.week) if self.form.is_valid() else True

    def work(self, *, but: Collection[str] = ()) -> Work:
        """What all filters leave, or all but some: numbers beside the list count it."""
        deadlines: Any = self.queryset
        tasks: Any = self.tasks
        lacking: Any = self.lacking
        if self.errors:
            return deadlines.none(), tasks.none(), lacking.none()
        for name, value in self.asked.items():
            if name not in but:
                deadlines = self.filters[name].filter(deadlines, value)
                tasks = self._of_tasks(tasks, name, value)
                lacking = self._of_lacking(lacking, name, value)
        return deadlines, tasks, lacking

    def _of_tasks(self, tasks: TaskQuerySet, name: str, value: Any) -> TaskQuerySet:
        if name == "rule":
            return tasks.none()
        if name == "officer":
            return tasks.of_officer(value)
        if name == "team":
            return tasks.of_team(value.pk)
        if name == "kind":
            return tasks.of_kind(WorkKind(value))
        return self.filters[name].filter(tasks, value)

    def _of_lacking(self, cases: CaseQuerySet, name: str, value: Any) -> CaseQuerySet:
        if name == "late":
            return cases if value == self.facts_late else cases.none()
        if name == "kind":
            return cases if value == WorkKind.FACT else cases.none()
        if name == "rule":
            return cases.none()
        return self.filters[name].filter(cases, value)

    def _lacking(self, cases: CaseQuerySet) -> CaseQuerySet:
        if self.facts is None:
            return cases.none()
        missing = self.facts.missing(cases, self.on)
        return missing.wanted_by(self.facts.wanted_on(self.on))

    @property
    def facts_late(self) -> Lateness:
        """How much time is left for what the next return needs, of all cases alike."""
        wanted_on = self.facts.wanted_on(self.on) if self.facts else self.on
        return lateness_of(wanted_on, on=self.on)

    def of_children_named(
        self, queryset: ChildScopedQuerySet, name: str, value: str
    ) -> ChildScopedQuerySet:
        return queryset.of_children_named(value)

    def of_kind(
        self, queryset: DeadlineQuerySet, name: str, value: str
    ) -> DeadlineQuerySet:
        return queryset if value == WorkKind.DEADLINE else queryset.none()

    def by_lateness(
        self, queryset: DeadlineQuerySet, name: str, value: str
    ) -> DeadlineQuerySet:
        return queryset.by_lateness(Lateness(value), on=self.on)


class TeamForm(forms.Form):
    """Whose board is shown: one's own team's unless another is asked for."""

    fields: dict[str, Any]

    team = ShortChoiceField(
        queryset=None, required=False, label="Team", empty_label="Every team"
    )

    def __init__(self, request: Request) -> None:
        own = request.user.team_id
        asked = "team" in request.GET
        super().__init__(request.GET if asked else {"team": own or ""})
        self.fields["team"].queryset = teams()
        name_choices(self.fields.values())

    @property
    def chosen(self) -> Team | None:
        """The team that is shown; none for all of them."""
        chosen = self.cleaned_data.get("team") if self.is_valid() else None
        return chosen if isinstance(chosen, Team) else None


class FellDueFilter(ListFilter):
    """The deadlines of one week: the last one that is over, unless another is asked."""

    became = django_filters.ChoiceFilter(
        method="that_became",
        choices=Became.choices,
        label="What became of it",
        empty_label="Anything",
    )
    team = ShortChoiceFilter(
        label="Team", queryset=lambda request: teams(), empty_label="Every team"
    )

    class Meta:
        model = Deadline
        fields: list[str] = []

    def __init__(self, request: Request, *, on: date) -> None:
        self.week = week_asked_for(request) or monday_of(on) - timedelta(weeks=1)
        seen = Deadline.objects.visible_to(request.user).limits().of_week(self.week)
        super().__init__(request.GET, queryset=seen, request=request)

    def that_became(
        self, queryset: DeadlineQuerySet, name: str, value: str
    ) -> DeadlineQuerySet:
        return queryset.that_became(Became(value))


class HandoverFilter(ListFilter):
    """Handovers that nobody has read yet."""

    officer = ShortChoiceFilter(
        field_name="given_to", label="Officer", empty_label="Every officer"
    )
    team = ShortChoiceFilter(
        field_name="case__team",
        label="Team",
        queryset=lambda request: teams(),
        empty_label="Every team",
    )

    class Meta:
        model = Handover
        fields: list[str] = []

    def __init__(self, request: Request) -> None:
        seen = Handover.objects.standing().visible_to(request.user)
        super().__init__(request.GET, queryset=seen, request=request)
        near = request.user.team_id
        self.filters["officer"].queryset = officers_with_work(first_of=near)


class CaseFilter(ListFilter):
    """The filters of the list of cases."""

    child = NameFilter(method="of_children_named")
    officer = ShortChoiceFilter(
        label="Officer",
        empty_label="Every officer",
        null_label="Nobody yet",
        null_value="nobody",
    )
    team = ShortChoiceFilter(label="Team", empty_label="Every team")
    service = django_filters.ChoiceFilter(
        choices=services.choices, label="Service", empty_label="Every service"
    )
    given = django_filters.ChoiceFilter(
        method="new_ones",
        choices=[("new", "In the last week")],
        label="Given",
        empty_label="At any time",
    )

    class Meta:
        model = Case
        fields: list[str] = []

    def __init__(self, request: Request, *, on: date) -> None:
        self.on = on
        user = request.user
        seen = Case.objects.open().visible_to(user).open_to(user)
        super().__init__(request.GET, queryset=seen, request=request)
        near = user.team_id
        self.filters["officer"].queryset = officers_with_work(first_of=near)
        self.filters["team"].queryset = teams()

    @property
    def asked_for(self) -> list[tuple[str, str]]:
        """The filters as they stand in the address."""
        return [(name, self.data[name]) for name in self.filters if self.data.get(name)]

    def of_children_named(
        self, queryset: CaseQuerySet, name: str, value: str
    ) -> CaseQuerySet:
        return queryset.of_children_named(value)

    def new_ones(self, queryset: CaseQuerySet, name: str, value: str) -> CaseQuerySet:
        return queryset.new_since(clock.now() - NEW)


def week_asked_for(request: Request) -> date | None:
    """Read the Monday of the week that the URL asks for, if it does."""
    try:
        asked = date.fromisoformat(request.GET.get("week", ""))
    except ValueError:
        return None
    return monday_of(asked) if asked.year in YEARS else None


def pile_asked_for(request: Request) -> Whose:
    """Read whose work the URL asks for; where it does not say, where one's work is."""
    asked, user = request.GET.get("whose", ""), request.user
    if asked in Whose.values:
        return Whose(asked)
    if not user.may(Permission.CASE_ASSIGN):
        return Whose.MINE
    cases = Case.objects.open()
    return first_pile(
        carries_cases=cases.of_officer(user).exists(),
        team_has=cases.filter(team=user.team_id, team__isnull=False).exists(),
    )


def register_lists() -> None:
    """Let the filters of these lists be kept under a name."""
    for url_name, title, permission, asks in (
        ("work-list", "My work", Permission.WORK_VIEW, {"whose"} | _asks(WorkFilter)),
        ("case-list", "Cases", Permission.WORK_VIEW, _asks(CaseFilter)),
        ("deadline-list", "What fell due", Permission.BOARD_VIEW, _asks(FellDueFilter)),
        (
            "handover-list",
            "Handovers not read yet",
            Permission.BOARD_VIEW,
            _asks(HandoverFilter),
        ),
    ):
        narrowing.register(
            url_name=f"casework:{url_name}",
            title=title,
            permission=permission,
            asks=partial(set, asks),
            names_of_children=frozenset({"child"}),
        )


def _asks(filters: type[ListFilter]) -> set[str]:
    return set(filters.base_filters)
