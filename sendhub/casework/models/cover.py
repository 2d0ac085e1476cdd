"""Who is away, and who does their work meanwhile."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.casework.models.cases import person
from sendhub.casework.querysets import CoverQuerySet
from sendhub.core import clock
from sendhub.core.addresses import page_of
from sendhub.core.models import Versioned
from sendhub.people.models.periods import one_at_a_time


@kept()
class Cover(Versioned):
    """An officer is away from one day to another, both included; a colleague covers.

    Cases stay with their officer: the colleague sees the work beside their own. One
    that was called off never counted.
    """

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="covers"
    )
    covered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="covering"
    )
    starts_on = models.DateField("away from")
    ends_on = models.DateField("away until")
    set_by = person(null=False)
    set_at = models.DateTimeField(default=clock.now, editable=False)
    cancelled_at = models.DateTimeField(
        "called off", null=True, blank=True, editable=False
    )
    cancelled_by = person()

    objects = CoverQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="casework_cover_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(officer=F("covered_by")),
                name="casework_cover_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancelled_by__isnull=True)
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False),
                name="casework_cover_called_off_who_and_when",
            ),
            one_at_a_time(
                "casework_cover_one_at_a_time",
                "officer",
                condition=Q(cancelled_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["covered_by", "ends_on"], name="casework_cover_of_colleague"
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer}, covered by {self.covered_by}"

    def get_absolute_url(self) -> str:
        return page_of("casework:cover-end", self.pk)
