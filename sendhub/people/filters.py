"""How the lists about one child can be narrowed."""

from typing import Any

import django_filters

from sendhub.audit.models import Act
from sendhub.audit.sentences import Kind
from sendhub.core.forms.fields import DayField


class DayFilter(django_filters.Filter):
    """A day in three boxes, checked as on every form."""

    field_class = DayField


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
