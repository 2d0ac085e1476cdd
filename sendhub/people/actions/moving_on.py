"""Children go on from a school that closed, with it or elsewhere (PPL-5).

What they were at before stays in their history, under the school's former URN.
"""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import keep_together, record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.people.actions.places import DAY, check_open
from sendhub.people.models import Attendance, Child
from sendhub.schools.models import Setting, SettingLink
from sendhub.statutory.words import date_words

NOBODY = "No child whom you see is there any more on that day. Look at the list again."
NOT_CLOSED = (
    "{setting} is not closed in the register. Change the setting of each child on the "
    "child’s own page."
)
ITSELF = "This is the setting that closed. Choose another."
BEGINS_LATER = (
    "{child} began there on {day}: give a later first day, or take the tick away."
)


@transaction.atomic
def attendances_move(
    *,
    setting: Setting,
    successor: Setting,
    starts_on: date,
    children: Collection[Attendance],
    by: User,
) -> Setting:
    """Write that children of a closed setting are elsewhere from a day on.

    `children` are their times at it. Where the register says what follows the setting,
    they go to one of those; where it says nothing, to any that is open. Only children
    whom `by` sees, who are at the closed setting on the day before; who dies or leaves
    before stays as recorded. The kind of place goes along.
    Raises RuleBroken where nobody is to be moved or the other setting is not open.
    """
    follows = _check_goes_on(setting, successor, starts_on)
    there = Attendance.objects.visible_to(by).at(setting)
    there = there.filter(pk__in=[one.pk for one in children]).not_over(on=starts_on)
    locked = Child.objects.select_for_update().filter(pk__in=there.values("child"))
    alive = [
        child.pk
        for child in locked.order_by("pk")
        if not child.died_on or child.died_on >= starts_on
    ]
    former = list(
        there.filter(child__in=alive)
        .select_for_update(of=("self",))
        .select_related("child")
        .order_by("pk")
    )
    if not former:
        raise RuleBroken(NOBODY, "children")
    _check_began(former, starts_on)
    _write(former, successor, starts_on, by, follows=follows)
    return successor


def _check_goes_on(setting: Setting, successor: Setting, starts_on: date) -> bool:
    """Say whether the register has it that the one follows the other."""
    links = SettingLink.objects.after(setting)
    follows = links.filter(successor=successor).exists()
    if not follows and links.exists():
        raise RuleBroken(f"{successor} does not follow {setting}.", "successor")
    if not follows and not setting.has_closed:
        raise RuleBroken(NOT_CLOSED.format(setting=setting))
    if successor == setting:
        raise RuleBroken(ITSELF, "setting")
    if successor.opened_on and starts_on < successor.opened_on:
        opened = date_words(successor.opened_on)
        raise RuleBroken(f"{successor} opened on {opened}.", "starts_on")
    check_open(successor, starts_on)
    return follows


def _check_began(former: list[Attendance], starts_on: date) -> None:
    for one in former:
        if one.starts_on >= starts_on:
            words = {"child": one.child.known_as, "day": date_words(one.starts_on)}
            raise RuleBroken(BEGINS_LATER.format(**words), "children")


def _write(
    former: list[Attendance],
    successor: Setting,
    starts_on: date,
    by: User,
    *,
    follows: bool,
) -> None:
    new = [
        Attendance(
            child=one.child,
            setting=successor,
            starts_on=starts_on,
            ends_on=one.ends_on,
            provision=one.provision,
            residential_id=one.residential_id,
            work_based_id=one.work_based_id,
        )
        for one in former
    ]
    for one in former:
        one.ends_on = starts_on - DAY
    Attendance.objects.bulk_update(former, ["ends_on"])
    Attendance.objects.bulk_create(new)
    keep_together(
        record(
            "people.attendances_move" if follows else "people.attendance_start",
            by=by,
            child=one.child,
            about=one,
            on=min(starts_on, clock.today()),
            keep=False,
            setting=successor,
            starts_on=starts_on,
        )
        for one in new
    )
