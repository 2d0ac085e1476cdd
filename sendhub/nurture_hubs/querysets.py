"""Filters on hubs, referrals and places."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from sendhub.accounts.permissions import Permission
from sendhub.nurture_hubs.rules import ENDED, OPEN, Party, PlaceState, Standing
from sendhub.nurture_hubs.rules.ends import Point
from sendhub.people.querysets import ChildScopedQuerySet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

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
        """With the places of a day, how many are taken, and whether it is paused."""
        day = apps.get_model("nurture_hubs.HubDay").objects.filter(
            hub=OuterRef("pk"), day=on
        )
        pauses = apps.get_model("nurture_hubs.HubPause").objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on),
            hub=OuterRef("pk"),
            starts_on__lte=on,
        )
        return self.annotate(
            places_now=Func(
                "pk",
                Value(on),
                function="nurture_hubs_places_on",
                output_field=IntegerField(),
            ),
            taken_now=Coalesce(Subquery(day.values("taken")), 0),
            paused_now=Exists(pauses),
        )

    def for_board(self, *, on: date) -> Self:
        """With the schools that run each on a day, and its pauses."""
        hosts = apps.get_model("nurture_hubs.HubHost").objects.select_related("setting")
        now = hosts.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on
        )
        named = Prefetch("hosts", queryset=now.order_by("setting__name", "pk"))
        return self.prefetch_related(named, "pauses")


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


class ReferralQuerySet(ChildScopedQuerySet):
    """Referrals to the hubs."""

    child_path = "case__child"

    def open(self) -> Self:
        """Referrals that still ask for a place."""
        return self.filter(standing__in=OPEN)

    def ended(self) -> Self:
        """Referrals that led to no place."""
        return self.filter(standing__in=ENDED)

    def newest_first(self) -> Self:
        """The latest on top."""
        return self.order_by("-received_on", "-pk")

    def with_agreed(self) -> Self:
        """Load who agreed to which hub, as `agreed_now`."""
        agreements = apps.get_model("nurture_hubs.Agreement").objects
        agreed = agreements.filter(agreed=True, withdrawn_on__isnull=True)
        return self.prefetch_related(
            Prefetch("agreements", queryset=agreed, to_attr="agreed_now")
        )

    def received_by(self, day: date) -> Self:
        """Those that had come by a day."""
        return self.filter(received_on__lte=day)

    def answered_for(self, hub_id: int) -> Self:
        """For which coordinator or hub school agreed to a hub."""
        answers = apps.get_model("nurture_hubs.Agreement").objects.in_force()
        agreed = answers.filter(referral=OuterRef("pk"), hub=hub_id, agreed=True)
        return self.filter(Exists(agreed))

    def from_schools(self, words: str) -> Self:
        """From schools with these words in their names."""
        settings = apps.get_model("schools.Setting").objects.matching(words)
        return self.filter(setting__in=settings)

    def with_answers(self) -> Self:
        """Load what was answered for each, with the hubs."""
        answers = apps.get_model("nurture_hubs.Agreement").objects.for_page()
        return self.prefetch_related(Prefetch("agreements", queryset=answers))

    def agreed_for(self, hub: "Model | OuterRef") -> Self:
        """Which both agreed to take into a hub."""
        found = self
        for party in Party:
            found = found.filter(Exists(_agreed(party).filter(hub=hub)))
        return found

    def waiting_for(self, hub: "Model | OuterRef") -> Self:
        """Which wait for a place in a hub."""
        return self.filter(standing=Standing.WAITING).agreed_for(hub)

    def offered_to(self, hub: "Model | OuterRef | QuerySet") -> Self:
        """For which the coordinator agreed to a hub, and its school has not answered.

        `hub` may be several, as a query.
        """
        lookup = "hub__in" if isinstance(hub, QuerySet) else "hub"
        answers = apps.get_model("nurture_hubs.Agreement").objects.in_force()
        school = answers.filter(
            referral=OuterRef("referral"), hub=OuterRef("hub"), party=Party.SCHOOL
        )
        asked = _agreed(Party.COORDINATOR).filter(~Exists(school), **{lookup: hub})
        return self.open().filter(Exists(asked))

    def in_waiting_order(
        self, hub_id: int, *, others_first: bool, on: date
    ) -> "QuerySet[Any]":
        """The order in which a hub's places go: see `waiting_columns`.

        Says of each whether the child comes from a school that runs the hub.
        """
        hosts = apps.get_model("nurture_hubs.HubHost").objects.filter(hub=hub_id)
        here = hosts.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on),
            starts_on__lte=on,
            setting=OuterRef("setting"),
        )
        found = self.annotate(from_host=Exists(here))
        return found.order_by(*waiting_columns(others_first=others_first))

    def taught_by(self, user: "User", *, on: date) -> Self:
        """Of children with a place in a hub whose people record what they measure.

        Those who see the county record for every child, placed or not.
        """
        if user.may(Permission.CHILDREN_ALL):
            return self
        hubs = apps.get_model("nurture_hubs.Hub").objects.visible_to(user, on=on)
        places = apps.get_model("nurture_hubs.HubPlace").objects.standing()
        mine = places.filter(referral=OuterRef("pk"), hub__in=hubs)
        return self.filter(Exists(mine))

    def for_page(self) -> Self:
        """Everything an act's page or the case page shows."""
        return self.select_related(
            "case__child__team",
            "case__officer",
            "case__team",
            "setting",
            "ended_by",
        )


