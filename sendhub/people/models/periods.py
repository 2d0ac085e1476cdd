"""Periods: `starts_on` and `ends_on`, both days included, and what keeps them right."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from sendhub.core import clock


class Dated(models.Model):
    """A record that holds from one day to another, or from one day on."""

    starts_on = models.DateField("from")
    ends_on = models.DateField("to", null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_ahead(self) -> bool:
        """Whether it has not begun yet."""
        return self.starts_on > clock.today()


def ends_after_start(name: str) -> models.CheckConstraint:
    """Make the constraint that a period does not end before it starts."""
    return models.CheckConstraint(
        condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name=name
    )


def one_at_a_time(
    name: str, *columns: str, condition: Q | None = None
) -> ExclusionConstraint:
    """Make the constraint that periods with equal columns never overlap."""
    days = Func(
        "starts_on",
        "ends_on",
        RangeBoundary(inclusive_upper=True),
        function="daterange",
    )
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((column, RangeOperators.EQUAL) for column in columns),
            (days, RangeOperators.OVERLAPS),
        ],
        condition=condition,
    )
