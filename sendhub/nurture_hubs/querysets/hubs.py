"""Filters on hubs, their days and who works there."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import (
    F,
    Func,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from sendhub.accounts.permissions import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sendhub.accounts.models import User


class HubQuerySet(QuerySet):
    """Nurture hubs."""

    def visible_to(self, user: "User", *, on: date) -> Self:
        """Every hub for staff who see the county; their own for a hub school's."""
        if user.may(Permission.CHILDREN_ALL):
            return self
        members = apps.get_model("nurture_hubs.HubMember").objects
        mine = members.in_force(on=on).filter(user=user)
        return self.filter(pk__in=mine.values("hub"))

    def open(self, *, on: date) -> Self:
        """Hubs that take children on a day."""
        return self.filter(opens_on__lte=on).not_closed(on=on)

    def open_between(self, first: date, last: date) -> Self:
        """Hubs that are open on one of some days."""
        return self.filter(opens_on__lte=last).not_closed(on=first)

    def not_closed(self, *, on: date) -> Self:
        """Hubs that are open on a day or open later."""
        return self.filter(Q(closes_on__isnull=True) | Q(closes_on__gte=on))

    def age_ranges(self) -> list[tuple[int, int]]:
        """For which ages each is."""
        return list(self.values_list("age_from", "age_to"))

    def in_order(self) -> Self:
        """Primary first, then by name."""
        return self.order_by("phase", "name", "pk")

    def with_numbers(self, *, on: date) -> Self:
        """With the places of a day, how many are taken, and when it is paused."""
        day = apps.get_model("nurture_hubs.HubDay").objects.filter(
            hub=OuterRef("pk"), day=on
        )
        pauses = apps.get_model("nurture_hubs.HubPause").objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on), hub=OuterRef("pk")
        )
        next_pause = pauses.order_by("starts_on").values("starts_on")[:1]
        return self.annotate(
            places_now=Func(
                "pk",
                Value(on),
                function="nurture_hubs_places_on",
                output_field=IntegerField(),
            ),
            taken_now=Coalesce(Subquery(day.values("taken")), 0),
            pauses_from=Subquery(next_pause),
        )

    def for_board(self, *, on: date) -> Self:
        """With the schools that run each on a day, its pauses and its places."""
        hosts = apps.get_model("nurture_hubs.HubHost").objects.select_related("setting")
        now = hosts.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on
        )
        named = Prefetch("hosts", queryset=now.order_by("setting__name", "pk"))
        return self.prefetch_related(named, "pauses", "capacities")


class HubDayQuerySet(QuerySet):
    """The days of the hubs, as the database counts them."""

    def full_by_hub(self, hubs: "Iterable[int]", *, from_on: date) -> dict[int, Any]:
        """The days on which every place is promised, by hub."""
        full = self.filter(hub__in=hubs, day__gte=from_on, taken__gte=F("places"))
        found: dict[int, set[date]] = {}
        for hub, day in full.values_list("hub", "day"):
            found.setdefault(hub, set()).add(day)
        return found


class MemberQuerySet(QuerySet):
    """Who works for a hub, from when to when."""

    def in_force(self, *, on: date) -> Self:
        """Who works there on a day."""
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on
        )
