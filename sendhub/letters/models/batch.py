"""One order for the same letter on many cases."""

from django.db import models
from django.db.models import Q

from sendhub.audit.history import kept
from sendhub.core import clock
from sendhub.core.addresses import page_of
from sendhub.core.models import Versioned, person
from sendhub.letters.querysets import BatchQuerySet, BatchRowQuerySet
from sendhub.letters.rules import REASON_LENGTH, RowState


@kept()
class Batch(Versioned):
    """The same letter for many cases: who asked for it, and whether all is done."""

    template_version = models.ForeignKey(
        "letters.TemplateVersion", on_delete=models.PROTECT, related_name="+"
    )
    asked_by = person(null=False)
    asked_at = models.DateTimeField(default=clock.now, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name_plural = "batches"
        indexes = [models.Index(fields=["-id"], name="letters_batch_newest")]

    def __str__(self) -> str:
        return f"{self.template_version.template} for many"

    def get_absolute_url(self) -> str:
        return page_of("letters:batch-page", self.pk)


@kept()
class BatchRow(models.Model):
    """One case of an order: waiting, made, or skipped with the reason."""

    batch = models.ForeignKey(
        "letters.Batch", on_delete=models.PROTECT, related_name="rows"
    )
    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=10, choices=RowState, default=RowState.WAITING)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)

    objects = BatchRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "case"], name="letters_batchrow_once"
            ),
            models.CheckConstraint(
                condition=Q(state=RowState.SKIPPED) & ~Q(reason="")
                | ~Q(state=RowState.SKIPPED) & Q(reason=""),
                name="letters_batchrow_skipped_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.get_state_display().lower()}"
