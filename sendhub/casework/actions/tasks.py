"""Tasks and mentions: what colleagues ask of each other on a case."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework import rules
from sendhub.casework.models import Case, Note, Task
from sendhub.casework.rules import READS, Category, TaskEnd, WorkKind, opened_with
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.people.models import Child

SEEN = "Note seen"


@transaction.atomic
def task_add(*, case: Case, what: str, given_to: User, due_on: date, by: User) -> Task:
    """Ask somebody, perhaps oneself, to do something on a case by a day (WRK-1)."""
    child = Child.objects.select_for_update().get(pk=case.child_id)
    case = Case.objects.select_for_update().get(pk=case.pk)
    rules.check_task_due(due_on, on=clock.today())
    if child.died_on:
        raise RuleBroken("This child has died.")
    if case.closed_on:
        raise RuleBroken("This case is closed.")
    _check_opens(case, given_to, field="given_to")
    task = Task.objects.create(
        case=case, what=what, given_to=given_to, due_on=due_on, set_by=by
    )
    record(
        "casework.task_add",
        by=by,
        child=case.child,
        about=task,
        what=what,
        given_to=given_to,
        due_on=due_on,
    )
    return task


@transaction.atomic
def task_do(*, task: Task, outcome: str, by: User) -> Task:
    """Say that a task is done, or that a note was seen by whom it was meant for."""
    task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    if task.note_id and task.given_to_id != by.pk:
        raise RuleBroken(f"Only {task.given_to} can say that they have seen it.")
    _end(task, TaskEnd.DONE, outcome=outcome, by=by)
    record(
        "casework.task_do",
        by=by,
        child=task.case.child,
        about=task,
        name=SEEN if task.note_id else "Task done",
        what=task.what,
        outcome=outcome,
    )
    return task


@transaction.atomic
def task_drop(*, task: Task, outcome: str, by: User) -> Task:
    """Say that a task is no longer needed, and why."""
    task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    if task.note_id:
        raise RuleBroken("A note is seen, or entered in error; it is not dropped.")
    _end(task, TaskEnd.DROPPED, outcome=outcome, by=by)
    record(
        "casework.task_drop",
        by=by,
        child=task.case.child,
        about=task,
        what=task.what,
        outcome=outcome,
    )
    return task


def tell_of_note(*, note: Note, tell: Iterable[User], by: User) -> None:
    """Put a note into the lists of colleagues until they have seen it.

    Called inside the act that wrote it; refuses who could not read it.
    """
    for colleague in tell:
        _check_opens(note.case, colleague, field="tell")
        if not colleague.may(READS[Category(note.category)]):
            matter = note.get_category_display().lower()
            raise RuleBroken(f"{colleague} may not read {matter} notes.", "tell")
        Task.objects.create(
            case=note.case,
            note=note,
            what=f"{note.get_kind_display()} noted by {by}",
            given_to=colleague,
            due_on=clock.today(),
            set_by=by,
        )


def forget_note(*, note: Note, by: User) -> None:
    """Take a note that was entered in error out of everybody's list."""
    mentions = Task.objects.select_for_update().open().filter(note=note)
    for mention in mentions.order_by("pk"):
        _end(mention, TaskEnd.DROPPED, outcome="Entered in error.", by=by)


def drop_at_death(*, child: Child, by: User) -> None:
    """Drop every open task of a child who has died (PPL-11); notes stay to be seen."""
    tasks = Task.objects.select_for_update(of=("self",)).open().of_child(child)
    for task in tasks.of_kind(WorkKind.TASK).order_by("pk"):
        _end(task, TaskEnd.DROPPED, outcome="The child has died.", by=by)


def _end(task: Task, how: TaskEnd, *, outcome: str, by: User) -> None:
    rules.check_task_open(task.ended)
    task.ended, task.outcome = how, outcome
    task.ended_by, task.ended_at = by, clock.now()
    task.save(update_fields=["ended", "outcome", "ended_by", "ended_at"])


def _check_opens(case: Case, user: User, *, field: str) -> None:
    """Whoever is asked works here and may open this case."""
    seen = Case.objects.visible_to(user).filter(pk=case.pk).exists()
    if not (seen and user.may(opened_with(case.service))):
        raise RuleBroken(f"{user} may not open this case.", field)
