"""Filters on tasks and on notes that somebody is to see."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.db.models import Q

from sendhub.casework.querysets.cases import services_closed_to
from sendhub.casework.rules import SOON, Lateness, TaskEnd, WorkKind
from sendhub.people.querysets import ChildScopedQuerySet

if TYPE_CHECKING:
    from sendhub.accounts.models import User


class TaskQuerySet(ChildScopedQuerySet):
    """Tasks, and mentions in notes."""

    child_path = "case__child"

    def visible_to(self, user: "User") -> Self:
        """Of children in sight, and of services this person may open."""
        seen = super().visible_to(user)
        closed = services_closed_to(user)
        return seen.exclude(case__service__in=closed) if closed else seen

    def open(self) -> Self:
        """Not yet done."""
        return self.filter(ended=TaskEnd.OPEN)

    def of_kind(self, kind: WorkKind) -> Self:
        """Things to do, or notes to see."""
        if kind == WorkKind.DEADLINE:
            return self.none()
        return self.filter(note__isnull=kind == WorkKind.TASK)

    def of_officer(self, user: "User") -> Self:
        """Given to one person."""
        return self.filter(given_to=user)

    def of_case(self, case: object) -> Self:
        """Open tasks of a case, the first due on top."""
        found = self.open().of_kind(WorkKind.TASK).filter(case=case)
        return found.select_related("given_to", "set_by").order_by("due_on", "pk")

    def by_lateness(self, lateness: Lateness, *, on: date) -> Self:
        """Overdue, due within the next fortnight, or later; a note is never overdue."""
        soon = on + timedelta(days=SOON)
        if lateness == Lateness.OVERDUE:
            return self.filter(due_on__lt=on, note__isnull=True)
        if lateness == Lateness.LATER:
            return self.filter(due_on__gt=soon)
        return self.filter(Q(due_on__gte=on) | Q(note__isnull=False), due_on__lte=soon)

    def for_page(self, *, on: date) -> Self:
        """What the page of one task shows."""
        return self.select_related(
            "case", "given_to", "set_by", "ended_by", "note__written_by"
        ).with_badges(on=on)
