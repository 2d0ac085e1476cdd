"""Families who move in from another authority, and those who move away."""

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, from_set, person
from sendhub.ehcps.querysets import MoveInQuerySet, MoveOutQuerySet
from sendhub.ehcps.rules import (
    AwaitedFacts,
    MoveInFacts,
    MoveOutEnd,
    MoveOutFacts,
    Standing,
)
from sendhub.people.models.child import code_key


@kept()
class MoveIn(Versioned):
    """A move here, with a plan or in the middle of an assessment (reg. 15; TF-01).

    A plan comes as it is, with its own date, and is ours from the transfer. An
    assessment does not come along: we decide afresh, and only note how far it was.
    """

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="moves_in"
    )
    authority = code_key("authority they came from", null=False)
    moved_on = models.DateField("moved here")
    recorded_by = person(null=False)
    asked_on = models.DateField("plan asked for", null=True, blank=True)
    chased_on = models.DateField("last reminded of it", null=True, blank=True)
    dropped_on = models.DateField("no plan will come", null=True, blank=True)
    dropped_because = models.TextField("why not", max_length=2000, blank=True)
    plan = models.OneToOneField(
        "ehcps.Plan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="move_in",
    )
    transferred_on = models.DateField("plan transferred to us", null=True, blank=True)
    last_review_on = models.DateField("last reviewed there", null=True, blank=True)
    document = models.ForeignKey(
        "casework.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    told_on = models.DateField("family told of the transfer", null=True, blank=True)
    told_by = person()
    will_assess = models.BooleanField("whether we assess again", null=True)
    review_on = models.DateField("when we said we review it", null=True, blank=True)
    reviewed_on = models.DateField("reviewed by us", null=True, blank=True)
    reviewed_by = person()
    assessment = models.OneToOneField(
        "ehcps.NeedsAssessment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="move_in",
    )
    how_far = models.TextField("how far it was there", max_length=2000, blank=True)

    objects = MoveInQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name_plural = "moves in"
        constraints = [
            models.CheckConstraint(
                condition=Q(plan__isnull=False, assessment__isnull=True)
                | Q(plan__isnull=True, assessment__isnull=False)
                | Q(plan=None, assessment=None, asked_on__isnull=False),
                name="ehcps_movein_plan_or_assessment",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(plan=None, assessment=None, dropped_on=None),
                name="ehcps_movein_one_awaited",
            ),
            models.CheckConstraint(
                condition=Q(chased_on=None) | Q(chased_on__gte=F("asked_on")),
                name="ehcps_movein_asked_then_chased",
            ),
            models.CheckConstraint(
                condition=Q(dropped_on=None, dropped_because="")
                | Q(dropped_on__isnull=False, plan=None, assessment=None)
                & ~Q(dropped_because=""),
                name="ehcps_movein_dropped_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(plan__isnull=True, transferred_on__isnull=True)
                | Q(
                    plan__isnull=False,
                    transferred_on__isnull=False,
                    transferred_on__gte=F("moved_on"),
                ),
                name="ehcps_movein_plan_transferred",
            ),
            models.CheckConstraint(
                condition=Q(last_review_on__isnull=True)
                | Q(last_review_on__lte=F("transferred_on")),
                name="ehcps_movein_reviewed_there_before",
            ),
            models.CheckConstraint(
                condition=Q(
                    told_on__isnull=True,
                    told_by__isnull=True,
                    will_assess__isnull=True,
                    review_on__isnull=True,
                )
                | Q(
                    told_on__isnull=False,
                    told_on__gte=F("transferred_on"),
                    told_by__isnull=False,
                    will_assess__isnull=False,
                    review_on__isnull=False,
                    review_on__gte=F("transferred_on"),
                ),
                name="ehcps_movein_told_who_when_and_what",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_on__isnull=True, reviewed_by__isnull=True)
                | Q(
                    reviewed_on__isnull=False,
                    reviewed_on__gte=F("transferred_on"),
                    reviewed_by__isnull=False,
                ),
                name="ehcps_movein_reviewed_who_and_when",
            ),
            from_set("authority", "LA_CODE", name="ehcps_movein_authority_code"),
        ]

    def __str__(self) -> str:
        return f"Move from {self.authority}"

    @property
    def is_awaited(self) -> bool:
        """Whether its plan is still to come."""
        return not (self.plan_id or self.assessment_id or self.dropped_on)

    @property
    def lacks_paper(self) -> bool:
        """Whether the plan is ours and its file is not here."""
        return bool(self.plan_id) and self.document_id is None

    @property
    def awaited(self) -> AwaitedFacts | None:
        """The days on which we ask for a plan; none where we never had to."""
        if self.asked_on is None:
            return None
        return AwaitedFacts(
            moved_on=self.moved_on,
            asked_on=self.asked_on,
            chased_on=self.chased_on,
            transferred_on=self.transferred_on,
            here=self.document_id is not None,
            given_up=self.dropped_on is not None
            or (self.plan is not None and self.plan.standing != Standing.LIVE),
        )

    @property
    def facts(self) -> MoveInFacts | None:
        """The days its clocks run on; none where no plan came along."""
        if self.plan is None or self.transferred_on is None:
            return None
        return MoveInFacts(
            transferred_on=self.transferred_on,
            plan_made_on=self.plan.issued_on or self.transferred_on,
            last_review_on=self.last_review_on,
            told_on=self.told_on,
            reviewed_on=self.reviewed_on,
            ended=self.plan.standing != Standing.LIVE,
        )


