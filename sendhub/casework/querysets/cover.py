"""Filters on who is away and who covers."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db.models import Prefetch, QuerySet

if TYPE_CHECKING:
    from sendhub.accounts.models import User


class CoverQuerySet(QuerySet):
    """Times in which somebody is away."""

    def standing(self) -> Self:
        """Those not called off."""
        return self.filter(cancelled_at__isnull=True)

    def in_force(self, *, on: date) -> Self:
        """Those of a day."""
        return self.standing().filter(starts_on__lte=on, ends_on__gte=on)

    def not_over(self, *, on: date) -> Self:
        """Those of a day or to come, the first on top."""
        found = self.standing().filter(ends_on__gte=on)
        return found.order_by("starts_on", "officer__name", "pk")

    def of_officer(self, user: "User") -> Self:
        """Times in which one person is away."""
        return self.filter(officer=user)

    def covered_by(self, user: "User") -> Self:
        """Times in which one person covers others."""
        return self.filter(covered_by=user)

    def overlapping(self, starts_on: date, ends_on: date) -> Self:
        """Times that share a day with a period."""
        return self.standing().filter(starts_on__lte=ends_on, ends_on__gte=starts_on)

    def for_list(self) -> Self:
        """What a row shows: who and whom."""
        return self.select_related("officer", "covered_by")


def away_of(path: str, *, on: date) -> Prefetch:
    """Load whether somebody is away; `path` leads to them, or is empty."""
    covers = apps.get_model("casework.Cover").objects
    return Prefetch(
        f"{path}__covers".lstrip("_"),
        queryset=covers.in_force(on=on).select_related("covered_by"),
        to_attr="away_now",
    )
