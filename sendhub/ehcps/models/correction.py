"""A date that was written down wrong, and who agreed to another."""

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.casework.models import person
from sendhub.core.models import Versioned
from sendhub.ehcps.querysets import CorrectionQuerySet
from sendhub.ehcps.rules.correction import Corrected, Outcome

DECIDED = [Outcome.AGREED, Outcome.REFUSED]


@kept()
class Correction(Versioned):
    """One date of a request to be corrected, with its reason.

    The date of a decision changes only when a second person agrees; the old value
    stays here and in the history.
    """

    assessment = models.ForeignKey(
        "ehcps.NeedsAssessment", on_delete=models.PROTECT, related_name="corrections"
    )
    field = models.CharField("what is wrong", max_length=14, choices=Corrected)
    old_on = models.DateField("recorded")
    new_on = models.DateField("right")
    reason = models.TextField("how it came to be wrong", max_length=2000)
    asked_by = person(null=False)
    asked_at = models.DateTimeField(editable=False)
    outcome = models.CharField(
        max_length=7, choices=Outcome, default=Outcome.OPEN, blank=True
    )
    decided_by = person()
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    because = models.TextField("why it was refused", max_length=2000, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "field"],
                condition=Q(outcome=Outcome.OPEN),
                name="ehcps_correction_one_open",
            ),
            models.CheckConstraint(
                condition=~Q(old_on=F("new_on")) & ~Q(reason=""),
                name="ehcps_correction_changes_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=DECIDED)
                & Q(decided_by__isnull=False, decided_at__isnull=False)
                & ~Q(decided_by=F("asked_by"))
                | Q(outcome=Outcome.OPEN, decided_by=None, decided_at=None)
                | Q(
                    outcome=Outcome.ALONE,
                    decided_by=None,
                    decided_at=None,
                    field=Corrected.RECEIVED,
                ),
                name="ehcps_correction_decided_by_another",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.REFUSED) & ~Q(because="")
                | ~Q(outcome=Outcome.REFUSED) & Q(because=""),
                name="ehcps_correction_refused_with_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["asked_at", "id"],
                condition=Q(outcome=Outcome.OPEN),
                name="ehcps_correction_waiting",
            )
        ]

    def __str__(self) -> str:
        return self.get_field_display()

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.assessment.case_id
