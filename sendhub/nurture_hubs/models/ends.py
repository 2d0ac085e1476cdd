"""The talk at the end of a place, what follows, and where the child is later."""

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import WITHDRAWN_WHOLE, Versioned, Withdrawable, person
from sendhub.nurture_hubs.querysets import (
    PlaceScopedQuerySet,
    StepQuerySet,
    TalkQuerySet,
)
from sendhub.nurture_hubs.rules.ends import Next, Point, Where


@kept()
class Talk(Withdrawable, Versioned):
    """The discussion of family, schools and coordinator about what follows (HUB-7).

    It is arranged first, then held: with who took part and what was decided (seed 35).
    """

    place = models.ForeignKey(
        "nurture_hubs.HubPlace", on_delete=models.PROTECT, related_name="talks"
    )
    arranged_on = models.DateField("arranged")
    planned_for = models.DateField("planned for")
    arranged_by = person(null=False)
    held_on = models.DateField("held", null=True, blank=True)
    family = models.BooleanField("family took part", default=False)
    original_school = models.BooleanField("original school took part", default=False)
    hub_school = models.BooleanField("hub school took part", default=False)
    coordinator = models.BooleanField("coordinator took part", default=False)
    absent_because = models.CharField(
        "why somebody was not there", max_length=300, blank=True
    )
    decision = models.CharField(max_length=10, choices=Next, blank=True)
    next_setting = models.ForeignKey(
        "schools.Setting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="school from then on",
    )
    views = models.TextField(
        "what the family and the schools said", max_length=10_000, blank=True
    )
    held_by = person()

    objects = TalkQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["place"],
                condition=Q(withdrawn_at__isnull=True),
                name="nurture_hubs_talk_once",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, decision="", held_by__isnull=True)
                & Q(next_setting__isnull=True)
                | Q(held_on__isnull=False, held_by__isnull=False)
                & Q(decision__in=Next.values, next_setting__isnull=False),
                name="nurture_hubs_talk_held_who_and_what",
            ),
            models.CheckConstraint(
                condition=Q(planned_for__gte=F("arranged_on")),
                name="nurture_hubs_talk_planned_after_arranged",
            ),
            WITHDRAWN_WHOLE,
        ]

    def __str__(self) -> str:
        return "Talk about the end of a place"

    @property
    def took_part(self) -> str:
        """Who was there, in words."""
        parties = {
            "the family": self.family,
            "the original school": self.original_school,
            "the hub school": self.hub_school,
            "the coordinator": self.coordinator,
        }
        there = [name for name, came in parties.items() if came]
        return ", ".join(there) or "nobody"


@kept()
class TransitionStep(Versioned):
    """One step of the plan for what follows a place: who does what by when (HUB-7)."""

    talk = models.ForeignKey(Talk, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField("what is done", max_length=300)
    who = models.CharField("who does it", max_length=200)
    due_on = models.DateField("by")
    done_on = models.DateField("done", null=True, blank=True)
    done_by = person()
    dropped_because = models.CharField(
        "why it is not needed any more", max_length=300, blank=True
    )

    objects = StepQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False, dropped_because=""),
                name="nurture_hubs_transitionstep_done_who_and_when",
            )
        ]

    def __str__(self) -> str:
        return self.what


@kept()
class Destination(Withdrawable, Versioned):
    """Where a child is on leaving a hub, six and twelve months later (HUB-9)."""

    place = models.ForeignKey(
        "nurture_hubs.HubPlace", on_delete=models.PROTECT, related_name="destinations"
    )
    point = models.CharField("when", max_length=6, choices=Point)
    on = models.DateField("date")
    where = models.CharField(max_length=11, choices=Where)
    setting = models.ForeignKey(
        "schools.Setting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="school",
    )
    words = models.TextField("how the child is doing", max_length=2000, blank=True)
    recorded_by = person(null=False)

    objects = PlaceScopedQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["place", "point"],
                condition=Q(withdrawn_at__isnull=True),
                name="nurture_hubs_destination_once",
            ),
            models.CheckConstraint(
                condition=Q(where__in=Where.values, point__in=Point.values),
                name="nurture_hubs_destination_known_where",
            ),
            WITHDRAWN_WHOLE,
        ]

    def __str__(self) -> str:
        return f"{self.get_point_display()}: {self.get_where_display()}"


@kept()
class OnwardRequest(models.Model):
    """A needs assessment that was asked for out of a hub (HUB-8; seed 36)."""

    place = models.ForeignKey(
        "nurture_hubs.HubPlace", on_delete=models.PROTECT, related_name="onward"
    )
    assessment = models.OneToOneField(
        "ehcps.NeedsAssessment", on_delete=models.PROTECT, related_name="from_hub"
    )
    asked_by = person(null=False)

    objects = PlaceScopedQuerySet.as_manager()

    def __str__(self) -> str:
        return "Request from a nurture hub"
