"""How the lists about one child can be narrowed."""

from typing import Any

import django_filters
from django import forms

from sendhub.audit.models import Act
from sendhub.audit.sentences import Kind
from sendhub.core.forms.fields import DayField
from sendhub.people.rules import words


class DayFilter(django_filters.Filter):
    """A day in three boxes, checked as on every form."""

    field_class = DayField


class ChronologyForm(forms.Form):
    """The days from which and until which the chronology is shown."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", f"The last day must be on or after {words(since)}.")
        return cleaned


class ChronologyFilter(django_filters.FilterSet):
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
