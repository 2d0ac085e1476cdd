"""Doing what was asked for, in the worker."""

import logging

from django.core.exceptions import PermissionDenied
from django.db import transaction

from sendhub.background import files, kinds
from sendhub.background.kinds import Outcome
from sendhub.background.models import Job
from sendhub.background.progress import Progress, Stopped
from sendhub.background.rules import (
    NO_ROOM,
    NOT_ALLOWED,
    WENT_WRONG,
    State,
)
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.files import is_full_disk

log = logging.getLogger("sendhub.background")


def job_run(*, job_id: int) -> bool:
    """Do a job from its beginning; false where it was not to be done, or failed."""
    job = _begin(job_id)
    if job is None:
        return False
    try:
        with files.workshop(job) as folder:
            kind = kinds.of(job)
            if not kind.may(job.asked_by, job):
                raise PermissionDenied
            _finish(job, kind.run(job, Progress(job, folder)))
            return True
    except Stopped:
        log.info("job %s stopped half-way", job.pk)
    except Exception as trouble:
        _fail(job, _words(job, trouble))
    return False


@transaction.atomic
def _begin(job_id: int) -> Job | None:
    waiting = Job.objects.unfinished().filter(pk=job_id)
    job = waiting.select_for_update(of=("self",)).select_related("asked_by").first()
    if job is not None:
        job.state, job.started_at = State.RUNNING, clock.now()
        job.attempts, job.done, job.total = job.attempts + 1, 0, None
        job.save(update_fields=["state", "started_at", "attempts", "done", "total"])
    return job


@transaction.atomic
def _finish(job: Job, outcome: Outcome) -> None:
    """Keep the result and say so, unless somebody cancelled at the last moment."""
    done = Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if (done.state, done.attempts) != (State.RUNNING, job.attempts):
        raise Stopped
    done.state, done.finished_at = State.DONE, clock.now()
    done.done = done.total if done.total is not None else done.done
    done.said, done.filename = outcome.said, outcome.filename
    done.save()
    if outcome.file:
        files.keep(done, outcome.file)


@transaction.atomic
def _fail(job: Job, said: str) -> None:
    failed = Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if (failed.state, failed.attempts) == (State.RUNNING, job.attempts):
        failed.state, failed.finished_at = State.FAILED, clock.now()
        failed.said = said
        failed.save(update_fields=["state", "finished_at", "said"])


def _words(job: Job, trouble: Exception) -> str:
    """Why it did not work, for whoever asked; the log has what only we understand."""
    if isinstance(trouble, RuleBroken):
        return trouble.message
    if isinstance(trouble, PermissionDenied):
        return NOT_ALLOWED
    if is_full_disk(trouble):
        log.error("job %s: no room on the disk", job.pk)
        return NO_ROOM
    log.error("job %s could not be done", job.pk, exc_info=trouble)
    return WENT_WRONG
