"""Filters on places and on what follows them."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import (
    Count,
    Exists,
    OuterRef,
    Prefetch,
    Q,
)

from sendhub.accounts.permissions import Permission
from sendhub.nurture_hubs.querysets.hubs import HubQuerySet
from sendhub.nurture_hubs.rules import PlaceState
from sendhub.nurture_hubs.rules.ends import Point
from sendhub.people.querysets import ChildScopedQuerySet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

    from sendhub.accounts.models import User


class PlaceScopedQuerySet(ChildScopedQuerySet):
    """What stands on a place."""

    child_path = "place__child"

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "place__child__team",
            "place__hub",
            "place__referral__setting",
            "place__referral__case__child",
        )

    def standing(self) -> Self:
        """Not entered in error."""
        return self.filter(withdrawn_at__isnull=True)


class TalkQuerySet(PlaceScopedQuerySet):
    """Talks about what follows places."""

    def arranged(self, place: "Model") -> Self:
        """The talk of a place that is planned and was not held."""
        return self.standing().filter(place=place, held_on__isnull=True)


class StepQuerySet(ChildScopedQuerySet):
    """Steps of the plan for what follows a place."""

    child_path = "talk__place__child"

    def meant(self) -> Self:
        """Steps that were not dropped, of a talk that was not an error."""
        return self.filter(dropped_because="", talk__withdrawn_at__isnull=True)

    def of_talk(self, talk: "Model") -> Self:
        """Steps that one talk agreed on."""
        return self.filter(talk=talk)

    def in_hubs(self, hubs: HubQuerySet) -> Self:
        """Steps after places in some hubs."""
        return self.filter(talk__place__hub__in=hubs)

    def by_day(self) -> Self:
        """What is due first on top."""
        return self.order_by("due_on", "pk")

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "talk__place__child__team",
            "talk__place__hub",
            "talk__place__referral__setting",
            "talk__place__referral__case__child",
        )


class PlaceQuerySet(ChildScopedQuerySet):
    """Places in the hubs."""

    def in_hubs_of(self, user: "User", *, on: date) -> Self:
        """Every place for staff; those of their own hub for a hub school's (ADR 30)."""
        if user.may(Permission.CHILDREN_ALL):
            return self
        hubs = apps.get_model("nurture_hubs.Hub").objects
        return self.filter(hub__in=hubs.visible_to(user, on=on))

    def standing(self) -> Self:
        """Places that were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def going_on(self) -> Self:
        """Places of which it is still to be asked where the child is a year later."""
        told = apps.get_model("nurture_hubs.Destination").objects.standing()
        told = told.filter(place=OuterRef("pk"), point=Point.TWELVE_MONTHS)
        return self.standing().filter(~Exists(told), child__died_on__isnull=True)

    def for_clocks(self) -> Self:
        """With the dates that its deadlines run on."""
        talks, steps, told = self._standing_of_the_end()
        return self.select_related("child", "referral__case").prefetch_related(
            Prefetch("talks", talks),
            Prefetch("talks__steps", steps),
            Prefetch("destinations", told),
        )

    def with_the_end(self) -> Self:
        """With the talk, the plan and where the child was later, for the case page."""
        return self.prefetch_related(*self._of_the_end())

    def _of_the_end(self) -> list[Prefetch]:
        """What stands of the end of a place, with the names that a page shows."""
        talks, steps, told = self._standing_of_the_end()
        return [
            Prefetch("talks", talks.select_related("next_setting")),
            Prefetch("talks__steps", steps.by_day().select_related("done_by")),
            Prefetch("destinations", told.select_related("setting").order_by("on")),
        ]

    @staticmethod
    def _standing_of_the_end() -> tuple[Any, Any, Any]:
        """The talks, the steps and the answers that stand."""
        return (
            apps.get_model("nurture_hubs.Talk").objects.standing(),
            apps.get_model("nurture_hubs.TransitionStep").objects.meant(),
            apps.get_model("nurture_hubs.Destination").objects.standing(),
        )

    def stay_of(self, referral: "Model") -> tuple[date, date] | None:
        """The first and the last day of the place of a referral, if it has one."""
        found = self.filter(referral=referral)
        return found.values_list("starts_on", "ends_on").first()

    def not_over(self, *, on: date) -> Self:
        """Places that last on a day or begin later."""
        return self.filter(ends_on__gte=on)

    def during(self, first: date, last: date) -> Self:
        """Places of which at least a day lies in some days."""
        return self.filter(starts_on__lte=last, ends_on__gte=first)

    def latest_first(self) -> Self:
        """The latest on top."""
        return self.order_by("-starts_on", "-pk")

    def ending(self, first: date, last: date) -> Self:
        """Places whose last day lies in some days."""
        return self.filter(ends_on__gte=first, ends_on__lte=last)

    def in_state(self, state: str, *, on: date) -> Self:
        """Places that stand like this on a day."""
        states = {
            PlaceState.AHEAD: Q(starts_on__gt=on),
            PlaceState.NOW: Q(starts_on__lte=on, ends_on__gte=on),
            PlaceState.OVER: Q(ends_on__lt=on),
        }
        if state == PlaceState.BACK:
            return self.filter(withdrawn_at__isnull=False)
        return self.standing().filter(states[PlaceState(state)])

    def of_others(self) -> Self:
        """Places of children who come from other schools (HUB-6)."""
        return self.filter(from_host=False)

    def others_by_hub(self, hubs: "Iterable[int]") -> dict[int, int]:
        """How many children from other schools are among them, by hub."""
        there = self.of_others().filter(hub__in=hubs).order_by().values("hub")
        counted = there.annotate(n=Count("child", distinct=True))
        return dict(counted.values_list("hub", "n"))

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related(
            "child__team",
            "hub",
            "referral__setting",
            "referral__case__child",
            "referral__case__officer",
            "allocated_by",
        )
