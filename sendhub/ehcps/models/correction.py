"""A date or decision that was written down wrong, and who agreed to another."""

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, person
from sendhub.ehcps.querysets import CorrectionQuerySet
from sendhub.ehcps.rules.correction import (
    AGAIN,
    OF_ADVICE,
    OF_MOVE_IN,
    OF_MOVE_OUT,
    ONE_IS_ENOUGH,
    YES_OR_NO,
    Corrected,
    Outcome,
)
from sendhub.statutory.words import date_words

DECIDED = [Outcome.AGREED, Outcome.REFUSED]
OF_DECISION = Q(field__in=sorted(YES_OR_NO))
OF_MOVES = [*OF_MOVE_IN, *OF_MOVE_OUT]


@kept()
class Correction(Versioned):
    """One date or decision of a request or a move to be corrected, with its reason.

    A decision and its date change only when a second person agrees; the old value
    stays here and in the history. A decision has its right answer in `to_yes`.
    """

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="+"
    )
    assessment = models.ForeignKey(
        "ehcps.NeedsAssessment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
    )
    move_in = models.ForeignKey(
        "ehcps.MoveIn",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
    )
    move_out = models.ForeignKey(
        "ehcps.MoveOut",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
    )
    advice = models.ForeignKey(
        "ehcps.Advice",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
    )
    field = models.CharField("what is wrong", max_length=14, choices=Corrected)
    old_on = models.DateField("recorded", null=True, blank=True)
    new_on = models.DateField("right", null=True, blank=True)
    to_yes = models.BooleanField("the right answer is yes", null=True, blank=True)
    reasons = models.TextField("reasons for the refusal", max_length=10_000, blank=True)
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
                fields=["assessment", "move_in", "move_out", "field", "advice"],
                condition=Q(outcome=Outcome.OPEN),
                nulls_distinct=False,
                name="ehcps_correction_one_open",
            ),
            models.CheckConstraint(
                condition=~Q(reason="")
                & (
                    OF_DECISION & Q(old_on=None, new_on=None, to_yes__isnull=False)
                    | ~OF_DECISION
                    & Q(old_on__isnull=False, new_on__isnull=False, to_yes=None)
                    & ~Q(old_on=F("new_on"))
                ),
                name="ehcps_correction_changes_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(assessment__isnull=False, move_in=None, move_out=None)
                & ~Q(field__in=OF_MOVES)
                | Q(assessment=None, move_in__isnull=False, move_out=None)
                & Q(field__in=list(OF_MOVE_IN))
                | Q(assessment=None, move_in=None, move_out__isnull=False)
                & Q(field__in=list(OF_MOVE_OUT)),
                name="ehcps_correction_of_one_record",
            ),
            models.CheckConstraint(
                condition=Q(field__in=list(OF_ADVICE), advice__isnull=False)
                | ~Q(field__in=list(OF_ADVICE)) & Q(advice=None),
                name="ehcps_correction_of_one_advice",
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
                    field__in=sorted(ONE_IS_ENOUGH),
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
        again = self.assessment is not None and self.assessment.is_again
        named = AGAIN if again else {}
        what = named.get(Corrected(self.field), str(self.get_field_display()))
        return f"{what} ({self.advice})" if self.advice else what

    @property
    def old(self) -> str:
        """What is recorded, in words."""
        return date_words(self.old_on) if self.old_on else _answer(not self.to_yes)

    @property
    def new(self) -> str:
        """What is right, in words."""
        return date_words(self.new_on) if self.new_on else _answer(bool(self.to_yes))


def _answer(yes: bool) -> str:
    return "yes" if yes else "no"
