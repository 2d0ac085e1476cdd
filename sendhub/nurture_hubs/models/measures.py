"""What is measured of a child before, in and at the end of a hub (HUB-9)."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from sendhub.audit.history import kept
from sendhub.core.models import WITHDRAWN_WHOLE, Versioned, Withdrawable, person
from sendhub.nurture_hubs.querysets import MeasureQuerySet, TargetQuerySet
from sendhub.nurture_hubs.rules.measures import (
    MOST_RATED,
    SCALES,
    Instrument,
    Stage,
)


@kept()
class Measure(Withdrawable, Versioned):
    """The numbers of one instrument at one stage."""

    referral = models.ForeignKey(
        "nurture_hubs.Referral", on_delete=models.PROTECT, related_name="measures"
    )
    stage = models.CharField("when", max_length=1, choices=Stage)
    instrument = models.CharField("measure", max_length=10, choices=Instrument)
    measured_on = models.DateField("date")
    measured_by = models.CharField("who measured", max_length=200)
    recorded_by = person(null=False)

    objects = MeasureQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "stage", "instrument"],
                condition=Q(withdrawn_at__isnull=True),
                name="nurture_hubs_measure_once",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values, instrument__in=Instrument.values),
                name="nurture_hubs_measure_known",
            ),
            WITHDRAWN_WHOLE,
        ]

    def __str__(self) -> str:
        return f"{self.get_instrument_display()}, {self.get_stage_display().lower()}"

    def get_absolute_url(self) -> str:
        return self.referral.get_absolute_url()

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.referral.case_id


@kept()
class Score(models.Model):
    """One number of a measure."""

    measure = models.ForeignKey(
        Measure, on_delete=models.CASCADE, related_name="scores"
    )
    scale = models.CharField(max_length=17)
    value = models.DecimalField(max_digits=5, decimal_places=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "scale"], name="nurture_hubs_score_once"
            ),
            models.CheckConstraint(
                condition=reduce(
                    or_,
                    (
                        Q(scale=scale.key, value__gte=0, value__lte=scale.most)
                        for scale in SCALES.values()
                    ),
                ),
                name="nurture_hubs_score_within_its_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scale}: {self.value}"


def _rating(label: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


@kept()
class Target(Versioned):
    """A child's own target in the hub, rated from 0 (not begun) to 10 (reached)."""

    referral = models.ForeignKey(
        "nurture_hubs.Referral", on_delete=models.PROTECT, related_name="targets"
    )
    words = models.CharField("target", max_length=300)
    set_on = models.DateField("set")
    set_by = person(null=False)
    at_entry = _rating("at entry")
    half_way = _rating("half-way")
    at_exit = _rating("at exit")
    dropped_because = models.CharField(
        "why it is not followed any more", max_length=300, blank=True
    )

    objects = TargetQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=(Q(at_entry=None) | Q(at_entry__lte=MOST_RATED))
                & (Q(half_way=None) | Q(half_way__lte=MOST_RATED))
                & (Q(at_exit=None) | Q(at_exit__lte=MOST_RATED)),
                name="nurture_hubs_target_rated_to_ten",
            )
        ]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return self.referral.get_absolute_url()

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.referral.case_id

    @property
    def rated(self) -> str:
        """How it was rated when, in words; "" where it was not."""
        ratings = {
            "at entry": self.at_entry,
            "half-way": self.half_way,
            "at exit": self.at_exit,
        }
        given = (f"{when} {n}" for when, n in ratings.items() if n is not None)
        return ", ".join(given)
