"""Statuses of a child that everybody must see (PPL-2)."""

from datetime import date

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.models import Code
from sendhub.people import rules
from sendhub.people.models import Child, ChildStatus
from sendhub.people.rules import StatusKind


@transaction.atomic
def status_start(
    *,
    child: Child,
    kind: str,
    starts_on: date,
    by: User,
    authority: Code | None = None,
    detail: str = "",
) -> ChildStatus:
    """Give a child a status from a day on; a looked after child's says by whom."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    rules.check_status(kind, authority)
    rules.check_after_birth(starts_on, born_on=child.born_on, field="starts_on")
    rules.check_before_death(starts_on, died_on=child.died_on, field="starts_on")
    status = ChildStatus.objects.create(
        child=child,
        kind=kind,
        authority=authority,
        detail=detail,
        starts_on=starts_on,
    )
    record(
        "people.status_start",
        by=by,
        child=child,
        about=status,
        on=min(starts_on, clock.today()),
        status=StatusKind(kind).label,
        starts_on=starts_on,
    )
    return status


@transaction.atomic
def status_end(*, status: ChildStatus, ends_on: date, by: User) -> ChildStatus:
    """Write the last day of a status."""
    status = ChildStatus.objects.select_for_update().get(pk=status.pk)
    rules.check_end(ends_on, starts_on=status.starts_on)
    status.ends_on = ends_on
    status.save(update_fields=["ends_on"])
    record(
        "people.status_end",
        by=by,
        child=status.child,
        about=status,
        on=min(ends_on, clock.today()),
        status=status,
        ends_on=ends_on,
    )
    return status
