"""How many places a hub has and when it pauses, who sees it, what it may cost."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max, Min

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.actions.hub import locked_hub
from sendhub.nurture_hubs.models import (
    Budget,
    Hub,
    HubCapacity,
    HubDay,
    HubMember,
    HubPause,
    HubPlace,
)
from sendhub.nurture_hubs.rules.running import (
    check_in_time,
    check_term,
    financial_year_words,
)
from sendhub.statutory.words import date_words

ONE_DAY = timedelta(days=1)


@transaction.atomic
def capacity_set(
    *,
    hub: Hub,
    from_on: date,
    until_on: date | None,
    places: int,
    because: str,
    by: User,
) -> HubCapacity:
    """Set how many places a hub has from a day on (HUB-1).

    With a last day, for a term: the day after has the number that it would have had.
    Without, until the next change that is recorded already. Never fewer than promised.
    """
    hub = locked_hub(hub)
    check_in_time(clock.today(), from_on=from_on, until_on=until_on)
    check_term(from_on, until_on)
    _check_while_open(hub, from_on, until_on)
    _check_promises(hub, from_on, until_on or _before_next(hub, from_on), places)
    said = {"places": places, "because": because, "set_by": by}
    if until_on:
        _put_back_after(hub, until_on, by)
        within = hub.capacities.filter(from_on__gt=from_on, from_on__lte=until_on)
        within.update(**said)
    capacity, _ = hub.capacities.update_or_create(from_on=from_on, defaults=said)
    record(
        "nurture_hubs.capacity_set",
        by=by,
        about=hub,
        hub=hub,
        places=places,
        days=f"from {date_words(from_on)}"
        + (f" to {date_words(until_on)}" if until_on else ""),
        reason=because,
    )
    return capacity


def _put_back_after(hub: Hub, until_on: date, by: User) -> None:
    """Say of the day after a term the number that it has already."""
    after = until_on + ONE_DAY
    before = hub.capacities.filter(from_on__lte=after).order_by("-from_on")
    places = before.values_list("places", flat=True).first() or 0
    said = {"places": places, "because": "As before", "set_by": by}
    hub.capacities.get_or_create(from_on=after, defaults=said)


def _before_next(hub: Hub, from_on: date) -> date:
    """The last day on which a number set from a day on would hold."""
    following = hub.capacities.filter(from_on__gt=from_on)
    day = following.aggregate(day=Min("from_on"))["day"]
    return day - ONE_DAY if day else date.max


def _check_while_open(hub: Hub, from_on: date, until_on: date | None) -> None:
    if from_on < hub.opens_on:
        raise RuleBroken(f"The hub opens on {date_words(hub.opens_on)}.", "from_on")
    if hub.closes_on and (until_on or from_on) > hub.closes_on:
        raise RuleBroken(
            f"The hub’s last day is {date_words(hub.closes_on)}.",
            "until_on" if until_on else "from_on",
        )


def _check_promises(hub: Hub, first: date, last: date, places: int) -> None:
    """Refuse fewer places than are promised; say on which days and how many."""
    days = HubDay.objects.filter(hub=hub, day__range=(first, last), taken__gt=places)
    found = days.aggregate(first=Min("day"), last=Max("day"), most=Max("taken"))
    if not found["first"]:
        return
    one = found["first"] == found["last"]
    when = f"On {date_words(found['first'])}"
    if not one:
        when = f"Between {when[3:]} and {date_words(found['last'])} up to"
    raise RuleBroken(
        f"{when} {found['most']} places are promised: set at least as many, choose "
        "other days, or end or move places first.",
        "places",
    )


@transaction.atomic
def pause_set(
    *, hub: Hub, starts_on: date, ends_on: date | None, because: str, by: User
) -> HubPause:
    """Let nobody new start in a hub for a while; who is there stays (HUB-1)."""
    hub = locked_hub(hub)
    check_in_time(clock.today(), starts_on=starts_on, ends_on=ends_on)
    if ends_on and ends_on < starts_on:
        raise RuleBroken("It cannot end before it begins.", "ends_on")
    standing = HubPlace.objects.standing().filter(hub=hub, starts_on__gte=starts_on)
    start = standing.filter(starts_on__lte=ends_on or date.max)
    if many := start.count():
        who = "1 child starts" if many == 1 else f"{many} children start"
        raise RuleBroken(
            f"{who} on these days: move the start first, or choose other days. You "
            "find who it is on the page of this hub.",
            "starts_on",
        )
    pause = HubPause.objects.create(
        hub=hub, starts_on=starts_on, ends_on=ends_on, because=because, set_by=by
    )
    record(
        "nurture_hubs.pause_set",
        by=by,
        about=hub,
        hub=hub,
        days=f"from {date_words(starts_on)}"
        + (f" to {date_words(ends_on)}" if ends_on else ""),
        reason=because,
    )
    return pause


@transaction.atomic
def pause_end(*, pause: HubPause, by: User) -> None:
    """Let children start again from today; a pause that has not begun is called off."""
    hub = locked_hub(pause.hub)
    pause = HubPause.objects.get(pk=pause.pk)
    today = clock.today()
    if pause.ends_on and pause.ends_on < today:
        raise RuleBroken("This pause is over already.")
    record("nurture_hubs.pause_end", by=by, about=hub, hub=hub, day=today)
    if pause.starts_on >= today:
        pause.delete()
        return
    pause.ends_on = today - ONE_DAY
    pause.save(update_fields=["ends_on"])


@transaction.atomic
def member_add(*, hub: Hub, user: User, starts_on: date, by: User) -> HubMember:
    """Let somebody of a hub school see their hub and its children, from a day on."""
    if not user.may(Permission.AGREEMENT_ANSWER):
        raise RuleBroken(f"{user} does not sign in for a hub school.", "user")
    check_in_time(clock.today(), starts_on=starts_on)
    if HubMember.objects.filter(hub=hub, user=user, ends_on=None).exists():
        raise RuleBroken(f"{user} sees this hub already.", "user")
    member = HubMember.objects.create(hub=hub, user=user, starts_on=starts_on)
    record(
        "nurture_hubs.member_add",
        by=by,
        about=hub,
        hub=hub,
        person=user,
        starts_on=starts_on,
    )
    return member


@transaction.atomic
def member_end(*, member: HubMember, by: User) -> None:
    """End somebody's sight of a hub, at once."""
    locked = HubMember.objects.select_for_update(of=("self",))
    member = locked.select_related("hub", "user").get(pk=member.pk)
    today = clock.today()
    if member.ends_on and member.ends_on < today:
        raise RuleBroken("They do not see the hub any more.")
    record(
        "nurture_hubs.member_end",
        by=by,
        about=member.hub,
        hub=member.hub,
        person=member.user,
    )
    if member.starts_on >= today:
        member.delete()  # the history of changes keeps that it was there
        return
    member.ends_on = today - ONE_DAY
    member.save(update_fields=["ends_on"])


@transaction.atomic
def budget_set(*, hub: Hub | None, year: int, pence: int, by: User) -> Budget:
    """Set what a hub, or the whole network, has for a financial year (HUB-11)."""
    budget, _ = Budget.objects.update_or_create(
        hub=hub, year=year, defaults={"pence": pence, "set_by": by}
    )
    record(
        "nurture_hubs.budget_set",
        by=by,
        about=hub,
        whose=hub or "all hubs together",
        year=financial_year_words(year),
        pounds=f"{pence / 100:,.2f}",
    )
    return budget
