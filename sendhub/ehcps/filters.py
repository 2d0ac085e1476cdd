"""How the lists of requests and plans can be narrowed."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any

import django_filters
from django.db.models import QuerySet

from sendhub.accounts.permissions import Permission
from sendhub.casework.choices import officers, teams
from sendhub.casework.filters import NameFilter, ShortChoiceFilter
from sendhub.casework.models import Case
from sendhub.core import clock, narrowing
from sendhub.core.filters import ListFilter
from sendhub.core.forms.codes import CodeField
from sendhub.core.lists import Sort
from sendhub.ehcps.models import Advice, NeedsAssessment, Plan
from sendhub.ehcps.quality import breaking
from sendhub.ehcps.rules import OPEN, AdviceKind, Begun, Stage
from sendhub.ehcps.rules.sen2 import RETURN_RULES

ENDED_SORTS = {
    "received": Sort("Received", ("received_on", "pk"), indexed=True),
    "child": Sort("Child", ("case__child__sort_name", "pk")),
}
OPEN_SORTS = {
    "limit": Sort("Next limit", ("limit_on", "pk"), indexed=True),
    **ENDED_SORTS,
}
PLAN_SORTS = {
    "child": Sort("Child", ("case__child__sort_name", "pk")),
    "issued": Sort("Issued", ("issued_on", "pk"), backwards=True),
}
ADVICE_SORTS = {
    "due": Sort("Due", ("due_on", "pk"), indexed=True),
    "asked": Sort("Asked", ("asked_on", "pk")),
    "child": Sort("Child", ("assessment__case__child__sort_name", "pk")),
}
QUALITY_SORTS = {
    "child": Sort("Child", ("child__sort_name", "pk")),
    "opened": Sort("Case opened", ("opened_on", "pk")),
}
SOON = timedelta(days=14)


class CodeFilter(django_filters.ModelChoiceFilter):
    """Filter by a national code."""

    field_class = CodeField


class CaseListFilter(ListFilter):
    """What every list of EHC records can be narrowed by."""

    name = NameFilter(method="of_children_named")
    officer = ShortChoiceFilter(
        field_name="case__officer",
        label="Officer",
        queryset=lambda request: officers(Permission.REQUEST_LOG),
        empty_label="Any officer",
        null_label="Nobody yet",
    )
    team = ShortChoiceFilter(
        field_name="case__team",
        label="Team",
        queryset=lambda request: teams(),
        empty_label="Any team",
    )

    def of_children_named(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Children one of whose names is like the words typed."""
        return queryset.of_children_named(value)


