"""Everything that changes a case, its deadlines and its notes."""

from datetime import date

from django.db import models, transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework import rules
from sendhub.casework.models import Case, Deadline
from sendhub.casework.rules import Ended, ServiceKey, Wanted
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.people.models import Child


@transaction.atomic
def case_open(*, child: Child, service: ServiceKey, opened_on: date, by: User) -> Case:
    """Open a child's case with a service, or find the one that is open.

    It starts with the child's locality team and without an officer.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    case = Case.objects.open().filter(child=child, service=service).first()
    if case:
        return case
    case = Case.objects.create(
        child=child, service=service, opened_on=opened_on, team=child.team
    )
    record("casework.case_open", by=by, child=child, about=case, on=opened_on)
    return case


@transaction.atomic
def case_assign(*, case: Case, officer: User, handover: str, by: User) -> Case:
    """Give a case to an officer; a change of officer carries a handover (PPL-10)."""
    case = Case.objects.select_for_update().get(pk=case.pk)
    if case.officer_id and case.officer_id != officer.pk and not handover.strip():
        raise RuleBroken(
            "Write what the new officer must know: nothing may be lost at a handover.",
            "handover",
        )
    case.officer = officer
    case.team = officer.team or case.team
    case.assigned_at = clock.now()
    case.save(update_fields=["officer", "team", "assigned_at"])
    record(
        "casework.case_assign",
        by=by,
        child=case.child,
        about=case,
        officer=officer,
        handover=handover,
    )
    return case


def deadlines_refresh(*, case: Case, about: models.Model, wanted: list[Wanted]) -> None:
    """Bring a record's deadlines in line with its facts; called inside each act."""
    kind, pk = about._meta.label_lower, about.pk
    there = {
        deadline.rule: deadline
        for deadline in Deadline.objects.select_for_update().filter(
            about_type=kind, about_id=pk
        )
    }
    for want in wanted:
        deadline = there.pop(want.rule, None) or Deadline(
            case=case,
            child_id=case.child_id,
            about_type=kind,
            about_id=pk,
            rule=want.rule,
        )
        now = (want.title, want.due_on, want.met_on, want.ended)
        if (deadline.title, deadline.due_on, deadline.met_on, deadline.ended) != now:
            deadline.title, deadline.due_on, deadline.met_on, deadline.ended = now
            deadline.save()
    for gone in there.values():
        gone.ended, gone.met_on = Ended.VOID, None
        gone.save(update_fields=["ended", "met_on"])


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


def stop_at_death(*, child: Child, by: User) -> None:
    """End every open deadline of a child who has died (PPL-11)."""
    for deadline in Deadline.objects.select_for_update().open().of_child(child):
        deadline.ended = Ended.VOID
        deadline.save(update_fields=["ended"])
