"""Notices of health bodies, children brought to attention, early years referrals."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, from_set, person
from sendhub.intakes.querysets import IntakeQuerySet
from sendhub.intakes.rules import (
    NOTICES,
    REFERRALS,
    TONES,
    IntakeFacts,
    Kind,
    Outcome,
    deadlines_wanted,
    weeks_between,
)
from sendhub.people.models.child import code_key

NEEDS_REASON = [Outcome.NOT_CONSIDERED, Outcome.CLOSED, Outcome.MISTAKE]


@kept()
class Intake(Versioned):
    """A child who came to our notice besides a request (CFA 2014 ss23, 24; EHC-15).

    A referral waits for a welcome letter and then for support; a notice makes us
    responsible, and we decide within six weeks whether to assess (reg. 5(1)(b)).
    """

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="intakes"
    )
    kind = models.CharField("what reached us", max_length=11, choices=Kind)
    received_on = models.DateField("received")
    source = code_key("who told us", null=False)
    informant = models.CharField("name of who told us", max_length=200)
    words = models.TextField("what they told us", max_length=10_000)
    parent_told_on = models.DateField(
        "family told of it by them", null=True, blank=True
    )
    logged_by = person(null=False)
    answered_on = models.DateField("answered", null=True, blank=True)
    answered_by = person()
    outcome = models.CharField(
        max_length=14, choices=Outcome, default=Outcome.OPEN, blank=True
    )
    ended_on = models.DateField("ended", null=True, blank=True)
    ended_by = person()
    end_reason = models.TextField("why it ended", max_length=2000, blank=True)
    assessment = models.ForeignKey(
        "ehcps.NeedsAssessment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="intakes",
    )

    objects = IntakeQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(outcome=Outcome.OPEN),
                name="intakes_intake_one_open",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="intakes_intake_known_kind"
            ),
            from_set("source", "REQUEST_SOURCE", name="intakes_intake_source_code"),
            models.CheckConstraint(
                condition=Q(answered_on=None, answered_by=None)
                | Q(
                    answered_on__gte=F("received_on"),
                    answered_by__isnull=False,
                ),
                name="intakes_intake_answered_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.OPEN, ended_on=None, ended_by=None)
                | ~Q(outcome=Outcome.OPEN)
                & Q(ended_on__gte=F("received_on"), ended_by__isnull=False),
                name="intakes_intake_ended_how_and_when",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=NEEDS_REASON) & ~Q(end_reason="")
                | ~Q(outcome__in=NEEDS_REASON) & Q(end_reason=""),
                name="intakes_intake_ended_why",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.ASSESSMENT, assessment__isnull=False)
                | ~Q(outcome=Outcome.ASSESSMENT) & Q(assessment=None),
                name="intakes_intake_led_to_assessment",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.SUPPORT, kind__in=sorted(REFERRALS))
                | Q(outcome=Outcome.NOT_CONSIDERED, kind__in=sorted(NOTICES))
                | Q(
                    outcome__in=[
                        Outcome.OPEN,
                        Outcome.ASSESSMENT,
                        Outcome.CLOSED,
                        Outcome.MISTAKE,
                    ]
                ),
                name="intakes_intake_ended_as_its_kind",
            ),
        ]
        indexes = [
            models.Index(
                fields=["received_on", "id"], name="intakes_intake_by_received"
            ),
            models.Index(
                fields=["received_on", "id"],
                condition=Q(outcome=Outcome.OPEN),
                name="intakes_intake_open",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.outcome == Outcome.OPEN

    @property
    def tone(self) -> str:
        """The colour of what became of it."""
        return TONES.get(Outcome(self.outcome), "plain")

    @property
    def is_referral(self) -> bool:
        """Whether the family waits for support."""
        return self.kind in REFERRALS

    @property
    def facts(self) -> IntakeFacts:
        """The dates that its clock runs on."""
        return IntakeFacts(
            kind=Kind(self.kind),
            received_on=self.received_on,
            answered_on=self.answered_on,
            outcome=Outcome(self.outcome),
            ended_on=self.ended_on,
        )

    @property
    def limit_on(self) -> date | None:
        """By when we answer, while that is open."""
        wanted = deadlines_wanted(self.facts)
        return next((w.due_on for w in wanted if not w.ended), None)

    def weeks_waited(self, *, on: date) -> int:
        """How many whole weeks passed until it ended, or have passed by a day."""
        return weeks_between(self.received_on, self.ended_on or on)
