"""What the list of hubs and the page of one hub show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Act
from sendhub.audit.sentences import sentence
from sendhub.core.navigation import ActLink
from sendhub.nurture_hubs.models import Budget, Hub, HubHost, HubPlace, Referral
from sendhub.nurture_hubs.rules.running import (
    State,
    financial_year_words,
    state_of,
)
from sendhub.people.models import Child
from sendhub.statutory.words import date_words

NEWEST = 8
ACTS = (
    (Permission.CAPACITY_SET, "capacity-set", "Set the number of places"),
    (Permission.PAUSE_SET, "pause-set", "Pause it: nobody new starts"),
    (Permission.HOST_ADD, "host-add", "Add a school that runs it"),
    (Permission.MEMBER_ADD, "member-add", "Let somebody of the school see it"),
    (Permission.HUB_CHANGE, "hub-change", "Change what is kept of it"),
    (Permission.HUB_CLOSE, "hub-close", "Set its last day"),
)


@dataclass(frozen=True)
class Row:
    """One hub in the list."""

    hub: Any  # with its numbers of the day
    hosts: list[HubHost]
    state: State

    @property
    def schools_ending(self) -> list[HubHost]:
        """The schools that run it and close in the register."""
        return [host for host in self.hosts if host.ending_label]


def rows_of(hubs: Iterable[Any], *, on: date) -> list[Row]:
    """Each hub with its schools of a day and its state; nothing more is asked."""
    return [
        Row(hub, hosts_on(hub.hosts.all(), max(on, hub.opens_on)), _state(hub, on))
        for hub in hubs
    ]


def hosts_on(hosts: Iterable[HubHost], day: date) -> list[HubHost]:
    """The schools that run a hub on a day."""
    return [
        host
        for host in hosts
        if host.starts_on <= day and (host.ends_on is None or host.ends_on >= day)
    ]


def _state(hub: Any, on: date) -> State:
    return state_of(hub.opens_on, hub.closes_on, pauses_from=hub.pauses_from, on=on)


@dataclass(frozen=True)
class Stay:
    """One place as the hub's page shows it; without a name where it is out of sight."""

    place: HubPlace
    seen: bool

    @property
    def who(self) -> str:
        """The child's name, or that the record is restricted."""
        return self.place.child.known_as if self.seen else "Restricted record"


def stays_of(hub: Hub, user: User, *, on: date) -> list[Stay]:
    """Who is in a hub now and who comes; names only of children in sight."""
    places = HubPlace.objects.standing().filter(hub=hub, ends_on__gte=on)
    there = list(places.for_page().order_by("starts_on", "ends_on", "pk"))
    children = Child.objects.visible_to(user).filter(pk__in=[p.child_id for p in there])
    seen = set(children.values_list("pk", flat=True))
    return [Stay(place, place.child_id in seen) for place in there]


@dataclass(frozen=True)
class Waits:
    """Who waits for one hub alone; without a name where the child is out of sight."""

    referral: Referral
    seen: bool

    @property
    def who(self) -> str:
        """The child's name, or that the record is restricted."""
        return self.referral.case.child.known_as if self.seen else "Restricted record"


def waits_only(hub: Hub, user: User) -> list[Waits]:
    """Who would wait for no hub any more if this one closed, the longest first."""
    alone = Referral.objects.waiting_only_for(hub)
    seen = set(alone.visible_to(user).values_list("pk", flat=True))
    ordered = alone.for_page().order_by("waits_since", "pk")
    return [Waits(referral, referral.pk in seen) for referral in ordered]


def page_of_hub(hub: Any, user: User, *, on: date) -> dict[str, Any]:
    """Everything the page of one hub shows to one person."""
    row = rows_of([hub], on=on)[0]
    if row.schools_ending:
        prefetch_related_objects([hub], "hosts__setting__links_on__successor")
    may_end = {
        name: user.may(permission)
        for name, permission in (
            ("host", Permission.HOST_END),
            ("pause", Permission.PAUSE_END),
            ("member", Permission.MEMBER_END),
        )
    }
    sees_staff = user.may(Permission.CHILDREN_ALL)
    return {
        "hub": hub,
        "row": row,
        "facts": _facts(row),
        "hosts": sorted(hub.hosts.all(), key=lambda host: (host.starts_on, host.pk)),
        "capacities": hub.capacities.order_by("from_on"),
        "pauses": hub.pauses.order_by("-starts_on", "-pk"),
        "members": hub.members.select_related("user").order_by("user__name", "pk"),
        "budgets": budgets_of(hub),
        "stays": stays_of(hub, user, on=on),
        "acts": acts_of(hub, user),
        "may_end": may_end,
        "may_add": user.may(Permission.HOST_ADD),
        "waits": waits_only(hub, user) if hub.closes_on and sees_staff else [],
        "sees_staff": sees_staff,
        "sees_money": user.may(Permission.HUB_EVALUATE),
        "may_set_budget": user.may(Permission.BUDGET_SET),
        "entries": _entries(hub) if sees_staff else [],
        "today": on,
    }


def acts_of(hub: Hub, user: User) -> list[ActLink]:
    """What this person may do with a hub."""
    return [
        ActLink(label, reverse(f"nurture_hubs:{name}", args=[hub.pk]))
        for permission, name, label in ACTS
        if user.may(permission)
    ]


def _facts(row: Row) -> list[dict[str, Any]]:
    hub = row.hub
    facts = [
        ("For", hub.get_phase_display()),
        ("Age at entry", f"{hub.age_from} to {hub.age_to}"),
        ("Sessions", hub.sessions),
        ("Opening date", date_words(hub.opens_on)),
        ("Places today", f"{hub.taken_now} of {hub.places_now} taken"),
    ]
    if hub.closes_on:
        facts.append(("Last day", date_words(hub.closes_on)))
    return [{"key": key, "value": value} for key, value in facts]


def budgets_of(hub: Hub | None) -> list[tuple[str, str]]:
    """What a hub, or without one the network, has for each financial year."""
    return [
        (financial_year_words(budget.year), f"£{budget.pence / 100:,.2f}")
        for budget in Budget.objects.filter(hub=hub).order_by("-year")
    ]


def _entries(hub: Hub) -> list[dict[str, Any]]:
    """What was done with the hub last, newest first; never about a child."""
    acts = Act.objects.filter(
        about_type="nurture_hubs.hub", about_id=hub.pk, child_id=None
    )
    return [
        {
            "title": sentence(act.act, act.facts),
            "date": act.happened_on,
            "by": act.by_name,
        }
        for act in acts.order_by("-pk")[:NEWEST]
    ]
