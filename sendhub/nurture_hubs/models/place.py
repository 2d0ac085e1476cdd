"""Places of children in nurture hubs."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.expressions import RawSQL

from sendhub.audit.history import kept
from sendhub.core.models import WITHDRAWN_WHOLE, Versioned, Withdrawable, person
from sendhub.nurture_hubs.querysets import PlaceQuerySet
from sendhub.nurture_hubs.triggers import (
    AGREED,
    CHILD_FIRST,
    CHILD_REFERRED,
    COUNTED,
    PLACE_STAYS,
    TWELVE_MONTHS_IN_ALL,
    WHILE_OPEN,
)


@kept()
class HubPlace(Withdrawable, Versioned):
    """A child's place in a hub: counted from allocation to its end (HUB-4, HUB-5).

    Strictly within twelve months (seed 35); holidays count.
    """

    referral = models.ForeignKey(
        "nurture_hubs.Referral", on_delete=models.PROTECT, related_name="places"
    )
    hub = models.ForeignKey(
        "nurture_hubs.Hub", on_delete=models.PROTECT, related_name="hub_places"
    )
    child = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="hub_places"
    )
    from_host = models.BooleanField("comes from a host school")
    starts_on = models.DateField("first day")
    ends_on = models.DateField("last day")
    again_because = models.TextField("why a second stay", max_length=2000, blank=True)
    again_by = person()
    few_others_because = models.TextField(
        "why although too few come from other schools", max_length=2000, blank=True
    )
    order_because = models.TextField(
        "why before others who wait", max_length=2000, blank=True
    )
    allocated_by = person(null=False)
    allocated_on = models.DateField("allocated")
    ended_because = models.TextField("why it ended early", max_length=2000, blank=True)
    shortened_on = models.DateField(
        "day on which an earlier end was recorded", null=True, blank=True
    )

    objects = PlaceQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [
            *Versioned.Meta.triggers,
            CHILD_FIRST,
            TWELVE_MONTHS_IN_ALL,
            WHILE_OPEN,
            AGREED,
            PLACE_STAYS,
            CHILD_REFERRED,
            COUNTED,
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="nurture_hubs_hubplace_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(
                    ends_on__lt=RawSQL(
                        "(starts_on + interval '1 year')::date",
                        [],
                        output_field=models.DateField(),
                    )
                ),
                name="nurture_hubs_hubplace_twelve_months",
            ),
            ExclusionConstraint(
                name="nurture_hubs_hubplace_one_at_a_time",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    (
                        Func(
                            "starts_on",
                            "ends_on",
                            RangeBoundary(inclusive_upper=True),
                            function="daterange",
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=Q(again_because="", again_by__isnull=True)
                | ~Q(again_because="") & Q(again_by__isnull=False),
                name="nurture_hubs_hubplace_again_who_and_why",
            ),
            WITHDRAWN_WHOLE,
        ]

    def __str__(self) -> str:
        return f"Place in {self.hub}"

    def get_absolute_url(self) -> str:
        return self.referral.get_absolute_url()

    @property
    def case_id(self) -> int:
        """The case it belongs to, for the history."""
        return self.referral.case_id
