"""How a run tells how far it is, and learns that it should stop."""

from pathlib import Path

from sendhub.background.models import Job
from sendhub.core import clock

OFTEN = 1.0
"""Seconds between two writings of how far a run is."""


class Stopped(Exception):
    """The job was cancelled, or another worker does it: this run ends."""


class Progress:
    """One run of a job."""

    def __init__(self, job: Job, folder: Path) -> None:
        self.folder = folder
        self._job = job
        self._told_at = 0.0

    def of(self, total: int) -> None:
        """Say how much there is to do."""
        self._tell(total=total, done=0)

    def step(self, done: int) -> None:
        """Say how much is done; called often, it writes once a second.

        Raises `Stopped` where somebody cancelled.
        """
        if clock.now().timestamp() - self._told_at >= OFTEN:
            self._tell(done=done)

    def _tell(self, **progress: int) -> None:
        self._told_at = clock.now().timestamp()
        if not Job.objects.go_on(self._job, **progress):
            raise Stopped
