"""Filters on weekly digests."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db.models import QuerySet

from sendhub.casework.rules.digest import DIGEST_LOST_AFTER, DigestState

if TYPE_CHECKING:
    from sendhub.accounts.models import User


class DigestQuerySet(QuerySet):
    """Digests of any week."""

    def of_week(self, monday: date) -> Self:
        """Those of one week."""
        return self.filter(week_on=monday)

    def of_person(self, user: "User") -> Self:
        """Those for one person."""
        return self.filter(person=user)

    def waiting(self) -> Self:
        """Still to be sent."""
        return self.filter(state=DigestState.WAITING)

    def settled(self) -> Self:
        """Sent, or never to be sent again."""
        return self.exclude(state=DigestState.WAITING)

    def lost(self, *, now: datetime) -> Self:
        """Those whose sender was never heard of again."""
        since = now - DIGEST_LOST_AFTER
        return self.filter(state=DigestState.SENDING, began_at__lt=since)
