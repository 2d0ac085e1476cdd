"""Where a child lives and where they are taught."""

from datetime import date, timedelta
from typing import TypedDict, TypeVar, Unpack

from django.db import transaction

from sendhub.accounts.models import Team, User
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.people import identifiers, rules
from sendhub.people.models import Address, Adult, Attendance, Child, LocalityArea
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words

DAY = timedelta(days=1)
P = TypeVar("P", Address, Attendance)


class Home(TypedDict):
    """An address and the day from which somebody lives there."""

    lines: str
    town: str
    postcode: str
    starts_on: date


class Place(TypedDict, total=False):
    """What kind of place a child has at a setting (SEN2 module 5b)."""

    provision: rules.Provision
    residential: Code | None
    work_based: Code | None


@transaction.atomic
def address_change(*, child: Child, by: User, **home: Unpack[Home]) -> Address:
    """Write where the child lives from a day on; the former address ends before it.

    One from before the present address ends where that begins. The locality team
    follows from the postcode of the last (PPL-9).
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    starts_on = home["starts_on"]
    rules.check_after_birth(starts_on, born_on=child.born_on, field="starts_on")
    rules.check_not_future(starts_on, on=clock.today(), field="starts_on")
    there = list(child.addresses.not_over(on=starts_on))
    address = Address(child=child, ends_on=_make_room(there, starts_on))
    write_address(address, home)
    if not address.ends_on:
        locality_set(child=child, postcode=address.postcode)
    record(
        "people.address_change",
        by=by,
        child=child,
        about=address,
        on=starts_on,
        starts_on=starts_on,
    )
    return address


@transaction.atomic
def adult_address_change(
    *,
    adult: Adult,
    child: Child,
    by: User,
    **home: Unpack[Home],
) -> Address:
    """Write where an adult lives, where that is not with the child."""
    adult = Adult.objects.select_for_update().get(pk=adult.pk)
    starts_on = home["starts_on"]
    rules.check_not_future(starts_on, on=clock.today(), field="starts_on")
    there = list(adult.addresses.not_over(on=starts_on))
    address = Address(adult=adult, ends_on=_make_room(there, starts_on))
    write_address(address, home)
    record(
        "people.adult_address_change",
        by=by,
        child=child,
        about=address,
        on=starts_on,
        starts_on=starts_on,
    )
    return address


def locality_of(postcode: str) -> Team | None:
    """The locality team of a postcode; none outside the county."""
    area = LocalityArea.objects.holding(postcode) if postcode else None
    return area.team if area else None


def locality_set(*, child: Child, postcode: str) -> None:
    """Give a child the locality team of a postcode."""
    team = locality_of(postcode)
    if child.team != team:
        child.team = team
        child.save(update_fields=["team"])


@transaction.atomic
def attendance_start(
    *,
    child: Child,
    setting: Setting,
    starts_on: date,
    by: User,
    **place: Unpack[Place],
) -> Attendance:
    """Write where the child is taught from a day on; the former ends the day before.

    `place` says what the return asks of it; left out, it is an ordinary day place.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    rules.check_after_birth(starts_on, born_on=child.born_on, field="starts_on")
    rules.check_before_death(starts_on, died_on=child.died_on, field="starts_on")
    check_open(setting, starts_on)
    there = list(child.attendances.not_over(on=starts_on).select_related("setting"))
    _check_elsewhere(there, setting, starts_on)
    attendance = Attendance.objects.create(
        child=child,
        setting=setting,
        starts_on=starts_on,
        ends_on=_make_room(there, starts_on),
        **place,
    )
    record(
        "people.attendance_start",
        by=by,
        child=child,
        about=attendance,
        on=min(starts_on, clock.today()),
        setting=setting,
        starts_on=starts_on,
    )
    return attendance


@transaction.atomic
def attendance_end(*, attendance: Attendance, ends_on: date, by: User) -> Attendance:
    """Write the last day at a setting, with no other setting to follow yet."""
    attendance = Attendance.objects.select_for_update().get(pk=attendance.pk)
    rules.check_end(ends_on, starts_on=attendance.starts_on)
    attendance.ends_on = ends_on
    attendance.save(update_fields=["ends_on"])
    record(
        "people.attendance_end",
        by=by,
        child=attendance.child,
        about=attendance,
        on=min(ends_on, clock.today()),
        setting=attendance.setting,
        ends_on=ends_on,
    )
    return attendance


def _check_elsewhere(
    there: list[Attendance], setting: Setting, starts_on: date
) -> None:
    """Refuse the setting that the child is at already, or goes to next."""
    if any(one.setting == setting and one.starts_on <= starts_on for one in there):
        raise RuleBroken(f"The child is already at {setting} on that day.", "setting")
    following = min(there, key=lambda one: one.starts_on, default=None)
    if following and following.setting == setting:
        day = date_words(following.starts_on)
        raise RuleBroken(
            f"{setting} is recorded from {day}. If it began earlier, correct that "
            "first day.",
            "starts_on",
        )


def check_open(setting: Setting, on: date) -> None:
    """Refuse a setting that is closed on the day."""
    if setting.closed_on and setting.closed_on < on:
        closed = date_words(setting.closed_on)
        raise RuleBroken(f"{setting} closed on {closed}. Choose another.", "setting")
    if not setting.is_open and not setting.closed_on:
        raise RuleBroken(
            f"{setting} is not open: “{setting.get_status_display()}”. Choose another.",
            "setting",
        )


def _make_room(there: list[P], starts_on: date) -> date | None:
    """End what held until now; give the day before what is recorded from later on."""
    for same in there:
        if same.starts_on == starts_on:
            raise RuleBroken(
                f"“{same}” is already recorded from that day. If it is wrong, correct "
                "it. If it was followed by this, give a later day.",
                "starts_on",
            )
    for former in there:
        if former.starts_on < starts_on:
            former.ends_on = starts_on - DAY
            former.save(update_fields=["ends_on"])
    later = [one.starts_on for one in there if one.starts_on > starts_on]
    return min(later) - DAY if later else None


def write_address(address: Address, home: Home) -> None:
    """Put what was typed into an address, and keep it."""
    postcode = home["postcode"]
    if not home["lines"]:
        raise RuleBroken("Enter the address.", "lines")
    address.lines, address.town = home["lines"], home["town"]
    address.postcode = identifiers.postcode(postcode) if postcode else ""
    address.starts_on = home["starts_on"]
    address.save()
