"""Filters on what the whole product shares."""

from datetime import datetime
from typing import Self

from django.db.models import Q, QuerySet


class CodeQuerySet(QuerySet):
    """Codes by set and by the return year that knows them."""

    def of(
        self, code_set: str, *, year: int | None = None, held: str | None = None
    ) -> Self:
        """Codes of one set; with `year`, those that this year's return knows.

        A code that a record holds already, `held`, is among them whatever the year.
        """
        found = self.filter(set=code_set)
        if year is not None:
            known = Q(first_return__lte=year) & (
                Q(last_return__isnull=True) | Q(last_return__gte=year)
            )
            found = found.filter(known | Q(pk=held))
        return found.order_by("position", "code")


class FormTokenQuerySet(QuerySet):
    """Forms that were sent."""

    def forget_before(self, moment: datetime) -> int:
        """Delete the tokens used before a moment; say how many."""
        return self.filter(used_at__lt=moment).delete()[0]
