"""Asking for a restricted record, and the access that is given for a time (ADM-2)."""

from datetime import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Coalesce

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, person
from sendhub.people.querysets.restriction import (
    AccessGrantQuerySet,
    AccessRequestQuerySet,
)
from sendhub.people.rules import AccessWay, Outcome


@kept()
class AccessRequest(Versioned):
    """Somebody needs a restricted record and says why; one of those named answers."""

    child = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="access_requests"
    )
    asked_by = person(null=False)
    asked_at = models.DateTimeField()
    reason = models.CharField(max_length=500)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    answer = models.CharField(max_length=500, blank=True)
    decided_by = person()
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = AccessRequestQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["child", "asked_by"],
                condition=Q(outcome=""),
                name="people_accessrequest_once",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_by__isnull=True)
                & Q(decided_at__isnull=True, answer="")
                | ~Q(outcome="")
                & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="people_accessrequest_decided_by_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=[Outcome.GRANTED, Outcome.REFUSED])
                | ~Q(decided_by=F("asked_by")),
                name="people_accessrequest_not_ones_own",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.REFUSED) | ~Q(answer=""),
                name="people_accessrequest_refused_says_why",
            ),
        ]
        indexes = [
            models.Index(
                fields=["asked_at", "id"],
                condition=Q(outcome=""),
                name="people_accessrequest_waiting",
            ),
            models.Index(
                fields=["asked_by", "-asked_at"], name="people_accessrequest_mine"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_by} asks for a restricted record"


@kept()
class AccessGrant(Versioned):
    """Somebody may open a restricted record until a moment: granted, or glass broken.

    Access ends by itself at `ends_at`, or before when it is given back or taken away
    (`ended_at`). Each breaking of the glass is reviewed by somebody else.
    """

    child = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="access_grants"
    )
    user = person(null=False)
    way = models.CharField(max_length=10, choices=AccessWay)
    reason = models.CharField(max_length=500)
    request = models.OneToOneField(
        "people.AccessRequest",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="grant",
    )
    given_by = person(null=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_by = person()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_reason = models.CharField(max_length=500, blank=True)
    reviewed_by = person()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    review_note = models.CharField(max_length=500, blank=True)

    objects = AccessGrantQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            ExclusionConstraint(
                name="people_accessgrant_one_at_a_time",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    ("user", RangeOperators.EQUAL),
                    (
                        Func(
                            "starts_at",
                            Coalesce("ended_at", "ends_at"),
                            function="tstzrange",
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="people_accessgrant_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False)
                & Q(ended_at__gte=F("starts_at"), ended_at__lte=F("ends_at")),
                name="people_accessgrant_ended_by_and_when",
            ),
            models.CheckConstraint(
                condition=Q(way=AccessWay.GLASS, request__isnull=True)
                & Q(given_by=F("user"))
                | Q(way=AccessWay.ASKED, request__isnull=False)
                & ~Q(given_by=F("user")),
                name="people_accessgrant_given_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_at__isnull=True, reviewed_by__isnull=True)
                & Q(review_note="")
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False)
                & Q(way=AccessWay.GLASS)
                & ~Q(review_note=""),
                name="people_accessgrant_reviewed_by_and_when",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("user")),
                name="people_accessgrant_not_ones_own_review",
            ),
        ]
        indexes = [
            models.Index(
                fields=["user", "ends_at"],
                include=["child"],
                condition=Q(ended_at__isnull=True),
                name="people_accessgrant_running",
            ),
            models.Index(
                fields=["starts_at", "id"],
                condition=Q(way=AccessWay.GLASS),
                name="people_accessgrant_glass",
            ),
            models.Index(
                fields=["starts_at", "id"],
                condition=Q(way=AccessWay.GLASS, reviewed_at__isnull=True),
                name="people_accessgrant_unreviewed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()}: {self.user}"

    @property
    def over_at(self) -> datetime:
        """The moment at which the access ended, or will."""
        return self.ended_at or self.ends_at

    def is_running(self, *, at: datetime) -> bool:
        """Whether it lets somebody in at a moment."""
        return self.ended_at is None and self.ends_at > at
