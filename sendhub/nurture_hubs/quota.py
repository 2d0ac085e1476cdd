"""Two children from other schools in each hub and school year (HUB-6; seed 34)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sendhub.nurture_hubs.days import each_day
from sendhub.nurture_hubs.models import Hub, HubPlace
from sendhub.nurture_hubs.rules import FROM_OTHER_SCHOOLS, year_bounds

MOST_FREE = "SELECT hub, max(places - taken) FROM each_day GROUP BY hub"


@dataclass(frozen=True)
class Quota:
    """How many came from other schools, and how many more could still come."""

    others: int
    most_free: int

    @property
    def asked(self) -> int:
        """How many the hub must take in a school year."""
        return FROM_OTHER_SCHOOLS

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
    def tone(self) -> str:
        """How the board colours it."""
        return {"met": "good", "on course": "info", "at risk": "late"}[self.standing]

    @property
    def missing_words(self) -> str:
        """How many children are meant, in words."""
        return "one child" if self.missing == 1 else "two children"


def quotas_of(hubs: Iterable[int], year: int, *, today: date) -> dict[int, Quota]:
    """Count for some hubs and a school year, from today on where it runs already."""
    first, last = year_bounds(year)
    asked = list(hubs)
    others = HubPlace.objects.standing().during(first, last).others_by_hub(asked)
    return {
        hub: Quota(others.get(hub, 0), free)
        for hub, free in most_free(asked, max(first, today), last).items()
    }


def quota_of(hub: Hub, year: int, *, today: date) -> Quota:
    """Count for one hub and school year."""
    return quotas_of([hub.pk], year, today=today)[hub.pk]


def most_free(hubs: list[int], first: date, last: date) -> dict[int, int]:
    """How many places each hub has free on the emptiest of some days."""
    free = dict.fromkeys(hubs, 0)
    free.update(each_day(MOST_FREE, hubs, first, last))
    return free
