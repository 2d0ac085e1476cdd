"""How the list of settings can be narrowed and sorted."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from sendhub.core.filters import ListFilter
from sendhub.core.lists import Sort
from sendhub.core.models import Partnership
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category, Status

SORTS = {
    "name": Sort("Name", ("name", "pk")),
    "town": Sort("Town", ("town", "name", "pk")),
    "urn": Sort("URN", ("urn", "pk")),
}


class SettingFilter(ListFilter):
    """Schools, colleges and other settings: the county's open ones, unless asked."""

    words = django_filters.CharFilter(
        label="Name, town, URN or LAESTAB", method="by_words", max_length=200
    )
    category = django_filters.ChoiceFilter(
        label="Kind", choices=Category.choices, empty_label="Any kind"
    )
    where = django_filters.ChoiceFilter(
        label="Where",
        method="by_place",
        choices=[("", "In the county"), ("out", "Elsewhere"), ("any", "Anywhere")],
        empty_label=None,
    )
    status = django_filters.ChoiceFilter(
        label="Status",
        method="by_status",
        choices=[("", "Open now"), ("any", "Open or not"), *Status.choices],
        empty_label=None,
    )
    phase = django_filters.ChoiceFilter(
        label="Phase",
        choices=[
            (phase, phase)
            for phase in (
                "Nursery",
                "Primary",
                "Middle deemed primary",
                "Middle deemed secondary",
                "Secondary",
                "16 plus",
                "All-through",
                "Not applicable",
            )
        ],
        empty_label="Any phase",
    )

    class Meta:
        model = Setting
        fields: list[str] = []

    def filter_queryset(self, queryset: Any) -> QuerySet:
        if not self.form.cleaned_data.get("where"):
            queryset = self.by_place(queryset, "where", "in")
        if not self.form.cleaned_data.get("status"):
            queryset = queryset.open()
        return super().filter_queryset(queryset)

    def by_words(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Every word somewhere in the name, the town or a number."""
        return queryset.matching(value)

    def by_place(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Inside the county, or elsewhere."""
        if value == "any":
            return queryset
        home = Partnership.objects.filter(pk=1).values("authority_code")
        return queryset.in_county(home) if value == "in" else queryset.elsewhere(home)

    def by_status(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """One status; "any" asks for all."""
        return queryset if value == "any" else queryset.filter(status=value)
