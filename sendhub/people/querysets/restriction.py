"""Filters on who asked for a restricted record and who may open one for a time."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Exists, Expression, OuterRef, Q

from sendhub.people.querysets.scoped import ChildScopedQuerySet
from sendhub.people.rules import AccessWay

if TYPE_CHECKING:
    from sendhub.accounts.models import User


class NamedStaffQuerySet(ChildScopedQuerySet):
    """Who may open which restricted record."""

    def for_list(self) -> Self:
        """Everything a row shows, by name."""
        return self.select_related("user").order_by("user__name", "pk")


class AccessRequestQuerySet(ChildScopedQuerySet):
    """Requests for a restricted record."""

    def waiting(self) -> Self:
        """Those that nobody has answered, the oldest first."""
        return self.filter(outcome="").order_by("asked_at", "pk")

    def waiting_for(self, user: "User") -> Self:
        """Those that this person could answer: nobody answers their own."""
        return self.waiting().exclude(asked_by=user)

    def asked_by(self, user: "User") -> Self:
        """One's own, the newest first."""
        return self.filter(asked_by=user).order_by("-asked_at", "-pk")

    def for_list(self) -> Self:
        """Everything a row shows."""
        return self.select_related("asked_by", "decided_by", "child")


class AccessGrantQuerySet(ChildScopedQuerySet):
    """Access to a restricted record for a time."""

    def running(self, *, at: datetime | Expression) -> Self:
        """What lets somebody in at a moment."""
        return self.filter(ended_at__isnull=True, ends_at__gt=at)

    def held_by(self, user: "User") -> Self:
        """One's own, what ends first on top."""
        return self.filter(user=user).order_by("ends_at", "pk")

    def of_glass(self) -> Self:
        """Each time that somebody broke the glass."""
        return self.filter(way=AccessWay.GLASS)

    def unreviewed(self) -> Self:
        """Uses of break-glass that nobody has looked at."""
        return self.of_glass().filter(reviewed_at__isnull=True)

    def waiting_for(self, reviewer: "User") -> Self:
        """Uses that this person could review: nobody reviews their own."""
        return self.unreviewed().exclude(user=reviewer)

    def over(self, *, at: datetime) -> Self:
        """Those that let nobody in any more."""
        return self.filter(Q(ended_at__isnull=False) | Q(ends_at__lte=at))

    def for_list(self, *, reader: Any) -> Self:
        """Everything a row shows; `in_sight` says whether its child may be named."""
        children = apps.get_model("people.Child").objects
        seen = children.visible_to(reader).filter(pk=OuterRef("child"))
        return self.select_related(
            "user", "child", "reviewed_by", "ended_by", "given_by"
        ).annotate(in_sight=Exists(seen))
