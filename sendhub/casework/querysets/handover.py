"""Filters on handovers."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Count, F, QuerySet

from sendhub.people.querysets import ChildScopedQuerySet

if TYPE_CHECKING:
    from sendhub.accounts.models import User


class HandoverQuerySet(ChildScopedQuerySet):
    """What was written for new officers."""

    child_path = "case__child"

    def standing(self) -> Self:
        """Not yet read, and still for whoever has the case while it is open."""
        unread = self.filter(read_at__isnull=True, case__closed_on__isnull=True)
        return unread.filter(given_to=F("case__officer"))

    def unread_by(self, user: "User") -> Self:
        """What one officer has still to read."""
        return self.standing().filter(given_to=user)

    def of_case(self, case: Any) -> Self:
        """What stands on a case, the newest on top."""
        found = self.standing().filter(case=case)
        return found.select_related("written_by", "given_to").order_by("-pk")

    def loads(self) -> QuerySet:
        """How many each officer has still to read."""
        found = self.order_by().values("given_to")
        return found.annotate(unread=Count("pk"))

    def for_rows(self, *, on: date) -> Self:
        """What a list that is sorted and paged shows of them."""
        found = self.select_related("case__child", "case__team")
        return found.select_related("written_by", "given_to").with_badges(on=on)

    def for_list(self, *, on: date) -> Self:
        """What a list shows of them, by child."""
        found = self.select_related("case__child", "written_by", "given_to")
        return found.with_badges(on=on).order_by("case__child__sort_name", "pk")
