"""Opening cases and giving them to officers."""

from datetime import date

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework import rules
from sendhub.casework.actions.handover import tasks_go_along
from sendhub.casework.actions.joining import going_on
from sendhub.casework.models import Case, Handover
from sendhub.casework.rules import ServiceKey
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
def case_close_if_idle(*, case: Case, by: User) -> Case:
    """Close a case on which nothing is going on any more; else leave it as it is."""
    case = Case.objects.select_for_update().get(pk=case.pk)
    if case.closed_on or going_on(case):
        return case
    case.closed_on = max(clock.today(), case.opened_on)
    case.save(update_fields=["closed_on"])
    record("casework.case_close_if_idle", by=by, child=case.child, about=case)
    return case


@transaction.atomic
def case_reopen(*, case: Case, by: User) -> Case:
    """Open a closed case again, or find the one that is open with its service.

    It keeps the officer and the team that it had.
    """
    child = Child.objects.select_for_update().get(pk=case.child_id)
    there = Case.objects.open().filter(child=child, service=case.service).first()
    if there:
        return there
    case = Case.objects.select_for_update().get(pk=case.pk)
    case.closed_on = None
    case.save(update_fields=["closed_on"])
    record("casework.case_reopen", by=by, child=child, about=case)
    return case


@transaction.atomic
def case_assign(*, case: Case, officer: User, handover: str, by: User) -> Case:
    """Give a case to an officer; a change of officer carries a handover (PPL-10).

    The case stays with its team unless the officer is in another.
    """
    case = Case.objects.select_for_update().get(pk=case.pk)
    if case.closed_on:
        raise RuleBroken("This case is closed.")
    rules.check_handover(handover, old=case.officer_id, new=officer.pk)
    _check_can_work_on(case, officer)
    former, case.officer = case.officer_id, officer
    tasks_go_along(cases=[case.pk], former=former, new=officer.pk)
    team = officer.team or case.team
    moved = f" and moved to {team}" if team != case.team else ""
    case.team = team
    case.assigned_at = clock.now()
    case.save(update_fields=["officer", "team", "assigned_at"])
    if handover.strip():
        Handover.objects.create(
            case=case, words=handover, given_to=officer, written_by=by
        )
    record(
        "casework.case_assign",
        by=by,
        child=case.child,
        about=case,
        officer=officer,
        moved=moved,
        handover=handover,
    )
    return case


def _check_can_work_on(case: Case, officer: User) -> None:
    """The officer still works here, in this service, and may open this record."""
    if not officer.may(rules.worked_with(case.service)):
        raise RuleBroken(f"{officer} does not work on cases like this.", "officer")
    if not Case.objects.visible_to(officer).filter(pk=case.pk).exists():
        raise RuleBroken(
            f"This record is restricted and {officer} is not named on it.", "officer"
        )
