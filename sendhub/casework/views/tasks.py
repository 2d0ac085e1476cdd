"""Tasks on a case, and notes that somebody is to see."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework import actions
from sendhub.casework.forms import TaskAddForm, TaskDoForm, TaskDropForm
from sendhub.casework.models import Note, Task
from sendhub.casework.views.heads import about, case_in_sight, note_case_look
from sendhub.core import clock


@requires(Permission.TASK_ADD)
def task_add(request: Request, case_id: int) -> HttpResponse:
    """Ask a colleague or oneself to do something on a case."""
    case = case_in_sight(request, case_id)
    form = TaskAddForm(request, case=case)
    if form.performs(actions.task_add, case=case, by=request.user):
        task = form.result
        whom = "you" if task.given_to == request.user else task.given_to
        messages.success(request, f"Task added for {whom}.")
        return redirect(case)
    return about(request, "casework/task_add.html", form=form, case=case)


@requires(Permission.TASK_DO)
def task_do(request: Request, task_id: int) -> HttpResponse:
    """Say that a task is done, or that a note was seen."""
    task = _task(request, task_id)
    if task.note_id and task.given_to != request.user:
        raise PermissionDenied("Only whoever was told of a note says they saw it.")
    form = TaskDoForm(request, record=task)
    if form.performs(actions.task_do, task=task, by=request.user):
        done = "The note is no longer in your list." if task.note_id else "Task done."
        messages.success(request, done)
        return redirect(task.case)
    read = Note.objects.visible_to(request.user).select_related("written_by")
    note = read.filter(mentions=task).first()
    shown = {"task": task, "note": note}
    return about(request, "casework/task_do.html", form=form, case=task.case, **shown)


@requires(Permission.TASK_DROP)
def task_drop(request: Request, task_id: int) -> HttpResponse:
    """Say that a task is no longer needed."""
    task = _task(request, task_id)
    form = TaskDropForm(request, record=task)
    if form.performs(actions.task_drop, task=task, by=request.user):
        messages.success(request, "The task is no longer in the list.")
        return redirect(task.case)
    return about(
        request, "casework/task_drop.html", form=form, case=task.case, task=task
    )


def _task(request: Request, task_id: int) -> Task:
    """Load a task in sight; the look at its case is noted."""
    seen = Task.objects.visible_to(request.user).for_page(on=clock.today())
    task = get_object_or_404(seen, pk=task_id)
    note_case_look(request, task.case)
    return task
