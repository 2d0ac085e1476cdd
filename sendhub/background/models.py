"""Work that takes longer than a person waits: how far it is, and what came of it."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from sendhub.background.querysets import JobQuerySet
from sendhub.background.rules import KEPT, UNFINISHED, State
from sendhub.core import clock
from sendhub.core.addresses import page_of
from sendhub.core.models import person


class Job(models.Model):
    """One thing that somebody asked for and a worker does (WRK-9).

    It lives for a day. What was done by it is in the history of its own app.
    """

    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=200)
    asked_by = person(null=False)
    asked_at = models.DateTimeField(default=clock.now, editable=False)
    asks = models.JSONField("what its kind needs to know", default=dict)
    queue_id = models.BigIntegerField("number in the queue", null=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField("done of so many", null=True)
    said = models.CharField("what came of it, or why not", max_length=500, blank=True)
    filename = models.CharField("name of the result", max_length=200, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=UNFINISHED, finished_at__isnull=True)
                | ~Q(state__in=UNFINISHED) & Q(finished_at__isnull=False),
                name="background_job_finished_when_over",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.FAILED) | ~Q(said=""),
                name="background_job_failed_why",
            ),
            models.CheckConstraint(
                condition=Q(filename="") | Q(state=State.DONE),
                name="background_job_result_when_done",
            ),
            models.CheckConstraint(
                condition=Q(total__isnull=True) | Q(done__lte=F("total")),
                name="background_job_done_of_total",
            ),
        ]
        indexes = [models.Index(fields=["asked_by", "-id"], name="background_job_own")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return page_of("background:job-page", self.pk)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state not in UNFINISHED

    @property
    def percent(self) -> int | None:
        """How much of it is done; None where that is not known."""
        return self.done * 100 // self.total if self.total else None

    @property
    def how_far(self) -> str:
        """How much of it is done, in words."""
        return f"{self.done:,} of {self.total or 0:,} rows"

    @property
    def fetched_until(self) -> Any:
        """Until when its result is kept, once it is over."""
        return self.finished_at and self.finished_at + KEPT
