"""EHC needs assessments and the advice for them."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, counting, from_set, person
from sendhub.ehcps.models.advice_constraints import ADVICE_CONSTRAINTS
from sendhub.ehcps.querysets import (
    AdviceQuerySet,
    NeedsAssessmentQuerySet,
)
from sendhub.ehcps.rules import (
    NO_LIMIT,
    OPEN,
    REASSESSING,
    STAGES_AGAIN,
    AdviceKind,
    Begun,
    ClockFacts,
    Quality,
    Refusal,
    Stage,
)
from sendhub.ehcps.triggers import (
    GOES_ON_BY_REVERSAL,
    KEEP_LIMIT,
    KEEP_OUTSTANDING,
    MISTAKE_IS_AGREED,
    PASS_ON_TO_ADVICE,
)
from sendhub.people.models.child import code_key
from sendhub.statutory.words import date_words

ENDED_ANYWHERE = [Stage.WITHDRAWN, Stage.MISTAKE]
ASSESSED = [Stage.ISSUING, Stage.DRAFT_SENT, Stage.ISSUED, Stage.NOT_ISSUED]


@kept(exclude=("limit_on",))
class NeedsAssessment(Versioned):
    """One request for an EHC needs assessment, followed to its end (CFA 2014 s36).

    The dates are those on which the family was told: they are what the law counts.
    `limit_on`, the first of its open limits, is the database's to keep (ADR 35).
    """

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="assessments"
    )
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.REQUESTED)
    received_on = models.DateField("request received")
    begun = models.CharField(
        "what its time runs from", max_length=11, choices=Begun, default=Begun.REQUEST
    )
    reassesses = models.ForeignKey(
        "ehcps.Plan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reassessments",
        verbose_name="plan whose child is assessed again",
    )
    source = code_key("who asked", null=False)
    requester = models.CharField("name of who asked", max_length=200, blank=True)
    reasons = models.TextField("reasons given", max_length=10_000)
    youth_accommodation = models.BooleanField(
        "in relevant youth accommodation at the request", default=False
    )
    logged_by = person(null=False)
    assess_told_on = models.DateField(
        "family told whether we assess", null=True, blank=True
    )
    assess_decided_by = person()
    assess_reasons = models.TextField(max_length=10_000, blank=True)
    issue_told_on = models.DateField(
        "family told whether we issue a plan", null=True, blank=True
    )
    issue_decided_by = person()
    issue_reasons = models.TextField(max_length=10_000, blank=True)
    withdrawn_on = models.DateField("withdrawn", null=True, blank=True)
    withdrawn_reason = models.TextField(max_length=2000, blank=True)
    limit_on = models.DateField("next limit", default=NO_LIMIT, editable=False)

    objects = NeedsAssessmentQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [
            counting(but=["limit_on"]),
            GOES_ON_BY_REVERSAL,
            MISTAKE_IS_AGREED,
            KEEP_LIMIT,
            PASS_ON_TO_ADVICE,
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(stage__in=sorted(OPEN)),
                name="ehcps_needsassessment_one_open",
            ),
            models.CheckConstraint(
                condition=Q(assess_told_on__isnull=True, assess_decided_by__isnull=True)
                | Q(assess_told_on__isnull=False, assess_decided_by__isnull=False),
                name="ehcps_needsassessment_assess_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(issue_told_on__isnull=True, issue_decided_by__isnull=True)
                | Q(issue_told_on__isnull=False, issue_decided_by__isnull=False),
                name="ehcps_needsassessment_issue_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.REQUESTED, assess_told_on__isnull=True)
                | Q(stage__in=ENDED_ANYWHERE)
                | ~Q(stage__in=[Stage.REQUESTED, *ENDED_ANYWHERE])
                & Q(assess_told_on__isnull=False),
                name="ehcps_needsassessment_stage_has_decision",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=ASSESSED, issue_told_on__isnull=False)
                | Q(stage__in=ENDED_ANYWHERE)
                | ~Q(stage__in=[*ASSESSED, *ENDED_ANYWHERE])
                & Q(issue_told_on__isnull=True),
                name="ehcps_needsassessment_stage_has_issue_decision",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.WITHDRAWN, withdrawn_on__isnull=False)
                | Q(stage=Stage.MISTAKE)
                | ~Q(stage__in=ENDED_ANYWHERE) & Q(withdrawn_on__isnull=True),
                name="ehcps_needsassessment_withdrawn_when",
            ),
            models.CheckConstraint(
                condition=(
                    Q(assess_told_on__isnull=True)
                    | Q(assess_told_on__gte=F("received_on"))
                )
                & (
                    Q(issue_told_on__isnull=True)
                    | Q(issue_told_on__gte=F("assess_told_on"))
                )
                & (
                    Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("received_on"))
                ),
                name="ehcps_needsassessment_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(begun__in=Begun.values),
                name="ehcps_needsassessment_begun_somehow",
            ),
            models.CheckConstraint(
                condition=Q(begun__in=sorted(REASSESSING), reassesses__isnull=False)
                | ~Q(begun__in=sorted(REASSESSING)) & Q(reassesses__isnull=True),
                name="ehcps_needsassessment_again_of_a_plan",
            ),
            from_set(
                "source", "REQUEST_SOURCE", name="ehcps_needsassessment_source_code"
            ),
        ]
        indexes = [
            models.Index(
                fields=["received_on", "id"], name="ehcps_assessment_by_received"
            ),
            models.Index(
                fields=["received_on", "id"],
                condition=Q(stage__in=sorted(OPEN)),
                name="ehcps_assessment_open",
            ),
            models.Index(
                fields=["limit_on", "id"],
                condition=Q(stage__in=sorted(OPEN)),
                name="ehcps_assessment_by_limit",
            ),
        ]

    def __str__(self) -> str:
        return f"Request of {date_words(self.received_on)}"

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.stage in OPEN

    @property
    def is_again(self) -> bool:
        """Whether the child has a plan already that goes on meanwhile (s44)."""
        return self.begun in REASSESSING

    @property
    def stage_label(self) -> str:
        """What its stage is called: a re-assessment makes no first plan."""
        stage = Stage(self.stage)
        return STAGES_AGAIN.get(stage, stage.label) if self.is_again else stage.label

    @property
    def clock_title(self) -> str:
        """What its timetable is called."""
        return "The 14 weeks" if self.is_again else "The 20 weeks"

    @property
    def refused_to_assess(self) -> bool:
        """Whether the first decision was not to assess, reversed since or not."""
        return self.stage == Stage.REFUSED or bool(self._turned(Refusal.ASSESS))

    @property
    def refused_to_issue(self) -> bool:
        """Whether the first decision was not to issue, reversed since or not."""
        return self.stage == Stage.NOT_ISSUED or bool(self._turned(Refusal.ISSUE))

    @property
    def assessing_from(self) -> date:
        """The day from which it runs: told that we assess, or a refusal reversed."""
        return self._turned(Refusal.ASSESS) or self.assess_told_on or self.received_on

    @property
    def drafting_from(self) -> date:
        """The day from which its plan is written, likewise."""
        return self._turned(Refusal.ISSUE) or self.issue_told_on or self.received_on

    def _turned(self, of: Refusal) -> date | None:
        found = (turned for turned in self.reversals.all() if turned.of == of)
        return next((turned.happened_on for turned in found), None)

    def clock_facts(
        self,
        *,
        draft_served_on: date | None = None,
        plan_sent_on: date | None = None,
        comments_on: date | None = None,
    ) -> ClockFacts:
        """The dates its clocks run on; those of the plan are the caller's to give."""
        reversals = self.reversals.all()
        return ClockFacts(
            stage=Stage(self.stage),
            received_on=self.received_on,
            begun=Begun(self.begun),
            assess_told_on=self.assess_told_on,
            issue_told_on=self.issue_told_on,
            draft_served_on=draft_served_on,
            plan_sent_on=plan_sent_on,
            comments_on=comments_on,
            reversals=tuple(reversal.facts for reversal in reversals),
        )


