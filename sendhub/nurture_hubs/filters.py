"""How the board and the list of places can be narrowed."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import django_filters
from django.db.models import QuerySet

from sendhub.accounts.access import Request
from sendhub.accounts.permissions import Permission
from sendhub.casework.filters import NameFilter, ShortChoiceFilter
from sendhub.core import clock, narrowing
from sendhub.core.lists import Sort
from sendhub.nurture_hubs import rules
from sendhub.nurture_hubs.models import Hub, HubPlace
from sendhub.nurture_hubs.rules import Phase, PlaceState
from sendhub.people.filters import DAY_BOXES, DayFilter

SORTS: Mapping[str, Sort] = {
    "ends": Sort("Last day", ("ends_on", "pk")),
    "starts": Sort("First day", ("starts_on", "pk")),
    "child": Sort("Child", ("child__sort_name", "pk")),
}
NEAR = timedelta(days=92)


def hubs_in_sight(request: Request | None) -> QuerySet:
    """The hubs that somebody may choose from."""
    if request is None:
        return Hub.objects.none()
    return Hub.objects.visible_to(request.user, on=clock.today()).in_order()


def years() -> list[tuple[str, str]]:
    """The school years from the first hubs to the next."""
    newest = rules.school_year(clock.today()) + 1
    return [
        (str(year), rules.year_words(year))
        for year in range(newest, rules.FIRST_YEAR, -1)
    ]


class BoardFilter(django_filters.FilterSet):
    """Hubs on the board."""

    hub = ShortChoiceFilter(
        label="Hub",
        method="by_hub",
        queryset=hubs_in_sight,
        empty_label="Every hub",
    )
    phase = django_filters.ChoiceFilter(
        label="Phase", choices=Phase.choices, empty_label="Every phase"
    )

    class Meta:
        model = Hub
        fields: list[str] = []

    def by_hub(self, queryset: QuerySet, name: str, value: Hub) -> QuerySet:
        """One hub."""
        return queryset.filter(pk=value.pk)


class PlaceFilter(django_filters.FilterSet):
    """Places in the hubs."""

    state = django_filters.ChoiceFilter(
        label="Which",
        method="by_state",
        choices=[
            ("", "All that stand"),
            ("near", "End in the next three months"),
            *PlaceState.choices,
        ],
        empty_label=None,
    )
    hub = ShortChoiceFilter(label="Hub", queryset=hubs_in_sight, empty_label="Any hub")
    origin = django_filters.ChoiceFilter(
        label="Comes from",
        field_name="from_host",
        choices=[("True", "A host school"), ("False", "Another school")],
        empty_label="Any school",
    )
    year = django_filters.ChoiceFilter(
        label="School year", method="by_year", choices=years, empty_label="Any year"
    )
    day = DayFilter(label="There on this day", method="by_day")
    name = NameFilter(method="of_children_named")

    class Meta:
        model = HubPlace
        fields: list[str] = []

    def filter_queryset(self, queryset: Any) -> QuerySet:
        if self.form.cleaned_data.get("state") != PlaceState.BACK:
            queryset = queryset.standing()
        return super().filter_queryset(queryset)

    def by_state(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Where a place stands today; "near" ends within three months."""
        today = clock.today()
        if value == "near":
            return queryset.ending(today, today + NEAR)
        return queryset.in_state(value, on=today)

    def by_year(self, queryset: Any, name: str, value: str) -> QuerySet:
        """With a day in a school year."""
        return queryset.during(*rules.year_bounds(int(value)))

    def by_day(self, queryset: Any, name: str, value: date) -> QuerySet:
        """There on one day."""
        return queryset.during(value, value)

    def of_children_named(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Children one of whose names is like the words typed."""
        return queryset.of_children_named(value)


def register_list() -> None:
    """Let the filters of the list be kept under a name."""
    days = {f"day_{box}" for box in DAY_BOXES}
    names = {*PlaceFilter.base_filters, *days} - {"day"}
    narrowing.register(
        url_name="nurture_hubs:place-list",
        title="Places in nurture hubs",
        permission=Permission.HUB_VIEW,
        asks=lambda: names,
        names_of_children=frozenset({"name"}),
    )
