"""Which places and which referrals an evaluation counts, each read once.

A place counts where one day of it lies in the period and it was not taken back. A
referral counts for comparison where it came in the period and the child was in no hub
on any day of it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.nurture_hubs.models import (
    Agreement,
    Destination,
    Hub,
    HubPlace,
    Referral,
    Talk,
)
from sendhub.nurture_hubs.rules.ends import SPECIALIST, Point
from sendhub.nurture_hubs.rules.evaluation import Period
from sendhub.people.models import Attendance
from sendhub.people.rules import Provision
from sendhub.schools.rules import Category

SPECIAL_KINDS = (
    Category.SPECIAL,
    Category.SPECIAL_NON_MAINTAINED,
    Category.SPECIAL_INDEPENDENT,
    Category.ALTERNATIVE,
)


@dataclass(frozen=True)
class Stay:
    """What the evaluation asks of one place."""

    pk: int
    referral_id: int
    case_id: int
    child_id: int
    hub_id: int
    from_host: bool
    received_on: date
    starts_on: date
    ends_on: date
    asked: bool
    planned: bool
    destined: bool
    attends: bool
    decision: str
    exit: str
    six: str
    twelve: str

    @property
    def specialist(self) -> bool:
        """Whether the child came to a specialist place later."""
        return self.destined or self.attends

    def where(self, point: Point) -> str:
        """Where the child was at a point; "" if nobody has said."""
        return str(getattr(self, point.value))


@dataclass(frozen=True)
class Turned:
    """What the evaluation asks of one referral of a child who had no place then."""

    pk: int
    case_id: int
    child_id: int
    received_on: date
    ended_on: date | None
    standing: str
    asked: bool
    planned: bool
    attends: bool

    @property
    def specialist(self) -> bool:
        """Whether the child came to a specialist place later."""
        return self.attends


@dataclass(frozen=True)
class Waiting:
    """A referral that had no place by some day."""

    pk: int
    case_id: int
    child_id: int
    received_on: date


@dataclass(frozen=True)
class Scope:
    """The days and the hub that an evaluation is about, and all that it counts.

    `hub` is None for every hub. `hubs` are those counted, with those that opened later
    or closed before; `stays` the places of which a day lies in the period; `turned`
    the referrals of the period, to any hub, of children without a place in it;
    `waiting` who waited on the last day.
    """

    period: Period
    hub: Hub | None
    today: date
    hubs: list[Hub]
    stays: list[Stay]
    turned: list[Turned]
    waiting: list[Waiting]


def scope_of(period: Period, hub: Hub | None, *, today: date) -> Scope:
    """Read at once what an evaluation counts."""
    return Scope(
        period=period,
        hub=hub,
        today=today,
        hubs=[hub] if hub else list(Hub.objects.in_order()),
        stays=stays_of(period, hub),
        turned=_turned(period),
        waiting=_waiting(period.last, hub),
    )


def stays_of(period: Period, hub: Hub | None) -> list[Stay]:
    """The places of which a day lies in some days."""
    found = HubPlace.objects.standing().during(period.first, period.last)
    if hub:
        found = found.filter(hub=hub)
    return [Stay(**row) for row in _facts_of_places(found)]


def _turned(period: Period) -> list[Turned]:
    placed = HubPlace.objects.standing().during(period.first, period.last)
    places = placed.filter(child=OuterRef("case__child"))
    found = Referral.objects.counted().filter(
        ~Exists(places),
        received_on__gte=period.first,
        received_on__lte=period.last,
    )
    return [Turned(**row) for row in _facts_of_referrals(found)]


def _waiting(last: date, hub: Hub | None) -> list[Waiting]:
    """Who waited on a day.

    They were referred by then, and neither refused, withdrawn nor promised a place by
    then; of one hub, those whom it or the coordinator agreed to take.
    """
    promised = HubPlace.objects.standing().filter(
        referral=OuterRef("pk"), allocated_on__lte=last
    )
    found = (
        Referral.objects.counted()
        .filter(
            ~Exists(promised),
            Q(ended_on__isnull=True) | Q(ended_on__gt=last),
            received_on__lte=last,
        )
        .exclude(case__child__died_on__lte=last)
    )
    if hub:
        agreed = Agreement.objects.filter(
            referral=OuterRef("pk"), hub=hub, agreed=True, withdrawn_on__isnull=True
        )
        found = found.filter(Exists(agreed))
    rows = found.annotate(child_id=F("case__child_id")).order_by("received_on", "pk")
    return [Waiting(**row) for row in rows.values(*Waiting.__dataclass_fields__)]


def _facts_of_places(found: QuerySet) -> QuerySet:
    talks = Talk.objects.standing().filter(place=OuterRef("pk"))
    points = {
        point.value: _or_blank(
            Destination.objects.standing().filter(place=OuterRef("pk"), point=point),
            "where",
        )
        for point in Point
    }
    destined = Destination.objects.standing().filter(
        place=OuterRef("pk"), where__in=SPECIALIST
    )
    rows = found.annotate(
        case_id=F("referral__case_id"),
        received_on=F("referral__received_on"),
        asked=Exists(_requests("child", "starts_on")),
        planned=Exists(_plans("child", "starts_on")),
        attends=Exists(_special("child", "starts_on")),
        destined=Exists(destined),
        decision=_or_blank(talks, "decision"),
        **points,
    )
    return rows.order_by("starts_on", "pk").values(*Stay.__dataclass_fields__)


def _facts_of_referrals(found: QuerySet) -> QuerySet:
    rows = found.annotate(
        child_id=F("case__child_id"),
        asked=Exists(_requests("case__child", "received_on")),
        planned=Exists(_plans("case__child", "received_on")),
        attends=Exists(_special("case__child", "received_on")),
    )
    return rows.order_by("received_on", "pk").values(*Turned.__dataclass_fields__)


def _or_blank(found: QuerySet, column: str) -> Any:
    return Coalesce(Subquery(found.values(column)[:1]), Value(""))


def _requests(child: str, since: str) -> QuerySet:
    """Requests for a needs assessment of a child since a day, whoever asked."""
    return NeedsAssessment.objects.counted().filter(
        case__child=OuterRef(child), received_on__gte=OuterRef(since)
    )


def _plans(child: str, since: str) -> QuerySet:
    return Plan.objects.issued().filter(
        case__child=OuterRef(child), issued_on__gte=OuterRef(since)
    )


def _special(child: str, since: str) -> QuerySet:
    """Attendance of a specialist setting, or a specialist place in any, since."""
    return Attendance.objects.filter(
        Q(setting__category__in=SPECIAL_KINDS)
        | Q(provision__in=[Provision.UNIT, Provision.RESOURCED]),
        child=OuterRef(child),
        starts_on__gt=OuterRef(since),
    )
