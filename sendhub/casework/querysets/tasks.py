"""Filters on tasks and on notes that somebody is to see."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db.models import Count, F, Q, Value

from sendhub.casework.querysets.cases import SHOWN_BESIDE, reference_in_sql
from sendhub.casework.querysets.cover import away_of
from sendhub.casework.querysets.due import DueQuerySet
from sendhub.casework.rules import (
    NEW,
    Lateness,
    TaskEnd,
    Whose,
    WorkKind,
)
from sendhub.people.names import name_in_sql

if TYPE_CHECKING:
    from sendhub.accounts.models import User


class TaskQuerySet(DueQuerySet):
    """Tasks, and mentions in notes; a note is never overdue."""

    child_path = "case__child"
    never_late = Q(note__isnull=False)
    whose_path = "given_to"

    def open(self) -> Self:
        """Not yet done."""
        return self.filter(ended=TaskEnd.OPEN)

    def of_kind(self, kind: WorkKind) -> Self:
        """Things to do, or notes to see."""
        if kind not in (WorkKind.TASK, WorkKind.MENTION):
            return self.none()
        return self.filter(note__isnull=kind == WorkKind.TASK)

    def of_officer(self, user: "User") -> Self:
        """Given to one person."""
        return self.filter(given_to=user)

    def of_team(self, team_id: int | None) -> Self:
        """Given to people of one team."""
        return self.filter(given_to__team=team_id)

    def whose(
        self, whose: Whose, user: "User", *, now: datetime, covered: Collection[int]
    ) -> Self:
        """One pile of work, as somebody sees it; every task is somebody's."""
        if whose == Whose.COVER:
            return self.filter(given_to__in=covered)
        if whose == Whose.MINE:
            return self.of_officer(user)
        if whose == Whose.NEW:
            return self.of_officer(user).filter(set_at__gt=now - NEW)
        if whose == Whose.TEAM:
            return self.of_team(user.team_id) if user.team_id else self.none()
        return self.none() if whose == Whose.UNASSIGNED else self

    def of_case(self, case: object) -> Self:
        """Open tasks of a case, the first due on top."""
        found = self.open().of_kind(WorkKind.TASK).filter(case=case)
        return found.select_related("given_to", "set_by").order_by("due_on", "pk")

    def in_order(self) -> Self:
        """What a list of work of every kind is ordered by; tasks have no rule."""
        return self.annotate(
            table=Value("task"),
            number=F("pk"),
            listed_child=F("case__child__sort_name"),
            listed_rule=Value("Task"),
        )

    def numbers(self, *, on: date) -> dict[str, int]:
        """How many there are of each kind, by how much time is left."""
        piles = {
            f"{kind}_{late}": Count("pk", filter=self._pile(kind, late, on))
            for kind in (WorkKind.TASK, WorkKind.MENTION)
            for late in Lateness
        }
        return self.aggregate(**piles)

    def _pile(self, kind: WorkKind, late: Lateness, on: date) -> Q:
        return Q(note__isnull=kind == WorkKind.TASK) & self.lateness(late, on=on)

    def for_list(self, *, on: date) -> Self:
        """Everything a row of a work list shows, and nothing more of a child."""
        own = [field.name for field in self.model._meta.concrete_fields]
        beside = [
            name if name.startswith("case__") else f"case__{name}"
            for name in SHOWN_BESIDE
            if name.startswith(("child__", "case__", "team__"))
        ]
        named = ("given_to__name", "given_to__email", "given_to__is_active")
        found = self.select_related("case__child", "case__team", "given_to", "set_by")
        found = found.prefetch_related(away_of("given_to", on=on))
        found = found.only(*own, *beside, *named, "set_by__name", "set_by__email")
        return found.with_badges(on=on)

    def for_export(self) -> Self:
        """What the export adds to the columns that are there."""
        return self.annotate(
            child_name=name_in_sql("case__child"),
            reference=reference_in_sql(),
        )

    def for_page(self, *, on: date) -> Self:
        """What the page of one task shows."""
        return self.select_related(
            "case", "given_to", "set_by", "ended_by", "note__written_by"
        ).with_badges(on=on)
