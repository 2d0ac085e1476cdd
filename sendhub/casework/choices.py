"""Choosing an officer or a team from a list that stays short at any size."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.apps import apps
from django.db.models import (
    BooleanField,
    Case,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django_filters.fields import ModelChoiceField, ModelChoiceIterator

from sendhub.accounts.models import Team, User
from sendhub.accounts.permissions import Permission
from sendhub.accounts.roles import roles_with
from sendhub.casework.away import officer_words
from sendhub.casework.querysets import away_of
from sendhub.casework.rules import WORKED_WITH
from sendhub.core import clock

SHOWN = 100
NEARBY = 15


class ShortIterator(ModelChoiceIterator):
    """The first hundred; any other that is sent is still checked against all."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        if self.field.null_label is not None:
            yield self.field.null_value, self.field.null_label
        first = getattr(self.field, "first", None)
        if first is not None:
            yield self.choice(first)
        left_out = [getattr(self.field, "left_out", 0), getattr(first, "pk", 0)]
        for row in self.queryset.exclude(pk__in=left_out)[:SHOWN]:
            yield self.choice(row)


class ShortChoiceField(ModelChoiceField):
    """A choice among people or teams; one may be left out of what is offered.

    Left out, but not refused: whoever presses a button twice chose them before. One
    may stand first.
    """

    iterator = ShortIterator
    left_out: int = 0
    first: User | None = None

    def label_from_instance(self, obj: Any) -> str:
        return officer_words(obj) if isinstance(obj, User) else str(obj)


class NearbyIterator(forms.models.ModelChoiceIterator):
    """Colleagues of the team; any other that is sent is still checked against all."""

    def __iter__(self) -> Iterator[Any]:
        for row in self.queryset.filter(near=True)[:NEARBY]:
            yield self.choice(row)


class ColleaguesField(forms.ModelMultipleChoiceField):
    """Colleagues of the team to tick."""

    iterator = NearbyIterator
    widget = forms.CheckboxSelectMultiple


class AllIterator(forms.models.ModelChoiceIterator):
    """The first hundred; any other that is sent is still checked against all."""

    def __iter__(self) -> Iterator[Any]:
        for row in self.queryset[:SHOWN]:
            yield self.choice(row)


class AllColleaguesField(forms.ModelMultipleChoiceField):
    """Every colleague who can, to tick."""

    iterator = AllIterator
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return officer_words(obj)


class NextOfficerField(ShortChoiceField):
    """The next officer of a case; says beside a name that the team changes too."""

    team_id: int | None = None

    def label_from_instance(self, obj: Any) -> str:
        name = officer_words(obj)
        if obj.team_id in (None, self.team_id):
            return name
        return f"{name} (the case moves to {obj.team})"


def officer_field(label: str = "Officer") -> ShortChoiceField:
    """Ask who works on the case, where it is new."""
    return ShortChoiceField(
        label=label,
        queryset=User.objects.none(),
        required=False,
        empty_label="Nobody yet",
        help_text="An open case keeps the officer it has.",
    )


def officers(*permissions: Permission, first_of: int | None = None) -> QuerySet[User]:
    """Active staff who may do one of these things, those of one team first."""
    return _near(User.objects.may(*permissions), first_of)


def officers_with_work(*, first_of: int | None = None) -> QuerySet[User]:
    """Whose work may be looked at: staff, and who left with open cases."""
    here = Q(is_active=True, groups__name__in=roles_with(Permission.WORK_VIEW))
    cases = apps.get_model("casework.Case").objects.open()
    return _near(_here_or_holding(here, cases), first_of)


def _here_or_holding(here: Q, cases: QuerySet) -> QuerySet[User]:
    """Staff who are here, and whoever still holds one of all these cases.

    The cases are asked for one of each person who is not here: their officers in one
    list would be as long as the caseload.
    """
    one = cases.filter(officer=OuterRef("pk")).order_by().values("pk")[:1]
    found = User.objects.alias(one_held=Subquery(one))
    return found.filter(here | Q(one_held__isnull=False)).distinct()


def _here_or_in_team(here: Q, cases: QuerySet, team: Team) -> QuerySet[User]:
    """Staff of a team, and whoever holds its cases: one list, as long as the team's."""
    holding = cases.filter(team=team).order_by().values("officer")
    return User.objects.filter(here & Q(team=team) | Q(pk__in=holding)).distinct()


def _near(staff: QuerySet[User], first_of: int | None) -> QuerySet[User]:
    near = Case(
        When(Q(team=first_of) & Q(team__isnull=False), then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    found = staff.annotate(near=near).order_by("-near", "name", "pk")
    return found.prefetch_related(away_of("", on=clock.today()))


def members(team: Team | None) -> QuerySet[User]:
    """Who works on cases in a team, and whoever holds its open cases; by name."""
    roles = roles_with(*WORKED_WITH.values())
    cases = apps.get_model("casework.Case").objects.open()
    here = Q(is_active=True, groups__name__in=roles)
    if team:
        found = _here_or_in_team(here, cases, team)
    else:
        found = _here_or_holding(here, cases)
    away = away_of("", on=clock.today())
    return found.order_by("name", "pk").prefetch_related(away)


def teams() -> QuerySet[Team]:
    """Every team, by name."""
    return Team.objects.order_by("name", "pk")
