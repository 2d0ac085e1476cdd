"""Mending an address or a setting that was written down wrong: nobody moved."""

from datetime import date
from typing import TypeVar, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.people import rules
from sendhub.people.actions.places import (
    DAY,
    Home,
    Place,
    check_open,
    locality_set,
    write_address,
)
from sendhub.people.models import Address, Attendance, Child
from sendhub.people.querysets import DatedQuerySet
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words

P = TypeVar("P", Address, Attendance)


@transaction.atomic
def address_correct(
    *, address: Address, child: Child, by: User, **home: Unpack[Home]
) -> Address:
    """Mend an address of the child, or of an adult around them.

    What was written before stays in the change history.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    address = Address.objects.select_for_update().get(pk=address.pk)
    starts_on = home["starts_on"]
    rules.check_not_future(starts_on, on=clock.today(), field="starts_on")
    others = Address.objects.filter(child=address.child_id, adult=address.adult_id)
    if address.child_id:
        rules.check_after_birth(starts_on, born_on=child.born_on, field="starts_on")
    _start(address, others, starts_on)
    write_address(address, home)
    if address.child_id and not address.ends_on:
        locality_set(child=child, postcode=address.postcode)
    record(
        "people.address_correct",
        by=by,
        child=child,
        about=address,
        whose="" if address.child_id else " of a contact",
        starts_on=starts_on,
    )
    return address


@transaction.atomic
def attendance_correct(
    *,
    attendance: Attendance,
    setting: Setting,
    starts_on: date,
    by: User,
    **place: Unpack[Place],
) -> Attendance:
    """Mend which setting it was, the first day there, or what kind of place it is."""
    child = Child.objects.select_for_update().get(pk=attendance.child_id)
    attendance = Attendance.objects.select_for_update().get(pk=attendance.pk)
    rules.check_after_birth(starts_on, born_on=child.born_on, field="starts_on")
    rules.check_before_death(starts_on, died_on=child.died_on, field="starts_on")
    if attendance.setting_id != setting.pk:
        check_open(setting, starts_on)
    _start(attendance, child.attendances.all(), starts_on)
    attendance.setting = setting
    for name, value in place.items():
        setattr(attendance, name, value)
    attendance.save(update_fields=["setting", *place])
    record(
        "people.attendance_correct",
        by=by,
        child=child,
        about=attendance,
        setting=setting,
        starts_on=starts_on,
    )
    return attendance


def _start(period: P, others: DatedQuerySet, starts_on: date) -> None:
    """Give a period its right first day; what ended the day before moves with it."""
    if period.ends_on and starts_on > period.ends_on:
        day = date_words(period.ends_on)
        raise RuleBroken(f"It ended on {day}: it cannot start later.", "starts_on")
    former = others.filter(ends_on=period.starts_on - DAY).first()
    earlier = starts_on < period.starts_on
    period.starts_on = starts_on
    if former and former.starts_on >= starts_on:
        raise RuleBroken(
            f"“{former}” is recorded from {date_words(former.starts_on)}. "
            "Give a later day, or correct that one first.",
            "starts_on",
        )
    if former:
        former.ends_on = starts_on - DAY
    # Shorten one before the other grows: two never hold on one day.
    for one in [former, period] if earlier else [period, former]:
        if one:
            one.save(update_fields=["starts_on", "ends_on"])
