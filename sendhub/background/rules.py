"""What may become of work in the background, and how long it stays."""

from datetime import timedelta

from django.db import models

KEPT = timedelta(days=1)
"""How long what came of a job can be fetched."""


class State(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Under way"
    DONE = "done", "Done"
    FAILED = "failed", "Did not work"
    CANCELLED = "cancelled", "Cancelled"


UNFINISHED = (State.WAITING, State.RUNNING)
