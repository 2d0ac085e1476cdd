"""What a new officer must know of a case, from whoever had it before."""

from django.conf import settings
from django.db import models

from sendhub.audit.history import kept
from sendhub.casework.models.cases import person
from sendhub.casework.querysets import HandoverQuerySet
from sendhub.casework.rules import HANDOVER_LENGTH
from sendhub.core import clock
from sendhub.core.addresses import page_of


@kept()
class Reassignment(models.Model):
    """Many cases given to other officers at once, and those left out, with the reason.

    `skipped` holds for each case left out its number and the reason.
    """

    by = person(null=False)
    at = models.DateTimeField(default=clock.now, editable=False)
    handover = models.TextField(max_length=HANDOVER_LENGTH)
    skipped = models.JSONField(default=list, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(handover=""),
                name="casework_reassignment_has_handover",
            )
        ]

    def __str__(self) -> str:
        return f"Cases given away by {self.by}"

    def get_absolute_url(self) -> str:
        return page_of("casework:reassignment-page", self.pk)


@kept()
class Handover(models.Model):
    """What was written for the new officer; it stands there until they read it."""

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="handovers"
    )
    reassignment = models.ForeignKey(
        "casework.Reassignment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="handovers",
    )
    words = models.TextField(max_length=2 * HANDOVER_LENGTH)
    given_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="handovers"
    )
    written_by = person(null=False)
    written_at = models.DateTimeField(default=clock.now, editable=False)
    read_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(words=""), name="casework_handover_says_something"
            )
        ]
        indexes = [
            models.Index(
                fields=["given_to", "id"],
                condition=models.Q(read_at__isnull=True),
                name="casework_handover_unread",
            )
        ]

    def __str__(self) -> str:
        return f"Handover for {self.given_to}"
