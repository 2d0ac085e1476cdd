"""Two children from other schools in each hub and school year (HUB-6; seed 34)."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from sendhub.nurture_hubs.models import Hub, HubPlace
from sendhub.nurture_hubs.rules import FROM_OTHER_SCHOOLS, year_bounds

MOST_FREE = """
    SELECT max(coalesce(n.places - n.taken, nurture_hubs_places_on(%(hub)s, d::date)))
      FROM generate_series(%(first)s::date, %(last)s::date, '1 day') d
      LEFT JOIN nurture_hubs_hubday n ON n.hub_id = %(hub)s AND n.day = d::date
"""


@dataclass(frozen=True)
class Quota:
    """How many came from other schools, and how many more could still come."""

    others: int
    most_free: int

    @property
    def missing(self) -> int:
        """How many more the hub must take."""
        return max(0, FROM_OTHER_SCHOOLS - self.others)

    @property
    def impossible(self) -> bool:
        """Whether no day is left with room for all of them."""
        return self.missing > self.most_free

    @property
    def standing(self) -> str:
        """Met, on course or at risk, as the board says it."""
        if not self.missing:
            return "met"
        return "at risk" if self.missing >= self.most_free else "on course"

    @property
    def missing_words(self) -> str:
        """How many children are meant, in words."""
        return "one child" if self.missing == 1 else "two children"


def quota_of(hub: Hub, year: int, *, today: date) -> Quota:
    """Count for one hub and school year, from today on where it runs already."""
    first, last = year_bounds(year)
    there = HubPlace.objects.standing().during(first, last).filter(hub=hub)
    others = there.filter(from_host=False).values("child").distinct().count()
    from_on = max(first, today)
    if from_on > last:
        return Quota(others, 0)
    with connection.cursor() as cursor:
        cursor.execute(MOST_FREE, {"hub": hub.pk, "first": from_on, "last": last})
        [most] = cursor.fetchone()
    return Quota(others, most or 0)