class RequestFilter(CaseListFilter):
    """Requests and assessments."""

    stage = django_filters.ChoiceFilter(
        label="Stage",
        method="by_stage",
        choices=[
            ("", "All that are open"),
            ("any", "Any stage"),
            *[choice for choice in Stage.choices if choice[0] != Stage.MISTAKE],
        ],
        empty_label=None,
    )
    overdue = django_filters.ChoiceFilter(
        label="Overdue",
        method="by_lateness",
        choices=[
            ("on", "The council, past its own legal limit"),
            ("advice", "Others, with advice we asked for"),
        ],
        empty_label="Overdue or not",
    )
    begun = django_filters.ChoiceFilter(
        label="What began it", choices=Begun.choices, empty_label="Anything"
    )
    source = CodeFilter(
        code_set="REQUEST_SOURCE", label="Who asked", empty_label="Anybody"
    )

    class Meta:
        model = NeedsAssessment
        fields: list[str] = []

    @property
    def sorts(self) -> Mapping[str, Sort]:
        """How the list may be sorted: by the next limit where all requests have one."""
        return OPEN_SORTS if self.asked_stage in ("", *OPEN) else ENDED_SORTS

    @property
    def asked_stage(self) -> str:
        """The stage asked for; nothing stands for all that are open."""
        return self.form.cleaned_data.get("stage", "")

    def filter_queryset(self, queryset: Any) -> QuerySet:
        if not self.asked_stage:
            queryset = queryset.open()
        return super().filter_queryset(queryset.counted())

    def by_stage(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """One stage; "any" asks for every one."""
        return queryset if value == "any" else queryset.filter(stage=value)

    def by_lateness(self, queryset: Any, name: str, value: str) -> QuerySet:
        """With a limit of the council's that has passed, or advice that is late."""
        if value == "advice":
            return queryset.awaiting_late_advice(on=clock.today())
        return queryset.overdue(on=clock.today())


class PlanFilter(CaseListFilter):
    """Plans."""

    standing = django_filters.ChoiceFilter(
        label="Standing",
        method="by_standing",
        choices=[
            ("", "Live"),
            ("ceased", "Ceased"),
            ("replaced", "Replaced by a newer plan"),
            ("any", "All that were issued"),
        ],
        empty_label=None,
    )
    need = CodeFilter(
        code_set="SEN_TYPE",
        field_name="primary_need",
        label="Primary need",
        empty_label="Any need",
    )
    urn = django_filters.CharFilter(
        label="URN of the setting named", field_name="setting__urn", max_length=6
    )

    class Meta:
        model = Plan
        fields: list[str] = []

    def filter_queryset(self, queryset: Any) -> QuerySet:
        if not self.form.cleaned_data.get("standing"):
            queryset = queryset.live()
        return super().filter_queryset(queryset)

    def by_standing(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Ceased or replaced ones, or all."""
        if value == "any":
            return queryset.issued()
        return queryset.filter(standing=value)


class AdviceFilter(ListFilter):
    """Advice that was asked for."""

    state = django_filters.ChoiceFilter(
        label="Which",
        method="by_state",
        choices=[
            ("", "Outstanding"),
            ("back", "Sent back for more"),
            ("here", "Received"),
            ("year", "Due in the last 12 months"),
            ("any", "All that was asked for"),
        ],
        empty_label=None,
    )
    kind = django_filters.ChoiceFilter(
        label="Service", choices=AdviceKind.choices, empty_label="Every service"
    )
    late = django_filters.ChoiceFilter(
        label="When",
        method="by_lateness",
        choices=[
            ("late", "Late"),
            ("soon", "Due in 14 days"),
            ("on_time", "Received on time"),
            ("came_late", "Received late"),
            ("missing", "Late and not here"),
        ],
        empty_label="At any time",
    )
    name = NameFilter(method="of_children_named")
    officer = ShortChoiceFilter(
        field_name="assessment__case__officer",
        label="Officer",
        queryset=lambda request: officers(Permission.REQUEST_LOG),
        empty_label="Any officer",
        null_label="Nobody yet",
    )
    team = ShortChoiceFilter(
        field_name="assessment__case__team",
        label="Team",
        queryset=lambda request: teams(),
        empty_label="Any team",
    )

    class Meta:
        model = Advice
        fields: list[str] = []

    def filter_queryset(self, queryset: Any) -> QuerySet:
        state = self.form.cleaned_data.get("state")
        queryset = queryset.asked() if state else queryset.outstanding()
        return super().filter_queryset(queryset)

    def by_state(self, queryset: Any, name: str, value: str) -> QuerySet:
        """How far it is; "year" is what the shares on time count."""
        narrowed = {
            "back": queryset.outstanding().received,
            "here": queryset.received,
            "year": lambda: queryset.counted(on=clock.today()),
        }
        return narrowed.get(value, lambda: queryset)()

    def by_lateness(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Against its six weeks."""
        today = clock.today()
        narrowed = {
            "late": lambda: queryset.late(on=today),
            "soon": lambda: queryset.awaited().due_between(today, today + SOON),
            "on_time": queryset.on_time,
            "came_late": lambda: queryset.received().late(on=today),
            "missing": lambda: queryset.awaited().late(on=today),
        }
        return narrowed[value]()

    def of_children_named(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Children one of whose names is like the words typed."""
        return queryset.of_children_named(value)


class QualityFilter(ListFilter):
    """Cases that the next return still lacks something of."""

    rule = django_filters.ChoiceFilter(
        label="What is missing or odd",
        method="by_rule",
        choices=[(r.id, f"{r.title} ({r.id})") for r in RETURN_RULES.values()],
        empty_label="Anything",
    )
    name = NameFilter(method="of_children_named")
    officer = ShortChoiceFilter(
        label="Officer",
        queryset=lambda request: officers(Permission.REQUEST_LOG),
        empty_label="Any officer",
        null_label="Nobody yet",
    )
    team = ShortChoiceFilter(
        label="Team", queryset=lambda request: teams(), empty_label="Any team"
    )

    class Meta:
        model = Case
        fields: list[str] = []

    def filter_queryset(self, queryset: Any) -> QuerySet:
        rule = self.form.cleaned_data.get("rule", "")
        return super().filter_queryset(breaking(queryset, rule, on=clock.today()))

    def by_rule(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Narrowed already: without a rule, it is any of them."""
        return queryset

    def of_children_named(self, queryset: Any, name: str, value: str) -> QuerySet:
        """Children one of whose names is like the words typed."""
        return queryset.of_children_named(value)


def register_lists() -> None:
    """Let the filters of these lists be kept under a name."""
    sees = Permission.EHC_VIEW
    for url_name, title, permission, filters in (
        ("ehcps:request-list", "Requests and assessments", sees, RequestFilter),
        ("ehcps:plan-list", "EHC plans", sees, PlanFilter),
        ("ehcps:advice-list", "Advice outstanding", sees, AdviceFilter),
        ("ehcps:quality-list", "Data quality", Permission.QUALITY_VIEW, QualityFilter),
    ):
        narrowing.register(
            url_name=url_name,
            title=title,
            permission=permission,
            asks=partial(getattr, filters, "base_filters"),
            names_of_children=frozenset({"name"}),
        )
