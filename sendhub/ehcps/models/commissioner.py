"""Changes of the health commissioner that is responsible for a plan."""

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, person
from sendhub.ehcps.querysets import CommissionerQuerySet
from sendhub.ehcps.rules import AskedFor, CommissionerFacts, Standing

OVER = Q(closed_on__isnull=False) | Q(assessment__isnull=False)


@kept()
class CommissionerChange(Versioned):
    """Another health commissioner for a plan, and what it asks of us (reg. 16).

    The old one tells the new one; where that cannot arrange what section G says, it
    asks for a new assessment or a review, and we must do it.
    """

    plan = models.ForeignKey(
        "ehcps.Plan", on_delete=models.PROTECT, related_name="commissioner_changes"
    )
    commissioner = models.CharField("new health commissioner", max_length=200)
    with_move = models.BooleanField("changes with a move to another authority")
    changed_on = models.DateField("responsible since")
    known_on = models.DateField("the old one learned of it")
    recorded_by = person(null=False)
    told_on = models.DateField("the new one was told", null=True, blank=True)
    asked_for = models.CharField(
        max_length=10, choices=AskedFor, default="", blank=True, editable=False
    )
    asked_on = models.DateField("it asked", null=True, blank=True)
    assessment = models.OneToOneField(
        "ehcps.NeedsAssessment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commissioner_change",
    )
    closed_on = models.DateField("settled", null=True, blank=True)
    closed_by = person()

    objects = CommissionerQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["plan"],
                condition=~OVER,
                name="ehcps_commissionerchange_one_open",
            ),
            models.CheckConstraint(
                condition=Q(told_on=None) | Q(told_on__gte=F("known_on")),
                name="ehcps_commissionerchange_known_then_told",
            ),
            models.CheckConstraint(
                condition=Q(asked_on=None, asked_for="", assessment=None)
                | Q(told_on__isnull=False, asked_on__gte=F("told_on"))
                & (
                    Q(asked_for=AskedFor.ASSESSMENT, assessment__isnull=False)
                    | Q(asked_for=AskedFor.REVIEW, assessment=None)
                ),
                name="ehcps_commissionerchange_asked_what_and_when",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_by=None)
                | Q(
                    closed_on__isnull=False,
                    closed_by__isnull=False,
                    told_on__isnull=False,
                    closed_on__gte=F("told_on"),
                    assessment=None,
                ),
                name="ehcps_commissionerchange_closed_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"Health commissioner: {self.commissioner}"

    @property
    def is_open(self) -> bool:
        """Whether something is still to come of it."""
        return self.closed_on is None and self.assessment_id is None

    @property
    def facts(self) -> CommissionerFacts:
        """The days its clocks run on."""
        return CommissionerFacts(
            with_move=self.with_move,
            changed_on=self.changed_on,
            known_on=self.known_on,
            told_on=self.told_on,
            asked_on=self.asked_on,
            over=not self.is_open or self.plan.standing != Standing.LIVE,
        )

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.plan.case_id
