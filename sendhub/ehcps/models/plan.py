"""EHC plans and the versions of their text."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, from_set, person
from sendhub.ehcps.querysets import (
    PlanQuerySet,
    VersionQuerySet,
)
from sendhub.ehcps.rules import (
    ISSUED,
    Section,
    Standing,
    VersionKind,
)
from sendhub.ehcps.triggers import FROZEN_SECTION, FROZEN_VERSION
from sendhub.people.models.child import code_key


@kept()
class Plan(Versioned):
    """One EHC plan, from the decision to issue until it ceases (CFA 2014 ss37, 45).

    A plan that another authority made has no assessment of ours, keeps its own date,
    and its text is the document that came along (SEND Regulations 2014, reg. 15(3)).
    """

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="plans"
    )
    assessment = models.OneToOneField(
        "ehcps.NeedsAssessment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plan",
    )
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.DRAFT)
    written_at = models.DateTimeField("text written", null=True, editable=False)
    comments_on = models.DateField("family's comments received", null=True, blank=True)
    comments = models.TextField("what they said", max_length=10_000, blank=True)
    issued_on = models.DateField("issued", null=True, blank=True)
    issued_by = person()
    primary_need = code_key("primary need")
    secondary_need = code_key("secondary need")
    setting = models.ForeignKey(
        "schools.Setting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plans",
        verbose_name="setting named",
    )
    arrangement = code_key("arrangement where no setting is named")
    cease_told_on = models.DateField("family told", null=True, blank=True)
    ceased_on = models.DateField("ceased", null=True, blank=True)
    ceased_by = person()
    cease_reason = code_key("reason for ceasing")
    cease_detail = models.TextField(max_length=2000, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(standing=Standing.LIVE),
                name="ehcps_plan_one_live",
            ),
            models.CheckConstraint(
                condition=Q(
                    standing__in=[Standing.DRAFT, Standing.ABANDONED],
                    issued_on__isnull=True,
                    issued_by__isnull=True,
                )
                | Q(
                    standing__in=sorted(ISSUED),
                    issued_on__isnull=False,
                    issued_by__isnull=False,
                    primary_need__isnull=False,
                ),
                name="ehcps_plan_issued_who_when_and_need",
            ),
            models.CheckConstraint(
                condition=Q(standing__in=[Standing.DRAFT, Standing.ABANDONED])
                | Q(setting__isnull=False, arrangement__isnull=True)
                | Q(setting__isnull=True, arrangement__isnull=False),
                name="ehcps_plan_names_one_setting",
            ),
            models.CheckConstraint(
                condition=Q(
                    standing=Standing.CEASED,
                    ceased_on__isnull=False,
                    ceased_by__isnull=False,
                    cease_reason__isnull=False,
                )
                | ~Q(standing=Standing.CEASED)
                & Q(
                    ceased_on__isnull=True,
                    ceased_by__isnull=True,
                    cease_reason__isnull=True,
                ),
                name="ehcps_plan_ceased_who_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(assessment__isnull=False) | Q(standing__in=sorted(ISSUED)),
                name="ehcps_plan_assessed_or_transferred",
            ),
            models.CheckConstraint(
                condition=Q(ceased_on__isnull=True) | Q(ceased_on__gte=F("issued_on")),
                name="ehcps_plan_ceases_after_issue",
            ),
            models.CheckConstraint(
                condition=Q(secondary_need__isnull=True)
                | Q(primary_need__isnull=False) & ~Q(secondary_need=F("primary_need")),
                name="ehcps_plan_needs_differ",
            ),
            from_set("primary_need", "SEN_TYPE", name="ehcps_plan_primary_code"),
            from_set("secondary_need", "SEN_TYPE", name="ehcps_plan_secondary_code"),
            from_set("arrangement", "SEN_SETTING", name="ehcps_plan_arrangement_code"),
            from_set("cease_reason", "CEASE_REASON", name="ehcps_plan_cease_code"),
        ]
        indexes = [
            models.Index(fields=["issued_on", "id"], name="ehcps_plan_by_issue"),
            models.Index(
                fields=["issued_on", "id"],
                condition=Q(standing=Standing.LIVE),
                name="ehcps_plan_live",
            ),
            models.Index(
                fields=["ceased_on"],
                condition=Q(ceased_on__isnull=False),
                name="ehcps_plan_ceased",
            ),
        ]

    def __str__(self) -> str:
        return f"EHC plan of {self.case.child}"

    def get_absolute_url(self) -> str:
        return reverse("ehcps:plan-page", args=[self.pk])

    @property
    def named(self) -> str:
        """The setting or arrangement that section I names."""
        return str(self.setting or self.arrangement or "")


@kept()
class PlanVersion(Versioned):
    """One version of a plan's text. Once sent, neither it nor its sections change."""

    plan = models.ForeignKey(
        "ehcps.Plan", on_delete=models.PROTECT, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=VersionKind)
    written_at = models.DateTimeField("written")
    sent_on = models.DateField("sent", null=True, blank=True)
    sent_by = person()

    objects = VersionQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, FROZEN_VERSION]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"], name="ehcps_planversion_number_once"
            ),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(sent_on__isnull=True),
                name="ehcps_planversion_one_being_written",
            ),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True, sent_by__isnull=True)
                | Q(sent_on__isnull=False, sent_by__isnull=False),
                name="ehcps_planversion_sent_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    def in_order(self) -> list["PlanSection"]:
        """Its sections, in the order of the law."""
        order = list(Section)
        return sorted(self.sections.all(), key=lambda s: order.index(Section(s.letter)))

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.plan.case_id


@kept()
class PlanSection(models.Model):
    """The text of one section of one version."""

    plan_version = models.ForeignKey(
        "ehcps.PlanVersion", on_delete=models.PROTECT, related_name="sections"
    )
    letter = models.CharField(max_length=2, choices=Section)
    text = models.TextField(max_length=50_000, blank=True)

    class Meta:
        triggers = [FROZEN_SECTION]
        constraints = [
            models.UniqueConstraint(
                fields=["plan_version", "letter"], name="ehcps_plansection_once"
            )
        ]

    def __str__(self) -> str:
        return self.get_letter_display()