@kept()
class MoveOut(Versioned):
    """A family that moves to another authority, or out of England (reg. 15; TF-01).

    Until the transfer the plan is ours. The day of the transfer is its last.
    """

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="moves_out"
    )
    plan = models.ForeignKey(
        "ehcps.Plan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="moves_out",
    )
    assessment = models.ForeignKey(
        "ehcps.NeedsAssessment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="moves_out",
    )
    moves_on = models.DateField("day of the move")
    known_on = models.DateField("we learned of it")
    authority = code_key("authority they move to")
    country = models.CharField("where, outside England", max_length=200, blank=True)
    recorded_by = person(null=False)
    ended = models.CharField(
        max_length=7, choices=MoveOutEnd, default="", blank=True, editable=False
    )
    ended_on = models.DateField(null=True, blank=True)
    papers = models.TextField("papers sent", max_length=2000, blank=True)
    dropped_because = models.TextField(max_length=2000, blank=True)

    objects = MoveOutQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name_plural = "moves out"
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended=""), name="ehcps_moveout_one_open"
            ),
            models.CheckConstraint(
                condition=Q(plan__isnull=False) | Q(assessment__isnull=False),
                name="ehcps_moveout_of_something",
            ),
            models.CheckConstraint(
                condition=Q(authority__isnull=False, country="")
                | Q(authority__isnull=True) & ~Q(country=""),
                name="ehcps_moveout_one_destination",
            ),
            models.CheckConstraint(
                condition=Q(ended="", ended_on__isnull=True, dropped_because="")
                | Q(
                    ended=MoveOutEnd.GONE,
                    ended_on__isnull=False,
                    ended_on__gte=F("moves_on"),
                    dropped_because="",
                )
                | Q(ended=MoveOutEnd.DROPPED, ended_on__isnull=False)
                & ~Q(dropped_because=""),
                name="ehcps_moveout_ended_how_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(ended=MoveOutEnd.GONE)
                | Q(plan__isnull=True)
                | Q(authority__isnull=True)
                | ~Q(papers=""),
                name="ehcps_moveout_plan_goes_with_papers",
            ),
            from_set("authority", "LA_CODE", name="ehcps_moveout_authority_code"),
        ]

    def __str__(self) -> str:
        return f"Move to {self.where}"

    @property
    def where(self) -> str:
        """The authority or the country that they move to."""
        return str(self.authority or self.country)

    @property
    def in_england(self) -> bool:
        """Whether another authority takes over, so that the plan is transferred."""
        return self.authority_id is not None

    @property
    def facts(self) -> MoveOutFacts | None:
        """The days its clock runs on; none where there is no plan to transfer."""
        if self.plan is None or not self.in_england:
            return None
        gone = self.ended == MoveOutEnd.GONE
        return MoveOutFacts(
            moves_on=self.moves_on,
            known_on=self.known_on,
            transferred_on=self.ended_on if gone else None,
            dropped=bool(self.ended) or self.plan.standing != Standing.LIVE,
        )
