"""Two records of one child come together: one open case for each service (PPL-8)."""

from collections.abc import Iterator

from sendhub.casework import services
from sendhub.casework.models import Case, Deadline, Task
from sendhub.casework.querysets import CaseQuerySet
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.people.actions.merge_log import MergeLog
from sendhub.people.models import Child


def cases_compare(*, kept: Child, other: Child, reasons: list[str]) -> None:
    """Say which work must end before two open cases of a service can become one."""
    for mine, theirs in _of_one_service(kept, other):
        if going_on(mine) and going_on(theirs):
            reasons.append(
                f"Both records have an open case of one service: {mine.reference} "
                f"({going_on(mine)}) and {theirs.reference} ({going_on(theirs)}). End "
                "what is open on one of them first."
            )


def cases_join(*, kept: Child, other: Child, log: MergeLog) -> None:
    """Close the case on which nothing is going on; the other one stays open.

    Looked at again with the cases locked: work may have begun since.
    """
    list(_open_cases(kept, other).select_for_update().order_by("pk"))
    reasons: list[str] = []
    cases_compare(kept=kept, other=other, reasons=reasons)
    if reasons:
        raise RuleBroken(" ".join(reasons))
    for mine, theirs in _of_one_service(kept, other):
        idle, busy = (theirs, mine) if going_on(mine) else (mine, theirs)
        if not going_on(busy):
            idle, busy = theirs, mine
        log.change(idle, closed_on=max(clock.today(), idle.opened_on))
        log.said.append(f"{idle.reference} closed, {busy.reference} goes on")


def going_on(case: Case) -> str:
    """What is not ended on a case, in a few words; "" if nothing is."""
    service = services.service_of(case)
    found = [service.going_on(case)] if service else []
    if Deadline.objects.open().filter(case=case).exists():
        found.append("a date that runs")
    if Task.objects.filter(case=case, ended="").exists():
        found.append("a task to do")
    return next((words for words in found if words), "")


def _open_cases(kept: Child, other: Child) -> CaseQuerySet:
    return Case.objects.open().filter(child__in=(kept, other))


def _of_one_service(kept: Child, other: Child) -> Iterator[tuple[Case, Case]]:
    """Open cases that the two records have with the same service."""
    by_child = {(c.child_id, c.service): c for c in _open_cases(kept, other)}
    for (child_id, service), mine in by_child.items():
        if child_id == kept.pk and (theirs := by_child.get((other.pk, service))):
            yield mine, theirs
