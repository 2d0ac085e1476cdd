"""Filters on cases, deadlines, notes and documents."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.db.models import Count, Q

from sendhub.casework.rules import READS, SOON, Category, Ended, read_reference
from sendhub.people.querysets import ChildScopedQuerySet

if TYPE_CHECKING:
    from sendhub.accounts.models import User


class CaseQuerySet(ChildScopedQuerySet):
    """Cases of every service."""

    def open(self) -> Self:
        """Cases that are being worked on."""
        return self.filter(closed_on__isnull=True)

    def with_reference(self, typed: str) -> Self:
        """The case that a typed reference names."""
        service, number = read_reference(typed) or ("", None)
        return self.filter(service=service, pk=number)

    def for_page(self) -> Self:
        """What the head of a case shows."""
        return self.select_related("child__team", "officer", "team")


class DeadlineQuerySet(ChildScopedQuerySet):
    """Deadlines of every service; officer, team and child stand on the row."""

    def open(self) -> Self:
        """Deadlines not yet met."""
        return self.filter(ended=Ended.OPEN)

    def of_officer(self, user: "User") -> Self:
        """Deadlines of one officer's cases."""
        return self.filter(officer=user)

    def of_team(self, team_id: int | None) -> Self:
        """Deadlines of one team's cases."""
        return self.filter(team=team_id)

    def overdue(self, *, on: date) -> Self:
        """Past the legal limit."""
        return self.filter(due_on__lt=on)

    def due_soon(self, *, on: date) -> Self:
        """Due within the next fortnight."""
        return self.filter(due_on__gte=on, due_on__lte=on + timedelta(days=SOON))

    def for_list(self) -> Self:
        """Everything a row of a work list shows."""
        return self.select_related(
            "child", "case", "officer", "team", "child__primary_need"
        )

    def counts(self, *, on: date) -> dict[str, int]:
        """How many are overdue, due soon and later, in one query."""
        soon = on + timedelta(days=SOON)
        return self.order_by().aggregate(
            overdue=Count("pk", filter=Q(due_on__lt=on)),
            soon=Count("pk", filter=Q(due_on__gte=on, due_on__lte=soon)),
            later=Count("pk", filter=Q(due_on__gt=soon)),
        )


class CategorisedQuerySet(ChildScopedQuerySet):
    """Notes and documents: readable by child and by category."""

    child_path = "case__child"

    def visible_to(self, user: "User") -> Self:
        """Of children in sight, and of categories this person's roles read."""
        closed = [kind for kind, needed in READS.items() if not user.may(needed)]
        return super().visible_to(user).exclude(category__in=closed)

    def in_category(self, category: Category) -> Self:
        """Of one category."""
        return self.filter(category=category)

    def latest_first(self) -> Self:
        """The newest first."""
        return self.order_by("-happened_on", "-pk")
