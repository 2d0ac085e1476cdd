"""Filters on work in the background."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Exists, OuterRef, QuerySet
from procrastinate.contrib.django.models import ProcrastinateJob

from sendhub.background.rules import UNFINISHED, State

if TYPE_CHECKING:
    from sendhub.accounts.models import User

ALIVE = ("todo", "doing")


class JobQuerySet(QuerySet):
    """Filters on jobs."""

    def visible_to(self, user: "User") -> Self:
        """One's own: what comes of a job is for whoever asked, and nobody else."""
        return self.filter(asked_by=user)

    def unfinished(self) -> Self:
        """What waits or is under way."""
        return self.filter(state__in=UNFINISHED)

    def newest_first(self) -> Self:
        """The latest asked for on top."""
        return self.order_by("-pk")

    def before(self, job: Any) -> Self:
        """What its kind does first: they are done one after the other."""
        return self.unfinished().filter(kind=job.kind, pk__lt=job.pk)

    def forsaken(self) -> Self:
        """Unfinished, and no worker has it or will have it."""
        queued = ProcrastinateJob.objects.filter(
            pk=OuterRef("queue_id"), status__in=ALIVE
        )
        return self.unfinished().exclude(Exists(queued))

    def over_before(self, moment: datetime) -> Self:
        """Finished before a moment, in whatever way."""
        return self.filter(finished_at__lt=moment)

    def go_on(self, job: Any, **progress: int) -> bool:
        """Keep how far one run of a job is; no longer if it was cancelled or redone."""
        this = self.filter(pk=job.pk, state=State.RUNNING, attempts=job.attempts)
        return bool(this.update(**progress))
