"""Jobs that keep the site tidy, and that find work whose worker was killed.

They run by the clock in the worker (`manage.py procrastinate worker`). Each may run
twice without harm: a job that was half done is started again.
"""

import logging
from datetime import timedelta

from django.db import connection
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from sendhub.core import clock
from sendhub.core.models import FormToken

log = logging.getLogger("sendhub.jobs")
TOKENS_KEPT = timedelta(days=2)
JOBS_KEPT_HOURS = 14 * 24
TRIES = 5


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="form_tokens_forget")
def form_tokens_forget(timestamp: int) -> int:
    """Forget which forms were sent, once nobody can press their button any more."""
    return FormToken.objects.forget_before(clock.now() - TOKENS_KEPT)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="unsaved_forget")
def unsaved_forget(timestamp: int) -> int:
    """Forget what was typed too late and never fetched: it may be about a child.

    The database's cache hides what has expired, but leaves it lying in its table.
    """
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM sendhub_cache WHERE expires < now()")
        return cursor.rowcount


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="stalled_jobs_retry", pass_context=True)
async def stalled_jobs_retry(context: JobContext, timestamp: int) -> int:
    """Start again what a worker was doing when it was killed.

    A job that has taken its worker with it several times is given up, and logged.
    """
    manager = context.app.job_manager
    stalled = list(await manager.get_stalled_jobs())
    for job in stalled:
        if job.attempts < TRIES:
            log.warning("job %s (%s) is started again", job.id, job.task_name)
            await manager.retry_job(job)
        else:
            log.error("job %s (%s) is given up", job.id, job.task_name)
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)
    return len(stalled)


@app.periodic(cron="47 3 * * *")
@app.task(queueing_lock="old_jobs_forget", pass_context=True)
async def old_jobs_forget(context: JobContext, timestamp: int) -> None:
    """Forget jobs that went well a fortnight ago; failed ones stay to be looked at."""
    await context.app.job_manager.delete_old_jobs(nb_hours=JOBS_KEPT_HOURS)
