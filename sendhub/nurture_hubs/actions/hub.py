"""Opening a hub, changing and closing it, and which schools run it (HUB-1)."""

from datetime import date, timedelta
from typing import TypedDict, Unpack

from django.db import transaction
from django.db.models import Min

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.models import (
    Hub,
    HubCapacity,
    HubHost,
    HubPlace,
    Referral,
)
from sendhub.nurture_hubs.rules.running import check_hosted, check_in_time
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words


class HubFacts(TypedDict):
    """What is kept of a hub."""

    name: str
    phase: str
    age_from: int
    age_to: int
    sessions: str
    opens_on: date


class Beginning(HubFacts):
    """What a new hub begins with: a school or two, and its places."""

    host: Setting
    second_host: Setting | None
    places: int


@transaction.atomic
def hub_open(*, by: User, **begins: Unpack[Beginning]) -> Hub:
    """Open a hub from a day on, with the schools that run it and its places."""
    host, second = begins["host"], begins["second_host"]
    check_in_time(clock.today(), opens_on=begins["opens_on"])
    if host == second:
        raise RuleBroken("This is the same school twice.", "second_host")
    _check_ages(begins["age_from"], begins["age_to"])
    hub = Hub.objects.create(
        name=begins["name"],
        phase=begins["phase"],
        age_from=begins["age_from"],
        age_to=begins["age_to"],
        sessions=begins["sessions"],
        opens_on=begins["opens_on"],
    )
    for school in filter(None, (host, second)):
        HubHost.objects.create(hub=hub, setting=school, starts_on=hub.opens_on)
    HubCapacity.objects.create(
        hub=hub, from_on=hub.opens_on, places=begins["places"], set_by=by
    )
    record(
        "nurture_hubs.hub_open",
        by=by,
        about=hub,
        hub=hub,
        opens_on=hub.opens_on,
        hosts=" and ".join(str(school) for school in (host, second) if school),
        places=begins["places"],
    )
    return hub


@transaction.atomic
def hub_change(*, hub: Hub, by: User, **facts: Unpack[HubFacts]) -> Hub:
    """Change what is kept of a hub.

    Opened earlier than was thought: the first school and the first number of places
    hold from then. Opened later: refused while a place is promised before.
    """
    hub = locked_hub(hub)
    was = hub.opens_on
    if facts["opens_on"] != was:
        check_in_time(clock.today(), opens_on=facts["opens_on"])
    _check_ages(facts["age_from"], facts["age_to"])
    _check_promised_before(hub, facts["opens_on"])
    for name, value in facts.items():
        setattr(hub, name, value)
    hub.save(update_fields=list(facts))
    if hub.opens_on < was:
        _first_from_opening(hub)
    check_hosts(hub, field="opens_on")
    record("nurture_hubs.hub_change", by=by, about=hub, hub=hub)
    return hub


@transaction.atomic
def hub_close(*, hub: Hub, closes_on: date | None, because: str, by: User) -> Hub:
    """Set the last day of a hub, or take it back: without one it stays open.

    Whoever has a place after that day has to have another first, and whoever waits for
    this hub alone has to be agreed for another, or their referral ended.
    """
    hub = locked_hub(hub)
    if closes_on is None and hub.closes_on is None:
        raise RuleBroken("Enter the last day.", "closes_on")
    check_in_time(clock.today(), closes_on=closes_on)
    if closes_on:
        _check_promised_after(hub, closes_on)
    if closes_on and (hub.closes_on is None or closes_on < hub.closes_on):
        _check_nobody_waits(hub)
    hub.closes_on = closes_on
    hub.save(update_fields=["closes_on"])
    check_hosts(hub, field="closes_on")
    last = f"closes: its last day is {date_words(closes_on)}" if closes_on else ""
    record(
        "nurture_hubs.hub_close",
        by=by,
        about=hub,
        hub=hub,
        what=last or "stays open after all",
        reason=because,
    )
    return hub


