"""How the lists of this app can be narrowed."""

from typing import Any

import django_filters
from django import forms

from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Act
from sendhub.audit.sentences import Kind
from sendhub.core import narrowing
from sendhub.core.filters import ListFilter
from sendhub.core.forms.fields import DayField
from sendhub.people.models import AccessGrant
from sendhub.statutory.words import date_words

DAY_BOXES = ("day", "month", "year")


class DayFilter(django_filters.Filter):
    """A day in three boxes, checked as on every form."""

    field_class = DayField


class ChronologyForm(forms.Form):
    """The days from which and until which the chronology is shown."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error(
                "until", f"The last day must be on or after {date_words(since)}."
            )
        return cleaned


class ChronologyFilter(ListFilter):
    """What happened to a child, by service, kind and days (PPL-6)."""

    service = django_filters.ChoiceFilter(
        label="Service", method="of_service", empty_label="Every service"
    )
    kind = django_filters.ChoiceFilter(
        label="Kind", method="of_kind", choices=Kind.choices, empty_label="Every kind"
    )
    since = DayFilter(label="From", field_name="happened_on", lookup_expr="gte")
    until = DayFilter(label="Until", field_name="happened_on", lookup_expr="lte")

    class Meta:
        model = Act
        fields: list[str] = []
        form = ChronologyForm

    def __init__(
        self, *args: Any, services: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.filters["service"].extra["choices"] = services

    def of_service(self, queryset: Any, name: str, value: str) -> Any:
        """Acts that one service's app recorded."""
        return queryset.of_app(value)

    def of_kind(self, queryset: Any, name: str, value: str) -> Any:
        """Decisions, notes, documents, and so on."""
        return queryset.of_kind(value)


class GlassFilter(ListFilter):
    """Who broke the glass, by whether somebody reviewed it, person and days."""

    state = django_filters.ChoiceFilter(
        label="Reviewed",
        method="by_state",
        choices=[("", "Not yet"), ("reviewed", "Reviewed"), ("all", "All")],
        empty_label=None,
    )
    who = django_filters.CharFilter(
        label="Who", field_name="user__name", lookup_expr="icontains", max_length=100
    )
    since = DayFilter(label="From", field_name="starts_at", lookup_expr="date__gte")
    until = DayFilter(label="Until", field_name="starts_at", lookup_expr="date__lte")

    class Meta:
        model = AccessGrant
        fields: list[str] = []

    def filter_queryset(self, queryset: Any) -> Any:
        if not self.form.cleaned_data.get("state"):
            queryset = queryset.unreviewed()
        return super().filter_queryset(queryset)

    def by_state(self, queryset: Any, name: str, value: str) -> Any:
        """Those that somebody reviewed, or every one."""
        if value == "all":
            return queryset
        return queryset.filter(reviewed_at__isnull=False)


def register_lists() -> None:
    """Let the filters of these lists be kept under a name."""
    days = {f"{day}_{box}" for day in ("since", "until") for box in DAY_BOXES}
    narrowing.register(
        url_name="people:glass-list",
        title="Who broke the glass",
        permission=Permission.GLASS_REVIEW,
        asks=lambda: {"state", "who", *days},
    )
