"""Jobs in the worker: doing what people asked for, and tidying up after it."""

from procrastinate.contrib.django import app

from sendhub.background import actions
from sendhub.background.rules import KEPT
from sendhub.core import clock


@app.task
def job_run(job_id: int) -> bool:
    """Do what somebody asked for."""
    return actions.job_run(job_id=job_id)


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="jobs_settle")
def jobs_settle(timestamp: int) -> int:
    """Say of jobs whose worker was killed for good that they came to nothing."""
    return actions.jobs_settle()


@app.periodic(cron="27 * * * *")
@app.task(queueing_lock="jobs_clear")
def jobs_clear(timestamp: int) -> int:
    """Forget jobs of yesterday, with their results."""
    return actions.jobs_clear(before=clock.now() - KEPT)
