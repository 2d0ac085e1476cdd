"""Allocating places in the hubs, moving and ending them (HUB-3 to HUB-6)."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import rules
from sendhub.nurture_hubs.actions.clocks import clocks_refresh
from sendhub.nurture_hubs.actions.untrue import (
    letters_stop,
    referral_letters_stop,
    talk_cancel,
)
from sendhub.nurture_hubs.actions.waits import wait_or_not
from sendhub.nurture_hubs.days import check_free
from sendhub.nurture_hubs.letters import ABOUT_THE_TALK, UNTIL_A_PLACE, UNTIL_THE_TALK
from sendhub.nurture_hubs.models import Hub, HubPlace, Referral
from sendhub.nurture_hubs.quota import quota_of
from sendhub.nurture_hubs.rules import OPEN, Standing
from sendhub.nurture_hubs.rules.referrals import check_alive
from sendhub.nurture_hubs.waiting import in_order
from sendhub.people.models import Child
from sendhub.statutory.words import date_words

MOVED = [
    "starts_on",
    "ends_on",
    "from_host",
    "few_others_because",
    "ended_because",
    "shortened_on",
]
ENDING = ["standing", "waits_since", "ended_on", "ended_by", "ended_because"]


class Stay(TypedDict):
    """From which day to which."""

    starts_on: date
    ends_on: date


class Reasons(TypedDict, total=False):
    """Why a rule is set aside; "" where none is."""

    again_because: str
    few_others_because: str
    order_because: str


@transaction.atomic
def place_allocate(
    *, referral: Referral, hub: Hub, by: User, stay: Stay, **reasons: Unpack[Reasons]
) -> HubPlace:
    """Promise a place in a hub that agreed to take the child.

    The child is held first, then the hub, as the database holds them: whoever comes a
    moment later finds the hub full and is told so. The database keeps the count
    whatever is forgotten here (`nurture_hubs_day_not_overbooked`).
    """
    child = held_child(referral.case.child_id)
    referral = locked(referral)
    if referral.standing not in OPEN:
        raise RuleBroken("This referral has ended or has its place.")
    check_alive(child.died_on)
    _check_may_enter(referral, hub, stay)
    hub = _held(hub, child)
    _check_again(child, reasons.get("again_because", ""), by)
    check_free(hub, **stay)
    _check_order(referral, hub, reasons.get("order_because", ""))
    too_few = _years_too_few(hub, stay)
    place = HubPlace.objects.create(
        referral=referral,
        hub=hub,
        child=child,
        from_host=hub.is_hosted_by(referral.setting_id, on=stay["starts_on"]),
        allocated_by=by,
        allocated_on=clock.today(),
        again_by=by if reasons.get("again_because") else None,
        **stay,
        **reasons,
    )
    _check_quota(place, too_few)
    referral.standing = Standing.PLACED
    referral.save(update_fields=["standing"])
    referral_letters_stop(referral, UNTIL_A_PLACE, reason="The child has a place.")
    clocks_refresh(place)
    _record_place("nurture_hubs.place_allocate", place, by=by)
    return place


@transaction.atomic
def place_move(
    *, place: HubPlace, stay: Stay, few_others_because: str = "", by: User
) -> HubPlace:
    """Move the first or the last day of a place that is not over."""
    place = locked_place(place)
    check_alive(place.child.died_on)
    today, was = clock.today(), (place.starts_on, place.ends_on)
    if place.ends_on < today:
        raise RuleBroken(
            f"This place ended on {date_words(place.ends_on)}: it is not moved any "
            "more."
        )
    if (stay["starts_on"], stay["ends_on"]) == was:
        raise RuleBroken("These are the days that it has already.", "ends_on")
    if stay["ends_on"] < min(today, place.ends_on):
        raise RuleBroken("This day has passed: end the place early instead.", "ends_on")
    hub = _held(place.hub, place.child)
    _check_days_moved(place, hub, stay)
    check_free(hub, **stay, own=was)
    too_few = _years_too_few(hub, stay)
    place.starts_on, place.ends_on = stay["starts_on"], stay["ends_on"]
    if place.starts_on != was[0]:
        place.from_host = hub.is_hosted_by(
            place.referral.setting_id, on=place.starts_on
        )
    place.few_others_because = few_others_because or place.few_others_because
    place.ended_because = ""
    if place.ends_on != was[1]:
        place.shortened_on = today if place.ends_on < was[1] else None
    place.save(update_fields=MOVED)
    _check_quota(place, too_few)
    talk_cancel(place, by=by, reason="The place was moved.")
    clocks_refresh(place)
    letters_stop(place, UNTIL_THE_TALK, reason="The place was moved.")
    _record_place("nurture_hubs.place_move", place, by=by)
    return place


@transaction.atomic
def place_end(*, place: HubPlace, ends_on: date, reason: str, by: User) -> HubPlace:
    """End a place early: the days after it are free again."""
    place = locked_place(place)
    if ends_on < place.starts_on:
        raise RuleBroken(
            f"The place begins on {date_words(place.starts_on)}: it cannot end before. "
            "If the child never came, take the place back instead.",
            "ends_on",
        )
    if ends_on >= place.ends_on:
        raise RuleBroken(
            f"The place ends on {date_words(place.ends_on)} anyway.", "ends_on"
        )
    place.ends_on, place.ended_because = ends_on, reason
    place.shortened_on = clock.today()
    place.save(update_fields=["ends_on", "ended_because", "shortened_on"])
    talk_cancel(place, by=by, reason="The place ends early.")
    clocks_refresh(place)
    letters_stop(place, UNTIL_THE_TALK, reason="The place ends early.")
    _record_place("nurture_hubs.place_end", place, by=by, reason=reason)
    return place


@transaction.atomic
def place_withdraw(*, place: HubPlace, reason: str, by: User) -> HubPlace:
    """Take back a place to which the child never came.

    The referral waits again, since when it waited before, where both still agree. Once
    the first day has passed it is for a service manager to say (HUB-5).
    """
    place = locked_place(place)
    _check_never_came(place, by)
    place.take_back(by=by, reason=reason)
    _wait_again(place, by=by, reason=reason)
    clocks_refresh(place)
    kinds = [*UNTIL_THE_TALK, *ABOUT_THE_TALK]
    letters_stop(place, kinds, reason="The place was taken back.")
    _record_place("nurture_hubs.place_withdraw", place, by=by, reason=reason)
    return place


def _check_never_came(place: HubPlace, by: User) -> None:
    """Refuse to take back a place that a child has used."""
    if place.destinations.standing().exists():
        raise RuleBroken(
            "It is recorded where the child is after this place: the child was there."
        )
    if place.talks.standing().filter(held_on__isnull=False).exists():
        raise RuleBroken("The talk about its end was held: the child was there.")
    if place.referral.measures.standing().in_hub().exists():
        raise RuleBroken(
            "It is recorded what was measured in the hub: the child was there. If that "
            "is wrong, say first that it was entered in error."
        )
    if place.starts_on < clock.today() and not by.may(Permission.HUB_STAY_AGAIN):
        raise RuleBroken(
            f"The place began on {date_words(place.starts_on)}: end it early. If the "
            "child never came, ask a service manager to take it back."
        )


def _wait_again(place: HubPlace, *, by: User, reason: str) -> None:
    """Let the referral wait as before; it ends where another asks for a place now."""
    referral = place.referral
    others = Referral.objects.open().of_child(place.child)
    if place.child.died_on or others.exists():
        today = clock.today()
        referral.standing, referral.waits_since = Standing.WITHDRAWN, None
        referral.ended_on = max(today, referral.received_on)
        referral.ended_by, referral.ended_because = by, reason
        referral.save(update_fields=ENDING)
        return
    referral.standing = Standing.REFERRED
    wait_or_not(referral, also=["standing"])


def _check_may_enter(referral: Referral, hub: Hub, stay: Stay) -> None:
    """Refuse what needs no look at the others: days, age, who agreed (HUB-3)."""
    rules.check_stay(**stay, not_before=clock.today())
    child = referral.case.child
    ages = (hub.age_from, hub.age_to)
    rules.check_age(child.born_on, on=stay["starts_on"], ages=ages)
    if referral.consent_on is None:
        raise RuleBroken("The family has not agreed yet.")
    rules.check_agreed(referral.agreed_by(hub.pk))
    _check_open(hub, stay)
    rules.check_not_paused(
        stay["starts_on"], [(p.starts_on, p.ends_on) for p in hub.pauses.all()]
    )


def _check_days_moved(place: HubPlace, hub: Hub, stay: Stay) -> None:
    """Refuse other days that a place cannot have (HUB-5)."""
    today, starts_on = clock.today(), stay["starts_on"]
    moved = starts_on != place.starts_on
    if moved and place.starts_on <= today:
        raise RuleBroken("The child has started: the first day stays.", "starts_on")
    rules.check_stay(**stay, not_before=min(today, place.starts_on))
    _check_open(hub, stay)
    if moved:
        ages = (hub.age_from, hub.age_to)
        rules.check_age(place.child.born_on, on=starts_on, ages=ages)
        pauses = [(p.starts_on, p.ends_on) for p in hub.pauses.all()]
        rules.check_not_paused(starts_on, pauses)


def _check_open(hub: Hub, stay: Stay) -> None:
    rules.check_open(**stay, opens_on=hub.opens_on, closes_on=hub.closes_on)


def _check_again(child: Child, reason: str, by: User) -> None:
    """A second stay is for a service manager to allow, with the reason (HUB-5)."""
    before = HubPlace.objects.standing().of_child(child).latest_first().first()
    if before is None:
        return
    had = (
        f"The child has had a place in {before.hub}, from "
        f"{date_words(before.starts_on)} to {date_words(before.ends_on)}. One stay in "
        "one hub is what a child has, even where two are not longer than twelve months."
    )
    if not by.may(Permission.HUB_STAY_AGAIN):
        raise RuleBroken(
            f"{had} A second stay is for a service manager to allow: ask one to "
            "allocate it.",
            "again_because",
        )
    if not reason:
        raise RuleBroken(f"{had} Say why a second stay is allowed.", "again_because")


def _check_order(referral: Referral, hub: Hub, reason: str) -> None:
    """Refuse to pass others over without a reason (HUB-10)."""
    if reason:
        return
    waiting = [other.pk for other in in_order(hub, today=clock.today())]
    if referral.pk not in waiting:
        return
    before = waiting.index(referral.pk)
    if before:
        others = "1 child stands" if before == 1 else f"{before} children stand"
        raise RuleBroken(
            f"{others} before this one in the waiting order. Say why this child goes "
            "first.",
            "order_because",
        )


def _years_too_few(hub: Hub, stay: Stay) -> set[int]:
    """The school years in which two from other schools cannot come any more."""
    today = clock.today()
    return {
        year
        for year in rules.school_years(**stay)
        if quota_of(hub, year, today=today).impossible
    }


def _check_quota(place: HubPlace, before: set[int]) -> None:
    """Refuse to make two children from other schools impossible (HUB-6; seed 34)."""
    if place.few_others_because:
        return
    stay = Stay(starts_on=place.starts_on, ends_on=place.ends_on)
    for year in sorted(_years_too_few(place.hub, stay) - before):
        quota = quota_of(place.hub, year, today=clock.today())
        raise RuleBroken(
            f"With this there is no room left in {rules.year_words(year)} for "
            f"{quota.missing_words} from other schools. If it must be, say why.",
            "few_others_because",
        )


def _held(hub: Hub, child: Child) -> Hub:
    """Hold the child, then the hub: its days wait until this is done."""
    held_child(child.pk)
    return Hub.objects.select_for_update(no_key=True).get(pk=hub.pk)


def held_child(child_id: int) -> Child:
    """Hold a child before whatever hangs on it, as every act on a child does."""
    return Child.objects.select_for_update(no_key=True).get(pk=child_id)


def locked(referral: Referral) -> Referral:
    """Take a referral for this transaction alone."""
    return (
        Referral.objects.select_related("case__child")
        .select_for_update(of=("self",))
        .get(pk=referral.pk)
    )


def locked_place(place: HubPlace) -> HubPlace:
    """Take a place that stands for this transaction alone, its child first."""
    of_place = HubPlace.objects.filter(pk=place.pk).values("child")
    child = Child.objects.select_for_update(no_key=True).get(pk__in=of_place)
    found = (
        HubPlace.objects.select_related("referral__case__child", "hub")
        .select_for_update(of=("self",))
        .get(pk=place.pk)
    )
    if found.withdrawn_at:
        raise RuleBroken("This place was taken back.")
    if found.child_id == child.pk:  # a merge may have been first
        found.child = child
    return found


def _record_place(act: str, place: HubPlace, *, by: User, reason: str = "") -> None:
    record(
        act,
        by=by,
        child=place.child,
        about=place,
        hub=place.hub,
        starts_on=place.starts_on,
        ends_on=place.ends_on,
        reason=reason,
    )
