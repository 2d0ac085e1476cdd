"""What may become of work in the background, and how long it stays."""

from datetime import timedelta

from django.db.models import TextChoices

KEPT = timedelta(days=1)
"""How long what came of a job can be fetched."""
NOT_ALLOWED = "Your roles no longer include this."
NO_ROOM = (
    "There is no room left on the server's disk, so nothing was kept. Tell the "
    "administrator, and ask for it again when there is room."
)
WENT_WRONG = (
    "Something went wrong on our side, so nothing was kept. Ask for it again; if that "
    "does not help, tell the administrator."
)
GIVEN_UP = (
    "The server was stopped in the middle of this, so nothing was kept. Ask for it "
    "again."
)


class State(TextChoices):
    """Where a job stands."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Under way"
    DONE = "done", "Done"
    FAILED = "failed", "Did not work"
    CANCELLED = "cancelled", "Cancelled"


UNFINISHED = (State.WAITING, State.RUNNING)