def waiting_columns(*, others_first: bool) -> tuple[str, ...]:
    """Need; children of other schools while some must come; wait; age (HUB-6, 10)."""
    others = ("from_host",) if others_first else ()
    return ("need", *others, "waits_since", "case__child__born_on", "pk")


def _agreed(party: Party) -> QuerySet:
    agreements = apps.get_model("nurture_hubs.Agreement").objects
    return agreements.filter(
        referral=OuterRef("pk"), party=party, agreed=True, withdrawn_on__isnull=True
    )


class VisitQuerySet(ChildScopedQuerySet):
    """Visits of the Behaviour Support Team."""

    child_path = "case__child"

    def for_page(self) -> Self:
        """What a case shows, the latest on top."""
        return self.select_related("setting").order_by("-on", "-pk")


class ReferralScopedQuerySet(ChildScopedQuerySet):
    """What stands on a referral."""

    child_path = "referral__case__child"


class MeasureQuerySet(ReferralScopedQuerySet):
    """What was measured of children."""

    def standing(self) -> Self:
        """Not entered in error."""
        return self.filter(withdrawn_at__isnull=True)

    def in_order(self) -> Self:
        """By instrument and stage."""
        return self.order_by("instrument", "stage", "pk")

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related("referral__case__child__team")


class TargetQuerySet(ReferralScopedQuerySet):
    """Children's own targets."""

    def followed(self) -> Self:
        """Not dropped."""
        return self.filter(dropped_because="")

    def in_order(self) -> Self:
        """Those followed first, as they were set."""
        return self.order_by("dropped_because", "set_on", "pk")

    def for_page(self) -> Self:
        """Everything an act's page shows."""
        return self.select_related("referral__case__child__team")


class AgreementQuerySet(ReferralScopedQuerySet):
    """What coordinator and hub schools said to referrals."""

    def in_force(self) -> Self:
        """Answers that were not taken back."""
        return self.filter(withdrawn_on__isnull=True)

    def hubs_since(self) -> dict[int, date]:
        """The hubs to which both parties agreed, each with the later of the days."""
        both = self.filter(agreed=True).order_by().values_list("hub")
        found = both.annotate(n=Count("party", distinct=True), since=Max("on"))
        return {hub: since for hub, n, since in found if n == len(Party)}

    def for_page(self) -> Self:
        """Everything that a case shows of them, by hub and in the order of time."""
        return self.select_related("hub", "document", "recorded_by").order_by(
            "hub__name", "on", "pk"
        )


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
        return self.select_related("child", "referral__case").prefetch_related(
            *self._of_the_end()
        )

    def with_the_end(self) -> Self:
        """With the talk, the plan and where the child was later, for the case page."""
        return self.prefetch_related(*self._of_the_end())

    def _of_the_end(self) -> list[Prefetch]:
        """What stands of the end of a place."""
        talks = apps.get_model("nurture_hubs.Talk").objects.standing()
        steps = apps.get_model("nurture_hubs.TransitionStep").objects.meant().by_day()
        told = apps.get_model("nurture_hubs.Destination").objects.standing()
        return [
            Prefetch("talks", talks.select_related("next_setting")),
            Prefetch("talks__steps", steps.select_related("done_by")),
            Prefetch("destinations", told.select_related("setting").order_by("on")),
        ]

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
