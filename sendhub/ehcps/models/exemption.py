"""A lawful reason for missing a limit."""

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import WITHDRAWN_WHOLE, Versioned, Withdrawable, person
from sendhub.ehcps.querysets import ExemptionQuerySet
from sendhub.ehcps.rules import Ground


@kept()
class Exemption(Withdrawable, Versioned):
    """A reason of the law for missing one limit, with its evidence (NA-04; EHC-2).

    It never moves the date: the act is still due as soon as practicable, and whether
    the limit was kept is counted both with and without such reasons.
    """

    deadline = models.ForeignKey(
        "casework.Deadline", on_delete=models.PROTECT, related_name="exemptions"
    )
    ground = models.CharField("reason", max_length=13, choices=Ground)
    starts_on = models.DateField("first day", null=True, blank=True)
    ends_on = models.DateField("day it was over", null=True, blank=True)
    impractical_because = models.TextField(
        "why it was impractical because of this", max_length=2000
    )
    judged = models.CharField("what the rule book says", max_length=500)
    document = models.ForeignKey(
        "casework.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="evidence",
    )
    told_on = models.DateField("family told why", null=True, blank=True)
    recorded_by = person(null=False)

    objects = ExemptionQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["deadline", "ground"],
                condition=Q(withdrawn_at__isnull=True),
                name="ehcps_exemption_once",
            ),
            models.CheckConstraint(
                condition=Q(ground=Ground.CIRCUMSTANCES)
                | Q(ground=Ground.MISSED, starts_on__isnull=False)
                | Q(
                    ground__in=[Ground.CLOSURE, Ground.ABSENCE],
                    starts_on__isnull=False,
                    ends_on__isnull=False,
                    ends_on__gt=F("starts_on"),
                ),
                name="ehcps_exemption_has_its_days",
            ),
            models.CheckConstraint(
                condition=~Q(impractical_because=""), name="ehcps_exemption_says_why"
            ),
            WITHDRAWN_WHOLE,
        ]

    def __str__(self) -> str:
        return self.get_ground_display()

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.deadline.case_id
