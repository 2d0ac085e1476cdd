"""Filters on what the whole product shares."""

from datetime import datetime
from typing import Self

from django.db.models import Q, QuerySet


class CodeQuerySet(QuerySet):
    """Codes by set and by the return year that knows them."""

    def of(self, code_set: str, *, year: int | None = None) -> Self:
        """Codes of one set; with `year`, those that this year's return knows."""
        found = self.filter(set=code_set)
        if year is not None:
            found = found.filter(first_return__lte=year).filter(
                Q(last_return__isnull=True) | Q(last_return__gte=year)
            )
        return found.order_by("position", "code")


class FormTokenQuerySet(QuerySet):
    """Forms that were sent."""

    def forget_before(self, moment: datetime) -> int:
        """Delete the tokens used before a moment; say how many."""
        return self.filter(used_at__lt=moment).delete()[0]
