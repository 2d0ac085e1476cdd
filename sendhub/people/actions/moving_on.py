"""Children go on with their school when another takes its place (PPL-5).

What they were at before stays in their history, under the school's former URN.
"""

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


@transaction.atomic
def attendances_move(
    *, setting: Setting, successor: Setting, starts_on: date, by: User
) -> Setting:
    """Write that children of a closed setting are at its successor from a day on.

    Only children whom `by` sees, who are at the closed setting on the day before;
    who dies or leaves before stays as recorded. The kind of place goes along.
    Raises RuleBroken where nobody is to be moved or the successor is not open.
    """
    _check_follows(setting, successor, starts_on)
    there = Attendance.objects.visible_to(by).filter(setting=setting)
    children = there.not_over(on=starts_on).values("child")
    locked = Child.objects.select_for_update().filter(pk__in=children).order_by("pk")
    alive = [
        child.pk for child in locked if not child.died_on or child.died_on >= starts_on
    ]
    former = list(
        there.not_over(on=starts_on)
        .filter(child__in=alive, starts_on__lt=starts_on)
        .select_for_update(of=("self",))
        .select_related("child")
        .order_by("pk")
    )
    if not former:
        raise RuleBroken(NOBODY)
    _write(former, successor, starts_on, by)
    return successor


def _check_follows(setting: Setting, successor: Setting, starts_on: date) -> None:
    if not SettingLink.objects.after(setting).filter(successor=successor).exists():
        raise RuleBroken(f"{successor} does not follow {setting}.", "successor")
    if successor.opened_on and starts_on < successor.opened_on:
        opened = date_words(successor.opened_on)
        raise RuleBroken(f"{successor} opened on {opened}.", "starts_on")
    check_open(successor, starts_on)


def _write(
    former: list[Attendance], successor: Setting, starts_on: date, by: User
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
            "people.attendances_move",
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
