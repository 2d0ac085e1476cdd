"""How the board and the lists of places and referrals can be narrowed."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

import django_filters
from django.db.models import QuerySet

from sendhub.accounts.access import Request
from sendhub.accounts.permissions import Permission
from sendhub.casework.choices import officers
from sendhub.casework.filters import NameFilter, ShortChoiceFilter
from sendhub.core import clock, narrowing
from sendhub.core.filters import ListFilter
from sendhub.core.forms.fields import LineField
from sendhub.core.lists import Sort
from sendhub.ehcps.filters import CaseListFilter
from sendhub.nurture_hubs import rules
from sendhub.nurture_hubs.models import Hub, HubPlace, Referral
from sendhub.nurture_hubs.rules import Need, Phase, PlaceState, Standing
from sendhub.nurture_hubs.rules.referrals import LONG_WAIT
from sendhub.people.filters import DAY_BOXES, DayFilter

SORTS: Mapping[str, Sort] = {
    "ends": Sort("Last day", ("ends_on", "pk"), backwards=True),
    "starts": Sort("First day", ("starts_on", "pk")),
    "child": Sort("Child", ("child__sort_name", "pk")),
}
NEAR = timedelta(days=92)


def hubs_in_sight(request: Request | None) -> QuerySet:
    """The hubs that somebody may choose from."""
    if request is None:
        return Hub.objects.none()
    return Hub.objects.visible_to(request.user, on=clock.today()).in_order()


def years(asked: str) -> list[tuple[str, str]]:
    """The school years from the first hubs to the next, and the one asked for.

    The board can be turned to any: its numbers lead here.
    """
    newest = rules.school_year(clock.today()) + 1
    offered = {*range(rules.FIRST_YEAR + 1, newest + 1), rules.year_read(asked)}
    known = sorted((year for year in offered if year), reverse=True)
    return [(str(year), rules.year_words(year)) for year in known]


class BoardFilter(ListFilter):
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


class PlaceFilter(ListFilter):
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
        label="School year", method="by_year", empty_label="Any year"
    )
    day = DayFilter(label="There on this day", method="by_day")
    name = NameFilter(method="of_children_named")

    class Meta:
        model = HubPlace
        fields: list[str] = []

    def __init__(self, data: Any, **options: Any) -> None:
        super().__init__(data, **options)
        self.filters["year"].extra["choices"] = years(data.get("year", ""))

    @property
    def asks_of_children(self) -> bool:
        """Whether it asks what only those who may open a child may know.

        The board counts every place by hub and day; it tells no more of a place.
        """
        given = self.form.cleaned_data
        back = given.get("state") == PlaceState.BACK
        return bool(given.get("name") or given.get("origin") or back)

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


REFERRAL_SORTS = {
    "received": Sort("Received", ("received_on", "pk")),
    "child": Sort("Child", ("case__child__sort_name", "pk")),
    "need": Sort("Need", ("need", "received_on", "pk")),
}


class SchoolFilter(django_filters.Filter):
    """A school's name or number: a line of text, checked as on every form."""

    field_class = LineField


class ReferralFilter(CaseListFilter):
    """Referrals to the hubs."""

    standing = django_filters.ChoiceFilter(
        label="Which",
        method="by_standing",
        choices=[
            ("", "All that ask for a place"),
            *Standing.choices,
            ("any", "All but mistakes"),
        ],
        empty_label=None,
    )
    hub = ShortChoiceFilter(
        label="Agreed for hub",
        method="by_hub",
        queryset=hubs_in_sight,
        empty_label="Any hub or none",
    )
    need = django_filters.ChoiceFilter(
        label="Need", choices=Need.choices, empty_label="Any"
    )
    school = SchoolFilter(label="School", method="by_school", max_length=100)
    wait = django_filters.ChoiceFilter(
        label="Wait",
        method="by_wait",
        choices=[("long", f"{LONG_WAIT} weeks or longer: our own mark, about a term")],
        empty_label="However long",
    )
    officer = ShortChoiceFilter(
        field_name="case__officer",
        label="Officer",
        queryset=lambda request: officers(Permission.PLACE_ALLOCATE),
        empty_label="Any officer",
        null_label="Nobody yet",
    )

    class Meta:
        model = Referral
        fields: list[str] = []

    @property
    def sorts(self) -> Mapping[str, Sort]:
        """How the list may be sorted: by the wait where all of them wait."""
        if self.form.cleaned_data.get("standing") != Standing.WAITING:
            return REFERRAL_SORTS
        return {**REFERRAL_SORTS, "waits": Sort("Waits since", ("waits_since", "pk"))}

    def filter_queryset(self, queryset: Any) -> QuerySet:
        if not self.form.cleaned_data.get("standing"):
            queryset = queryset.open()
        return super().filter_queryset(queryset)

    def by_standing(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Where it stands; a mistake is listed only where it is asked for."""
        return queryset.counted() if value == "any" else queryset.filter(standing=value)

    def by_hub(self, queryset: Any, name: str, value: Hub) -> QuerySet:
        """For which coordinator or hub school agreed to a hub."""
        return queryset.answered_for(value.pk)

    def by_school(self, queryset: Any, name: str, value: str) -> QuerySet:
        """From a school whose name is like the words typed."""
        return queryset.from_schools(value)

    def by_wait(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Which have asked for a place for about a term."""
        weeks = timedelta(weeks=LONG_WAIT)
        return queryset.open().received_by(clock.today() - weeks)


def register_lists() -> None:
    """Let the filters of the lists be kept under a name."""
    days = {f"day_{box}" for box in DAY_BOXES}
    names = {*PlaceFilter.base_filters, *days} - {"day"}
    narrowing.register(
        url_name="nurture_hubs:place-list",
        title="Places in nurture hubs",
        permission=Permission.HUB_VIEW,
        asks=lambda: names,
        names_of_children=frozenset({"name"}),
    )
    narrowing.register(
        url_name="nurture_hubs:referral-list",
        title="Hub referrals",
        permission=Permission.HUB_VIEW,
        asks=partial(getattr, ReferralFilter, "base_filters"),
        names_of_children=frozenset({"name"}),
    )
