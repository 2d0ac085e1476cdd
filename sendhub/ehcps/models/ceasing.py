"""A proposal to end a plan."""

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, from_set, person
from sendhub.ehcps.querysets import CeasingQuerySet
from sendhub.ehcps.rules import CeasingEnd, CeasingFacts
from sendhub.people.models.child import code_key
from sendhub.statutory.words import date_words


@kept()
class Ceasing(Versioned):
    """The two steps to end a plan: asking first, then the notice (reg. 31; CE-03).

    The plan stays live until its last day: while an appeal may be made, and while one
    waits to be decided (CFA 2014 s45(4); CE-04).
    """

    plan = models.ForeignKey(
        "ehcps.Plan", on_delete=models.PROTECT, related_name="ceasings"
    )
    cease_reason = code_key("reason for ceasing", null=False)
    consulted_on = models.DateField("family and setting asked")
    why = models.TextField("why the plan would end", max_length=10_000)
    proposed_by = person(null=False)
    told_on = models.DateField("family told of the decision", null=True, blank=True)
    told_by = person()
    certificate_on = models.DateField("mediation certificate", null=True, blank=True)
    appealed_on = models.DateField("appeal received", null=True, blank=True)
    appeal_decided_on = models.DateField("appeal decided", null=True, blank=True)
    ended = models.CharField(
        max_length=6, choices=CeasingEnd, default="", blank=True, editable=False
    )
    ended_on = models.DateField(null=True, blank=True)
    kept_because = models.TextField("why the plan is kept", max_length=2000, blank=True)

    objects = CeasingQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(ended=""), name="ehcps_ceasing_one_open"
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_by__isnull=True)
                | Q(
                    told_on__isnull=False,
                    told_on__gte=F("consulted_on"),
                    told_by__isnull=False,
                ),
                name="ehcps_ceasing_asked_before_told",
            ),
            models.CheckConstraint(
                condition=Q(certificate_on__isnull=True)
                | Q(told_on__isnull=False, certificate_on__gte=F("told_on")),
                name="ehcps_ceasing_certificate_after_notice",
            ),
            models.CheckConstraint(
                condition=Q(appealed_on__isnull=True)
                | Q(told_on__isnull=False, appealed_on__gte=F("told_on")),
                name="ehcps_ceasing_appeal_after_notice",
            ),
            models.CheckConstraint(
                condition=Q(appeal_decided_on__isnull=True)
                | Q(appealed_on__isnull=False, appeal_decided_on__gte=F("appealed_on")),
                name="ehcps_ceasing_decided_after_appeal",
            ),
            models.CheckConstraint(
                condition=Q(ended="", ended_on__isnull=True, kept_because="")
                | Q(
                    ended="ceased",
                    ended_on__isnull=False,
                    told_on__isnull=False,
                    kept_because="",
                )
                | Q(ended="kept", ended_on__isnull=False) & ~Q(kept_because=""),
                name="ehcps_ceasing_ended_how_and_when",
            ),
            from_set("cease_reason", "CEASE_REASON", name="ehcps_ceasing_reason_code"),
        ]

    def __str__(self) -> str:
        return f"Proposal of {date_words(self.consulted_on)} to end the plan"

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.plan.case_id

    @property
    def facts(self) -> CeasingFacts:
        """Its days, as the rules ask for them."""
        return CeasingFacts(
            consulted_on=self.consulted_on,
            told_on=self.told_on,
            certificate_on=self.certificate_on,
            appealed_on=self.appealed_on,
            appeal_decided_on=self.appeal_decided_on,
        )
