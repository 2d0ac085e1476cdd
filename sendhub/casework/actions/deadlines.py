"""Everything that changes a deadline."""

from collections.abc import Sequence
from datetime import date

from django.db import models, transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework import rules, services
from sendhub.casework.actions.tasks import drop_at_death
from sendhub.casework.limits import deadline_of
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended, Wanted
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.people.models import Child


def deadlines_refresh(*, case: Case, about: models.Model, wanted: list[Wanted]) -> None:
    """Bring a record's deadlines in line with its facts; called inside each act."""
    deadlines_refresh_each(case=case, wanted=[(about, wanted)])


@transaction.atomic
def deadlines_refresh_each(
    *, case: Case, wanted: Sequence[tuple[models.Model, list[Wanted]]]
) -> None:
    """Bring the deadlines of several records of a case in line with their facts.

    The case is locked first: two acts at one moment make each deadline once.
    """
    Case.objects.select_for_update().values_list("pk").get(pk=case.pk)
    there = _there([about for about, _ in wanted])
    new = []
    for about, of_record in wanted:
        kind, pk = about._meta.label_lower, about.pk
        for want in of_record:
            deadline = there.pop((kind, pk, want.rule, want.step), None)
            if deadline is None:
                new.append(deadline_of(case, kind, pk, want))
            else:
                _follow(deadline, case, want)
    Deadline.objects.bulk_create(new)
    for gone in there.values():
        gone.ended, gone.met_on = Ended.VOID, None
        gone.save(update_fields=["ended", "met_on"])


def _there(records: list[models.Model]) -> dict[tuple[str, int, str, str], Deadline]:
    """The deadlines of some records, locked, by what tells them apart."""
    of_kind: dict[str, list[int]] = {}
    for about in records:
        of_kind.setdefault(about._meta.label_lower, []).append(about.pk)
    meant = models.Q()
    for kind, ids in of_kind.items():
        meant |= models.Q(about_type=kind, about_id__in=ids)
    found = Deadline.objects.filter(meant).select_for_update() if records else []
    return {(d.about_type, d.about_id, d.rule, d.step): d for d in found}


def _follow(deadline: Deadline, case: Case, want: Wanted) -> None:
    """Write what has changed; what it is about may go on on another case."""
    now = (case.pk, want.title, want.due_on, want.met_on, want.ended)
    names = ["case_id", "title", "due_on", "met_on", "ended"]
    if now != tuple(getattr(deadline, name) for name in names):
        for name, value in zip(names, now, strict=True):
            setattr(deadline, name, value)
        deadline.save(update_fields=["case", *names[1:]])


@transaction.atomic
def target_set(
    *, deadline: Deadline, target_on: date, target_reason: str, by: User
) -> Deadline:
    """Promise another date beside the legal limit, with a reason (WRK-2)."""
    deadline = Deadline.objects.select_for_update().get(pk=deadline.pk)
    if deadline.ended != Ended.OPEN:
        raise RuleBroken("This deadline is no longer open.")
    rules.check_target(target_on, on=clock.today())
    deadline.target_on, deadline.target_reason = target_on, target_reason
    deadline.target_by = by
    deadline.save(update_fields=["target_on", "target_reason", "target_by"])
    record(
        "casework.target_set",
        by=by,
        child=deadline.child,
        about=deadline,
        title=deadline.title,
        target_on=target_on,
        reason=target_reason,
    )
    return deadline


@transaction.atomic
def deadlines_recompute(*, case: Case, dry_run: bool) -> list[rules.Moved]:
    """Bring a case's deadlines in line with the rule book; say which moved.

    On a dry run nothing of it stays.
    """
    service = services.service_of(case)
    if service is not None:
        service.hold(case)
    case = Case.objects.select_for_update().get(pk=case.pk)
    before = _limits_of(case)
    if service is not None:
        service.refresh(case)
    moved = rules.moved(before, _limits_of(case))
    if dry_run:
        transaction.set_rollback(True)
    return moved


def _limits_of(case: Case) -> rules.Limits:
    found = Deadline.objects.filter(case=case).order_by("pk")
    return {
        (d.rule, d.step, d.about_type, d.about_id): (d.due_on, d.ended) for d in found
    }


def stop_at_death(*, child: Child, by: User) -> None:
    """End every open deadline and task of a child who has died (PPL-11)."""
    open_ones = Deadline.objects.select_for_update().open().of_child(child)
    for deadline in open_ones.order_by("pk"):
        deadline.ended = Ended.VOID
        deadline.save(update_fields=["ended"])
    drop_at_death(child=child, by=by)
