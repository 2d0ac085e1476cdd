"""How a refusal came to be reversed."""

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, person
from sendhub.ehcps.querysets import ReversalQuerySet
from sendhub.ehcps.rules import Refusal, Reversed, Route
from sendhub.ehcps.triggers import REVERSES_A_REFUSAL


@kept()
class Reversal(Versioned):
    """A refusal that was reversed, by one of four routes (NA-15; regs 42, 44, 45).

    The refusal, its date and its reasons stay as they were: the return asks for the
    first outcome (SEN2 2.5 and 3.1).
    """

    assessment = models.ForeignKey(
        "ehcps.NeedsAssessment", on_delete=models.PROTECT, related_name="reversals"
    )
    of = models.CharField("what was reversed", max_length=6, choices=Refusal)
    route = models.CharField("how", max_length=9, choices=Route)
    happened_on = models.DateField("date it was reversed")
    agreed_by = models.DateField("other date agreed in writing", null=True, blank=True)
    told_on = models.DateField("family told that we go on", null=True, blank=True)
    reasons = models.TextField("what was ordered or agreed", max_length=10_000)
    recorded_by = person(null=False)

    objects = ReversalQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, REVERSES_A_REFUSAL]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "of"], name="ehcps_reversal_once"
            ),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True)
                | Q(route=Route.MEDIATION, agreed_by__gte=F("happened_on")),
                name="ehcps_reversal_agreed_in_mediation",
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True) | Q(told_on__gte=F("happened_on")),
                name="ehcps_reversal_told_after",
            ),
            models.CheckConstraint(
                condition=Q(of__in=Refusal.values, route__in=Route.values),
                name="ehcps_reversal_known_route",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_of_display()} reversed"

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.assessment.case_id

    @property
    def facts(self) -> Reversed:
        """What the clocks need to know of it."""
        return Reversed(
            of=Refusal(self.of),
            route=Route(self.route),
            happened_on=self.happened_on,
            agreed_by=self.agreed_by,
            told_on=self.told_on,
        )
