"""Filters on referrals, visits, answers, measures and targets."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    Max,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Value,
    When,
)

from sendhub.accounts.permissions import Permission
from sendhub.nurture_hubs.rules import ENDED, OPEN, Party, Standing
from sendhub.nurture_hubs.rules.measures import Stage
from sendhub.people.querysets import ChildScopedQuerySet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

    from sendhub.accounts.models import User


WAITING_ORDER = ("need", "stands_back", "waits_since", "case__child__born_on", "pk")
"""Need; children of other schools while some must come; wait; age (HUB-6, 10)."""


class ReferralQuerySet(ChildScopedQuerySet):
    """Referrals to the hubs."""

    child_path = "case__child"

    def for_hubs_of(self, user: "User", *, on: date) -> Self:
        """Every referral for staff; of a hub school's, those that led to their hub.

        Or that ask for it now, once the coordinator has agreed (ADR 30).
        """
        if user.may(Permission.CHILDREN_ALL):
            return self
        mine = apps.get_model("nurture_hubs.Hub").objects.visible_to(user, on=on)
        places = apps.get_model("nurture_hubs.HubPlace").objects.standing()
        came = places.filter(hub__in=mine).values("referral")
        asked = _agreed(Party.COORDINATOR).filter(hub__in=mine)
        return self.filter(Q(pk__in=came) | Q(Exists(asked), standing__in=OPEN))

    def open(self) -> Self:
        """Referrals that still ask for a place."""
        return self.filter(standing__in=OPEN)

    def ended(self) -> Self:
        """Referrals that led to no place."""
        return self.filter(standing__in=ENDED)

    def counted(self) -> Self:
        """Not recorded by mistake: those count nowhere (ADR 27)."""
        return self.exclude(standing=Standing.MISTAKE)

    def newest_first(self) -> Self:
        """The latest on top."""
        return self.order_by("-received_on", "-pk")

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

    def waiting_for(self, hubs: "Iterable[int]") -> Self:
        """Which wait for places in some hubs: a row for each, which is `for_hub`."""
        school = Q(
            agreements__party=Party.SCHOOL,
            agreements__agreed=True,
            agreements__withdrawn_on__isnull=True,
        )
        each = self.filter(standing=Standing.WAITING).annotate(
            by_school=FilteredRelation("agreements", condition=school),
            for_hub=F("by_school__hub"),
        )
        coordinator = _agreed(Party.COORDINATOR).filter(hub=OuterRef("for_hub"))
        return each.filter(Exists(coordinator), for_hub__in=hubs)

    def waiting_only_for(self, hub: "Model") -> Self:
        """Which wait for a hub, and for no other that stays open."""
        others = apps.get_model("nurture_hubs.Hub").objects.exclude(pk=hub.pk)
        others = others.filter(closes_on__isnull=True)
        for party in Party:
            agreed = _agreed(party, OuterRef(OuterRef("pk")))
            others = others.filter(Exists(agreed.filter(hub=OuterRef("pk"))))
        return self.waiting_for([hub.pk]).filter(~Exists(others))

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
        self, *, others_first: "Iterable[int]", on: date
    ) -> "QuerySet[Any]":
        """Those `waiting_for` hubs, by hub, in the order in which its places go.

        Says of each whether the child comes from a school that runs the hub: in the
        hubs `others_first` such a child stands after the others.
        """
        hosts = apps.get_model("nurture_hubs.HubHost").objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on),
            starts_on__lte=on,
            hub=OuterRef("for_hub"),
            setting=OuterRef("setting"),
        )
        stands_back = When(for_hub__in=others_first, then=F("from_host"))
        found = self.annotate(from_host=Exists(hosts))
        found = found.annotate(stands_back=Case(stands_back, default=Value(False)))
        return found.order_by("for_hub", *WAITING_ORDER)

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


def _agreed(party: Party, referral: OuterRef | None = None) -> QuerySet:
    """What a party agreed to and did not take back, of the referral around it."""
    agreements = apps.get_model("nurture_hubs.Agreement").objects.in_force()
    return agreements.filter(
        referral=referral or OuterRef("pk"), party=party, agreed=True
    )


class VisitQuerySet(ChildScopedQuerySet):
    """Visits of the Behaviour Support Team."""

    child_path = "case__child"

    def standing(self) -> Self:
        """Not entered in error."""
        return self.filter(withdrawn_at__isnull=True)

    def with_elsewhere(self) -> Self:
        """Say of each whether the child was at other schools only on that day."""
        attended = apps.get_model("people.Attendance").objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=OuterRef("on")),
            starts_on__lte=OuterRef("on"),
            child=OuterRef("case__child"),
        )
        there = attended.filter(setting=OuterRef("setting"))
        return self.annotate(elsewhere=Exists(attended) & ~Exists(there))

    def for_page(self) -> Self:
        """What a case and an act's page show, the latest on top."""
        found = self.select_related("setting", "case__child__team", "case__officer")
        return found.with_elsewhere().order_by("-on", "-pk")


class ReferralScopedQuerySet(ChildScopedQuerySet):
    """What stands on a referral."""

    child_path = "referral__case__child"


class MeasureQuerySet(ReferralScopedQuerySet):
    """What was measured of children."""

    def standing(self) -> Self:
        """Not entered in error."""
        return self.filter(withdrawn_at__isnull=True)

    def in_hub(self) -> Self:
        """Of a child who was in a hub: all but those at referral."""
        return self.exclude(stage=Stage.REFERRAL)

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
