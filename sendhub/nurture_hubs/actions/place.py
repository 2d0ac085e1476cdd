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
from sendhub.nurture_hubs.models import Hub, HubPlace, Referral
from sendhub.nurture_hubs.quota import quota_of
from sendhub.nurture_hubs.rules import OPEN, Standing
from sendhub.statutory.words import date_words


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

    The database keeps the count: a full day refuses it
    (`nurture_hubs_day_not_overbooked`), and so do a day too many (HUB-5), a hub that
    is not open, and an agreement that is missing (HUB-3).
    """
    referral = locked(referral)
    if referral.standing not in OPEN:
        raise RuleBroken("This referral has ended or has its place.")
    child = referral.case.child
    rules.check_stay(**stay, not_before=clock.today())
    rules.check_age(
        child.born_on, on=stay["starts_on"], ages=(hub.age_from, hub.age_to)
    )
    again = reasons.get("again_because", "")
    _check_may_come_again(again, by)
    place = HubPlace.objects.create(
        referral=referral,
        hub=hub,
        child=child,
        from_host=hub.is_hosted_by(referral.setting_id, on=stay["starts_on"]),
        allocated_by=by,
        allocated_on=clock.today(),
        again_by=by if again else None,
        **stay,
        **reasons,
    )
    check_quota(place)
    referral.standing, referral.waits_since = Standing.PLACED, None
    referral.save(update_fields=["standing", "waits_since"])
    clocks_refresh(place)
    _record_place("nurture_hubs.place_allocate", place, by=by)
    return place


@transaction.atomic
def place_move(
    *, place: HubPlace, stay: Stay, few_others_because: str = "", by: User
) -> HubPlace:
    """Move the first or the last day of a place that has not ended."""
    place = locked_place(place)
    today = clock.today()
    if place.ends_on < today:
        raise RuleBroken(f"This place ended on {date_words(place.ends_on)}.")
    if place.starts_on <= today and stay["starts_on"] != place.starts_on:
        raise RuleBroken("The child has started: the first day stays.", "starts_on")
    rules.check_stay(**stay, not_before=min(today, place.starts_on))
    place.starts_on, place.ends_on = stay["starts_on"], stay["ends_on"]
    place.few_others_because = few_others_because or place.few_others_because
    place.save(update_fields=["starts_on", "ends_on", "few_others_because"])
    check_quota(place)
    clocks_refresh(place)
    _record_place("nurture_hubs.place_move", place, by=by)
    return place


@transaction.atomic
def place_end(*, place: HubPlace, ends_on: date, reason: str, by: User) -> HubPlace:
    """End a place early: the days after it are free again."""
    place = locked_place(place)
    if ends_on < place.starts_on:
        raise RuleBroken(
            f"The place began on {date_words(place.starts_on)}: it cannot end before. "
            "If the child never came, withdraw it.",
            "ends_on",
        )
    if ends_on >= place.ends_on:
        raise RuleBroken(
            f"The place ends on {date_words(place.ends_on)} anyway.", "ends_on"
        )
    place.ends_on, place.ended_because = ends_on, reason
    place.save(update_fields=["ends_on", "ended_because"])
    clocks_refresh(place)
    _record_place("nurture_hubs.place_end", place, by=by, reason=reason)
    return place


@transaction.atomic
def place_withdraw(*, place: HubPlace, reason: str, by: User) -> HubPlace:
    """Take back a place to which the child never came; the referral waits again."""
    place = locked_place(place)
    place.take_back(by=by, reason=reason)
    referral = place.referral
    referral.standing = Standing.WAITING
    referral.waits_since = max(place.allocated_on, referral.received_on)
    referral.save(update_fields=["standing", "waits_since"])
    clocks_refresh(place)
    _record_place("nurture_hubs.place_withdraw", place, by=by, reason=reason)
    return place


def check_quota(place: HubPlace) -> None:
    """Refuse to make two children from other schools impossible (HUB-6; seed 34)."""
    if place.few_others_because or not place.from_host:
        return
    for year in rules.school_years(place.starts_on, place.ends_on):
        quota = quota_of(place.hub, year, today=clock.today())
        if quota.impossible:
            raise RuleBroken(
                f"With this there is no room left in {rules.year_words(year)} for "
                f"{quota.missing_words} from other schools. If it must be, say why.",
                "few_others_because",
            )


def _check_may_come_again(reason: str, by: User) -> None:
    """A second stay is for a service manager to allow."""
    if reason and not by.may(Permission.HUB_STAY_AGAIN):
        raise RuleBroken(
            "A second stay is for a service manager to allow.", "again_because"
        )


def locked(referral: Referral) -> Referral:
    """Take a referral for this transaction alone."""
    return (
        Referral.objects.select_related("case__child")
        .select_for_update(of=("self",))
        .get(pk=referral.pk)
    )


def locked_place(place: HubPlace) -> HubPlace:
    """Take a place that stands for this transaction alone."""
    found = (
        HubPlace.objects.select_related("referral__case__child", "hub")
        .select_for_update(of=("self",))
        .get(pk=place.pk)
    )
    if found.withdrawn_at:
        raise RuleBroken("This place was withdrawn.")
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
