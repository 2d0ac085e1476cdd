"""Saying what became of work that nobody does any more, and forgetting old work."""

from datetime import datetime

from sendhub.background import files
from sendhub.background.models import Job
from sendhub.background.rules import GIVEN_UP, State
from sendhub.core import clock


def jobs_settle() -> int:
    """Say of each job that no worker has or will have that it came to nothing."""
    return Job.objects.forsaken().update(
        state=State.FAILED, finished_at=clock.now(), said=GIVEN_UP
    )


def jobs_clear(*, before: datetime) -> int:
    """Forget jobs that were over before a moment, with their results.

    Files that no job has are of runs whose server lost power.
    """
    over, _ = Job.objects.over_before(before).delete()
    there = files.jobs_there()
    known = set(Job.objects.filter(pk__in=there).values_list("pk", flat=True))
    for job_id in there - known:
        files.remove(job_id)
    return over
