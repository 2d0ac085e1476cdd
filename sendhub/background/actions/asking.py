"""Asking for work in the background, and cancelling it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from procrastinate.contrib.django import app as jobs

from sendhub.accounts.models import User
from sendhub.background import kinds
from sendhub.background.models import Job
from sendhub.background.rules import State
from sendhub.core import clock

RUN = "sendhub.background.tasks.job_run"
AFTER_THE_REST = -10
"""Letters and clocks go first: nobody waits at the screen for these."""


@transaction.atomic
def job_ask(*, kind: str, title: str, asks: dict[str, Any], by: User) -> Job:
    """Ask for work in the background; asked for again while it waits, it is the same.

    Jobs of one kind are done one after the other, in the order in which they came.
    """
    User.objects.select_for_update(of=("self",)).get(pk=by.pk)
    mine = Job.objects.visible_to(by).unfinished().filter(kind=kind, asks=asks)
    if there := mine.first():
        return there
    job = Job(kind=kind, title=title, asks=asks, asked_by=by)
    if not kinds.of(job).may(by, job):
        raise PermissionDenied
    job.save()
    queue = jobs.configure_task(RUN, lock=RUN + kind, priority=AFTER_THE_REST)
    job.queue_id = queue.defer(job_id=job.pk)
    job.save(update_fields=["queue_id"])
    return job


@transaction.atomic
def job_cancel(*, job: Job) -> Job:
    """Stop a job; what is over stays as it is."""
    job = Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if not job.is_over:
        job.state, job.finished_at = State.CANCELLED, clock.now()
        job.save(update_fields=["state", "finished_at"])
    return job
