"""Giving cases to other officers, one or many, so that nothing is lost (PPL-10)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.models import Act
from sendhub.audit.record import keep_together, record
from sendhub.casework import rules
from sendhub.casework.models import Case, Handover, Reassignment, Task
from sendhub.casework.rules import WorkKind
from sendhub.core import clock
from sendhub.core.errors import RuleBroken


@dataclass(frozen=True)
class Chosen:
    """A case as its page showed it: which one, and whose it was (0: nobody's)."""

    case: int
    officer: int


@dataclass(frozen=True)
class Plan:
    """Which case goes to whom, in the order of names, and what stays and why."""

    given: Sequence[tuple[Case, User]]
    skipped: Sequence[tuple[int, str]]


def plan_of(
    chosen: Sequence[Chosen], officers: Sequence[User], *, by: User, lock: bool = False
) -> Plan:
    """Share cases out evenly, neighbours by name together; say what stays and why."""
    was = {one.case: one.officer for one in chosen}
    cases = Case.objects.chosen_by(by, was)
    if lock:
        ids = cases.select_for_update(of=("self",)).order_by("pk")
        cases = Case.objects.filter(pk__in=[case.pk for case in ids])
    found = list(cases.for_handover())
    there = {case.pk for case in found}
    skipped = [(pk, "It is not there any more.") for pk in was if pk not in there]
    free = []
    for case in found:
        if why := _why_not(case, was[case.pk]):
            skipped.append((case.pk, why))
        else:
            free.append(case)
    given = []
    sight = {officer.pk: _in_sight(officer, free) for officer in officers}
    for case, officer in zip(free, rules.share_out(len(free), officers), strict=True):
        if why := _why_not_to(case, officer, sight[officer.pk]):
            skipped.append((case.pk, why))
        else:
            given.append((case, officer))
    return Plan(given, skipped)


def _why_not(case: Case, officer_then: int) -> str:
    if case.closed_on:
        return "It is closed."
    if (case.officer_id or 0) != officer_then:
        whom = case.officer or "nobody"
        return f"It was given to {whom} while you had the page open."
    return ""


def _why_not_to(case: Case, officer: User, sight: Collection[int]) -> str:
    if case.officer_id == officer.pk:
        return f"{officer} has it already."
    if not officer.may(rules.worked_with(case.service)):
        return f"{officer} does not work on cases like this."
    if case.pk not in sight:
        return f"The record is restricted and {officer} is not named on it."
    return ""


def _in_sight(officer: User, cases: Iterable[Case]) -> set[int]:
    ids = [case.pk for case in cases]
    seen = Case.objects.visible_to(officer).filter(pk__in=ids)
    return set(seen.values_list("pk", flat=True))


@transaction.atomic
def cases_assign(
    *,
    cases: Sequence[Chosen],
    officers: Sequence[User],
    handover: str,
    more: Mapping[int, str],
    by: User,
) -> Reassignment:
    """Give many cases to one officer or several, all that can be given or none.

    `more` is what is said of single cases besides. What another manager gave away
    meanwhile stays as it is now, and the report says so.
    """
    plan = plan_of(cases, officers, by=by, lock=True)
    if not plan.given:
        why = plan.skipped[0][1] if plan.skipped else "Tick some cases first."
        raise RuleBroken(f"None of these cases can be given. {why}")
    batch = Reassignment.objects.create(
        by=by, handover=handover, skipped=[list(one) for one in plan.skipped]
    )
    old = {case.pk: case.officer_id for case, _ in plan.given}
    for officer in officers:
        _give([case for case, to in plan.given if to.pk == officer.pk], officer)
    said = {
        case.pk: "\n\n".join(filter(None, [handover, more.get(case.pk, "")]))
        for case, _ in plan.given
    }
    _write_handovers(batch, plan, said)
    keep_together(
        _record_given(case, officer, said[case.pk], by) for case, officer in plan.given
    )
    _pass_tasks_on(plan.given, old)
    return batch


def _write_handovers(batch: Reassignment, plan: Plan, said: Mapping[int, str]) -> None:
    Handover.objects.bulk_create(
        Handover(
            case=case,
            reassignment=batch,
            words=said[case.pk],
            given_to=officer,
            written_by=batch.by,
        )
        for case, officer in plan.given
    )


def _give(cases: Sequence[Case], officer: User) -> None:
    """Write one officer on cases; those of an officer without a team keep theirs."""
    facts = {"officer": officer, "assigned_at": clock.now()}
    if officer.team_id:
        facts["team"] = officer.team
    Case.objects.filter(pk__in=[case.pk for case in cases]).update(**facts)


def _record_given(case: Case, officer: User, handover: str, by: User) -> Act:
    moves = officer.team_id and officer.team_id != case.team_id
    return record(
        "casework.cases_assign",
        keep=False,
        by=by,
        child=case.child,
        about=case,
        officer=officer,
        moved=f" and moved to {officer.team}" if moves else "",
        handover=handover,
    )


def _pass_tasks_on(
    given: Sequence[tuple[Case, User]], old: Mapping[int, int | None]
) -> None:
    pairs: dict[tuple[int, int], list[int]] = {}
    for case, officer in given:
        former = old[case.pk]
        if former is not None:
            pairs.setdefault((former, officer.pk), []).append(case.pk)
    for (former, new), ids in sorted(pairs.items()):
        tasks_go_along(cases=ids, former=former, new=new)


def tasks_go_along(*, cases: Collection[int], former: int | None, new: int) -> None:
    """Give the former officer's own tasks on cases to the new one."""
    tasks = Task.objects.open().of_kind(WorkKind.TASK)
    tasks.filter(case__in=cases, given_to=former).update(given_to=new)


@transaction.atomic
def handover_read(*, handovers: Collection[int], by: User) -> None:
    """Say that one has read what was written for one; it leaves the top of the case."""
    found = Handover.objects.select_for_update(of=("self",)).unread_by(by)
    for one in (
        found.filter(pk__in=handovers).select_related("case__child").order_by("pk")
    ):
        one.read_at = clock.now()
        one.save(update_fields=["read_at"])
        record(
            "casework.handover_read",
            by=by,
            child=one.case.child,
            about=one,
            written_by=one.written_by,
        )
