"""What the SEN2 return asks of a plan and of a case, besides dates and decisions."""

from django.db import models
from django.db.models import Q

from sendhub.audit.history import kept
from sendhub.core.models import (
    WITHDRAWN_WHOLE,
    Versioned,
    Withdrawable,
    from_set,
    person,
)
from sendhub.ehcps.querysets import DisputeQuerySet
from sendhub.ehcps.rules import Forum, Matter
from sendhub.ehcps.triggers import DISPUTE_OF_THE_CASE
from sendhub.people.models.child import code_key
from sendhub.people.rules import Provision


@kept()
class PlanReturn(Versioned):
    """The flags of a plan, and the second setting it names (SEN2 modules 4 and 4b).

    They are no part of its text: they may change while the plan stays as it is. A plan
    without this row is one of which nobody has said yet.
    """

    plan = models.OneToOneField(
        "ehcps.Plan", on_delete=models.PROTECT, related_name="for_return"
    )
    personal_budget = models.BooleanField("personal budget taken up")
    organised = models.BooleanField("organised arrangements", default=False)
    direct_payment = code_key("direct payments")
    residential = code_key("residential place named")
    work_based = code_key("work-based learning named")
    provision = models.CharField(
        "kind of place", max_length=10, choices=Provision, blank=True
    )
    explained = models.CharField("what it is", max_length=300, blank=True)
    second_setting = models.ForeignKey(
        "schools.Setting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    second_provision = models.CharField(
        "kind of place at the second setting",
        max_length=10,
        choices=Provision,
        blank=True,
    )
    recorded_by = person(null=False)

    class Meta(Versioned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(personal_budget=True)
                | Q(organised=False, direct_payment__isnull=True),
                name="ehcps_planreturn_budget_first",
            ),
            models.CheckConstraint(
                condition=Q(second_setting__isnull=True, second_provision="")
                | Q(second_setting__isnull=False) & ~Q(second_provision=""),
                name="ehcps_planreturn_second_has_its_place",
            ),
            models.CheckConstraint(
                condition=Q(
                    provision__in=["", *Provision.values],
                    second_provision__in=["", *Provision.values],
                ),
                name="ehcps_planreturn_known_provision",
            ),
            from_set(
                "direct_payment", "DIRECT_PAYMENT", name="ehcps_planreturn_payment_code"
            ),
            from_set(
                "residential", "RESIDENTIAL", name="ehcps_planreturn_residential_code"
            ),
            from_set("work_based", "WBP", name="ehcps_planreturn_work_based_code"),
        ]

    def __str__(self) -> str:
        return f"What the return asks of {self.plan}"

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.plan.case_id


@kept()
class Dispute(Withdrawable, Versioned):
    """That mediation took place, or an appeal was registered (SEN2 2.6-7, 3.3-6)."""

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="disputes"
    )
    assessment = models.ForeignKey(
        "ehcps.NeedsAssessment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="disputes",
    )
    about = models.CharField("what it was about", max_length=6, choices=Matter)
    forum = models.CharField("before whom", max_length=9, choices=Forum)
    happened_on = models.DateField("date")
    detail = models.TextField("what came of it", max_length=2000, blank=True)
    recorded_by = person(null=False)

    objects = DisputeQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, DISPUTE_OF_THE_CASE]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "about", "forum", "happened_on"],
                condition=Q(withdrawn_at__isnull=True),
                name="ehcps_dispute_once",
            ),
            models.CheckConstraint(
                condition=Q(about=Matter.OTHER, assessment__isnull=True)
                | Q(about__in=[Matter.ASSESS, Matter.ISSUE], assessment__isnull=False),
                name="ehcps_dispute_of_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(forum__in=Forum.values), name="ehcps_dispute_known_forum"
            ),
            WITHDRAWN_WHOLE,
        ]

    def __str__(self) -> str:
        return f"{self.get_forum_display()}: {self.get_about_display().lower()}"