@kept(exclude=("outstanding",))
class Advice(Versioned):
    """One service's advice for an assessment: asked on a day, due six weeks later.

    Or held already, and agreed by its author, the family and us to be enough: then it
    need not be asked for and nothing runs (SEND Regulations 2014, reg. 6(4)).
    `outstanding`, whether it is not here or was sent back while its assessment still
    runs, is the database's to keep (ADR 35).
    """

    assessment = models.ForeignKey(
        "ehcps.NeedsAssessment", on_delete=models.PROTECT, related_name="advices"
    )
    kind = models.CharField("whose advice", max_length=12, choices=AdviceKind)
    asked_of = models.CharField("asked of", max_length=200)
    asked_on = models.DateField("asked", null=True, blank=True)
    asked_by = person()
    due_on = models.DateField("due", null=True, editable=False)
    received_on = models.DateField("received", null=True, blank=True)
    received_by = person()
    summary = models.TextField("what it says", max_length=10_000, blank=True)
    document = models.ForeignKey(
        "casework.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    quality = models.CharField(
        max_length=9, choices=Quality, default=Quality.UNREAD, blank=True
    )
    lacking = models.TextField("what is missing", max_length=2000, blank=True)
    judged_on = models.DateField("judged", null=True, blank=True)
    judged_by = person()
    held_from = models.DateField("date of what is held", null=True, blank=True)
    held_agreed_on = models.DateField("agreed to be enough", null=True, blank=True)
    held_agreed_by = person()
    held_agreed_with = models.CharField(
        "who agreed for the family", max_length=200, blank=True
    )
    outstanding = models.BooleanField(default=False, editable=False)

    objects = AdviceQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [counting(but=["outstanding"]), KEEP_OUTSTANDING]
        verbose_name_plural = "advice"
        constraints = [
            models.CheckConstraint(
                condition=Q(received_on__isnull=True, received_by__isnull=True)
                | Q(received_on__isnull=False, received_by__isnull=False),
                name="ehcps_advice_received_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True)
                | Q(received_on__gte=F("asked_on")),
                name="ehcps_advice_received_after_asked",
            ),
            models.UniqueConstraint(
                fields=["assessment", "kind", "asked_of"], name="ehcps_advice_once"
            ),
            *ADVICE_CONSTRAINTS,
        ]
        indexes = [
            models.Index(
                fields=["due_on", "id"],
                condition=Q(outstanding=True),
                name="ehcps_advice_owed_by_due",
            ),
            models.Index(
                fields=["asked_on", "id"],
                condition=Q(outstanding=True),
                name="ehcps_advice_owed_by_asked",
            ),
            models.Index(
                fields=["assessment", "due_on"],
                condition=Q(outstanding=True),
                name="ehcps_advice_owed_of_request",
            ),
            models.Index(
                fields=["due_on", "kind", "id"],
                include=["received_on"],
                name="ehcps_advice_by_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.asked_of}"

    @property
    def is_here(self) -> bool:
        """Whether it arrived, or what is held was agreed to be enough."""
        return bool(self.received_on or self.held_agreed_on)

    @property
    def is_sent_back(self) -> bool:
        """Whether its author still owes what was missing."""
        return self.quality == Quality.SENT_BACK

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.assessment.case_id