@transaction.atomic
def host_add(*, hub: Hub, setting: Setting, starts_on: date, by: User) -> HubHost:
    """Add a school that runs a hub: beside another, or in its place from a day on."""
    check_in_time(clock.today(), starts_on=starts_on)
    hub = locked_hub(hub)
    host = HubHost.objects.create(hub=hub, setting=setting, starts_on=starts_on)
    record(
        "nurture_hubs.host_add",
        by=by,
        about=hub,
        hub=hub,
        setting=setting,
        starts_on=starts_on,
    )
    return host


@transaction.atomic
def host_end(*, host: HubHost, ends_on: date, by: User) -> HubHost:
    """Say on which day a school stops to run a hub; another must run it from then.

    The children who have places keep them, and count as they did.
    """
    hub = locked_hub(host.hub)
    host = HubHost.objects.select_related("setting").get(pk=host.pk)
    if ends_on < host.starts_on:
        raise RuleBroken(
            f"This school runs the hub since {date_words(host.starts_on)}: it cannot "
            "stop before.",
            "ends_on",
        )
    check_in_time(clock.today(), ends_on=ends_on)
    host.ends_on = ends_on
    host.save(update_fields=["ends_on"])
    check_hosts(hub, field="ends_on")
    record(
        "nurture_hubs.host_end",
        by=by,
        about=hub,
        hub=hub,
        setting=host.setting,
        ends_on=ends_on,
    )
    return host


def locked_hub(hub: Hub) -> Hub:
    """Take a hub for this transaction, as the database does when it counts its days."""
    return Hub.objects.select_for_update(no_key=True).get(pk=hub.pk)


def check_hosts(hub: Hub, *, field: str) -> None:
    """Look whether a school runs the hub on each day that it is open."""
    check_hosted(
        hub.hosts.values_list("starts_on", "ends_on"),
        opens_on=hub.opens_on,
        closes_on=hub.closes_on,
        field=field,
    )


def _check_ages(age_from: int, age_to: int) -> None:
    if age_to < age_from:
        raise RuleBroken("The oldest cannot be younger than the youngest.", "age_to")


def _first_from_opening(hub: Hub) -> None:
    """Let the schools and the places that came first hold from the opening on."""
    first = hub.hosts.aggregate(day=Min("starts_on"))["day"]
    if first and first > hub.opens_on:
        hub.hosts.filter(starts_on=first).update(starts_on=hub.opens_on)
    first = hub.capacities.aggregate(day=Min("from_on"))["day"]
    if first and first > hub.opens_on:
        hub.capacities.filter(from_on=first).update(from_on=hub.opens_on)


def _check_promised_before(hub: Hub, opens_on: date) -> None:
    standing = HubPlace.objects.standing().filter(hub=hub)
    if many := standing.filter(starts_on__lt=opens_on).count():
        raise RuleBroken(
            f"{_places(many)} promised before that day: move or withdraw them first. "
            "You find them on the page of this hub.",
            "opens_on",
        )


def _check_promised_after(hub: Hub, closes_on: date) -> None:
    standing = HubPlace.objects.standing().filter(hub=hub)
    after = standing.during(closes_on + timedelta(days=1), date.max)
    if many := after.count():
        raise RuleBroken(
            f"{_places(many)} promised after that day: end or move them first. You "
            "find them on the page of this hub, under Children now and to come.",
            "closes_on",
        )


def _check_nobody_waits(hub: Hub) -> None:
    if many := Referral.objects.waiting_only_for(hub).count():
        who = "1 child waits" if many == 1 else f"{many} children wait"
        raise RuleBroken(
            f"{who} for a place in this hub and in no other that stays open. They are "
            "listed on this page: have another hub agree to them, or end their "
            "referrals, first.",
            "closes_on",
        )


def _places(many: int) -> str:
    return "1 place is" if many == 1 else f"{many} places are"
