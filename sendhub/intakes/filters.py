"""How the list of notices and referrals can be narrowed."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import django_filters
from django.db.models import QuerySet

from sendhub.accounts.permissions import Permission
from sendhub.core import clock, narrowing
from sendhub.core.lists import Sort
from sendhub.ehcps.filters import CaseListFilter
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind, Outcome

SORTS: Mapping[str, Sort] = {
    "received": Sort("Received", ("received_on", "pk")),
    "child": Sort("Child", ("case__child__sort_name", "pk")),
}


class IntakeFilter(CaseListFilter):
    """Notices and referrals."""

    outcome = django_filters.ChoiceFilter(
        label="Which",
        method="by_outcome",
        choices=[
            ("", "In hand"),
            ("unanswered", "In hand, no letter sent yet"),
            *[choice for choice in Outcome.choices if choice[0]],
            ("any", "All but mistakes"),
        ],
        empty_label=None,
    )
    kind = django_filters.ChoiceFilter(
        label="What reached us", choices=Kind.choices, empty_label="Anything"
    )
    overdue = django_filters.ChoiceFilter(
        label="When",
        method="by_lateness",
        choices=[("on", "Overdue")],
        empty_label="Overdue or not",
    )

    class Meta:
        model = Intake
        fields: list[str] = []

    def filter_queryset(self, queryset: Any) -> QuerySet:
        if not self.form.cleaned_data.get("outcome"):
            queryset = queryset.open()
        return super().filter_queryset(queryset)

    def by_outcome(self, queryset: Any, name: str, value: str) -> QuerySet:
        """What became of it; a mistake is listed only where it is asked for."""
        if value == "any":
            return queryset.counted()
        if value == "unanswered":
            return queryset.unanswered()
        return queryset.filter(outcome=value)

    def by_lateness(self, queryset: Any, name: str, value: str) -> QuerySet:
        """With a limit that has passed."""
        return queryset.overdue(on=clock.today())


def register_list() -> None:
    """Let the filters of the list be kept under a name."""
    narrowing.register(
        url_name="intakes:intake-list",
        title="Notices and referrals",
        permission=Permission.EHC_VIEW,
        asks=partial(getattr, IntakeFilter, "base_filters"),
        names_of_children=frozenset({"name"}),
    )
