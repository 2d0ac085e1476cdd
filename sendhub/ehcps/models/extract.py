"""The files of plans that social care's system fetched."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from sendhub.audit.history import kept
from sendhub.core import clock
from sendhub.ehcps.querysets import ExtractQuerySet


@kept()
class Extract(models.Model):
    """One night's file: when, how many plans, of whom, and who was left out (PPL-13).

    Or why there is none.
    `children` are those whom the file tells of, for whoever asks who was told.
    """

    made_at = models.DateTimeField(default=clock.now, editable=False)
    filename = models.CharField(max_length=100)
    plans = models.PositiveIntegerField()
    left_out = models.PositiveIntegerField("plans of restricted children left out")
    children = ArrayField(models.BigIntegerField(), default=list)
    sha256 = models.CharField(max_length=64, blank=True)
    failure = models.CharField("why it was not written", max_length=300, blank=True)

    objects = ExtractQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$", failure="")
                | Q(sha256="") & ~Q(failure=""),
                name="ehcps_extract_fingerprint",
            )
        ]

    def __str__(self) -> str:
        return self.filename
