"""Cases, and the deadlines that every service sets on them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.casework.querysets import (
    CaseQuerySet,
    DeadlineQuerySet,
)
from sendhub.casework.rules import (
    Ended,
    ServiceKey,
    reference_of,
)
from sendhub.casework.triggers import COPY_FROM_CASE, PASS_ON_TO_DEADLINES
from sendhub.core.addresses import page_of
from sendhub.core.models import Versioned, person

if TYPE_CHECKING:
    from sendhub.casework.services import Lack


@kept()
class Case(Versioned):
    """One child's involvement with one service; long-lived, one open at a time."""

    child = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="cases"
    )
    service = models.CharField(max_length=20, choices=ServiceKey)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
    )
    team = models.ForeignKey(
        "accounts.Team",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
    )
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    assigned_at = models.DateTimeField(null=True, blank=True)

    objects = CaseQuerySet.as_manager()
    # What a list of work adds: where it stands there, what lacks of it, and by when.
    place = ""
    lacks_now: Sequence["Lack"] = ()
    wanted_on: date | None = None

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, PASS_ON_TO_DEADLINES]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "service"],
                condition=Q(closed_on__isnull=True),
                name="casework_case_one_open_per_service",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="casework_case_closes_after_opening",
            ),
            models.CheckConstraint(
                condition=Q(officer__isnull=True, assigned_at__isnull=True)
                | Q(officer__isnull=False, assigned_at__isnull=False),
                name="casework_case_assigned_to_whom_and_when",
            ),
        ]
        indexes = [
            models.Index(
                fields=["officer"],
                condition=Q(closed_on__isnull=True),
                name="casework_case_of_officer",
            ),
            models.Index(
                fields=["opened_on", "id"],
                condition=Q(closed_on__isnull=True),
                name="casework_case_open",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return page_of("casework:case-page", self.pk)

    @property
    def reference(self) -> str:
        """What letters and calls name the case by, like EHC-000042."""
        return reference_of(self.service, self.pk)

    @property
    def case_id(self) -> int:
        """What history files an act about the case under."""
        return self.pk


@kept()
class Deadline(Versioned):
    """One date that the law or the service sets, from every service in one table.

    `about_type` and `about_id` name the record it is about; `step` tells the dates
    apart where one rule sets several. The limit is never edited; a target is a promise
    beside it, with a reason (WRK-2).
    """

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="deadlines"
    )
    about_type = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    rule = models.CharField(max_length=12)
    step = models.CharField(max_length=12, blank=True, default="")
    title = models.CharField(max_length=200)
    due_on = models.DateField("due")
    met_on = models.DateField("met", null=True, blank=True)
    ended = models.CharField(max_length=5, choices=Ended, default="", blank=True)
    target_on = models.DateField("target", null=True, blank=True)
    target_reason = models.CharField(max_length=300, blank=True)
    target_by = person()
    child = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, editable=False, related_name="+"
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    team = models.ForeignKey(
        "accounts.Team",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        db_index=False,  # those by team and day begin with it
    )

    objects = DeadlineQuerySet.as_manager()
    place = ""  # where it stands in the list that shows it

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, COPY_FROM_CASE]
        constraints = [
            models.UniqueConstraint(
                fields=["about_type", "about_id", "rule", "step"],
                name="casework_deadline_once_per_rule",
            ),
            models.CheckConstraint(
                condition=Q(ended__in=["", "void"], met_on__isnull=True)
                | Q(ended="met", met_on__isnull=False, met_on__lte=F("due_on"))
                | Q(ended="late", met_on__isnull=False, met_on__gt=F("due_on")),
                name="casework_deadline_ended_as_met",
            ),
            models.CheckConstraint(
                condition=Q(target_on__isnull=True, target_by__isnull=True)
                & Q(target_reason="")
                | Q(target_on__isnull=False, target_by__isnull=False)
                & ~Q(target_reason=""),
                name="casework_deadline_target_with_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["officer", "due_on", "id"],
                condition=Q(ended=""),
                include=["child", "rule"],
                name="casework_deadline_of_officer",
            ),
            models.Index(
                fields=["team", "due_on", "id"],
                condition=Q(ended=""),
                include=["child", "rule"],
                name="casework_deadline_of_team",
            ),
            models.Index(
                fields=["due_on", "id"],
                condition=Q(ended=""),
                include=["child", "rule"],
                name="casework_deadline_open",
            ),
            models.Index(
                fields=["child", "due_on", "id"],
                condition=Q(ended=""),
                name="casework_deadline_of_child",
            ),
            models.Index(
                fields=["rule", "due_on", "id"],
                condition=Q(ended=""),
                include=["child"],
                name="casework_deadline_of_rule",
            ),
            models.Index(
                fields=["team", "due_on"],
                include=["rule", "ended", "child"],
                name="casework_deadline_by_week",
            ),
            models.Index(
                fields=["due_on", "id"],
                include=["rule", "ended", "child"],
                name="casework_deadline_all_by_week",
            ),
            models.Index(
                fields=["due_on", "id"],
                condition=Q(ended="", officer__isnull=True),
                include=["child", "rule"],
                name="casework_deadline_unassigned",
            ),
        ]

    def __str__(self) -> str:
        return self.title
