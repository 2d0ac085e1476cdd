"""What the board shows: each hub's places by week, its quota, who waits (HUB-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sendhub.accounts.models import User
from sendhub.casework.models import Deadline
from sendhub.nurture_hubs import rules
from sendhub.nurture_hubs.days import Week, county_weeks, free_for_a_year, weeks_of
from sendhub.nurture_hubs.lanes import Bar, Lane, bars_of, in_lanes
from sendhub.nurture_hubs.models import Hub, HubHost, HubPause, HubPlace, Referral
from sendhub.nurture_hubs.quota import Quota, quotas_of
from sendhub.nurture_hubs.waiting import Waiter, waiters

SOON = timedelta(days=31)
"""How long before its day the talk about the end shows on the board."""


@dataclass(frozen=True)
class Stay:
    """A place as one person sees it: who may not open the child sees no name."""

    place: HubPlace
    in_sight: bool
    days_left: int
    begun: bool
    talk: Deadline | None
    talk_days: int

    @property
    def starts_on(self) -> date:
        """The first day."""
        return self.place.starts_on

    @property
    def ends_on(self) -> date:
        """The last day."""
        return self.place.ends_on

    @property
    def name(self) -> str:
        """Who is there."""
        return self.place.child.known_as if self.in_sight else "Restricted record"


@dataclass(frozen=True)
class HubBoard:
    """One hub on the board."""

    hub: Hub
    hosts: list[HubHost]
    rows: list[tuple[Lane[Stay], list[Bar[Stay]]]]
    weeks: list[Week]
    quota: Quota
    year: int
    waiting: list[Waiter]
    seen: set[int]
    pause: HubPause | None
    paused: bool
    free_from: date | None

    @property
    def year_words(self) -> str:
        """The school year of the quota."""
        return rules.year_words(self.year)


def boards_of(
    hubs: Sequence[Hub], weeks: Sequence[date], *, user: User, today: date
) -> list[HubBoard]:
    """The board of some hubs, loaded `for_board`; the number of queries is fixed."""
    keys = [hub.pk for hub in hubs]
    year = rules.school_year(max(today, weeks[0]))
    quotas = quotas_of(keys, year, today=today)
    stays = stays_of(keys, from_on=weeks[0], user=user, today=today)
    last = weeks[-1] + timedelta(days=6)
    counted = weeks_of(keys, weeks[0], last)
    waiting = waiters(hubs, today=today)
    waits = Referral.objects.visible_to(user).waiting_for(keys)
    seen = set(waits.values_list("pk", flat=True))
    free = free_for_a_year(hubs, today=today)
    made = []
    for hub in hubs:
        there = [counted[hub.pk, monday] for monday in weeks]
        places = [week.places for week in there]
        lanes = in_lanes(stays.get(hub.pk, []), least=max(places))
        bars = bars_of(lanes, weeks, places)
        pause = _pause(hub, today)
        made.append(
            HubBoard(
                hub=hub,
                hosts=list(hub.hosts.all()),
                rows=list(zip(lanes, bars, strict=True)),
                weeks=there,
                quota=quotas[hub.pk],
                year=year,
                waiting=waiting[hub.pk],
                seen=seen,
                pause=pause,
                paused=bool(pause and pause.starts_on <= today),
                free_from=free[hub.pk],
            )
        )
    return made


def year_rows(hubs: Sequence[int], year: int) -> list[dict[str, Any]]:
    """Each week of a school year: what is taken in each hub, and in all together."""
    first, last = rules.year_bounds(year)
    weeks = weeks_of(hubs, first, last)
    county = county_weeks(hubs, first, last)
    return [
        {
            "monday": monday,
            "hubs": [(hub, weeks[hub, monday]) for hub in hubs],
            "county": county[monday],
        }
        for monday in sorted(county)
    ]


def stays_of(
    hubs: Sequence[int], *, from_on: date, user: User, today: date
) -> dict[int, list[Stay]]:
    """The places that stand on a day or later, by hub."""
    there = HubPlace.objects.standing().filter(hub__in=hubs).not_over(on=from_on)
    found = list(there.for_page().with_badges(on=today))
    seen = set(there.visible_to(user).values_list("pk", flat=True))
    talks = _talks([place.pk for place in found])
    stays: dict[int, list[Stay]] = {}
    for place in found:
        talk = talks.get(place.pk)
        left = (talk.due_on - today).days if talk else 0
        stays.setdefault(place.hub_id, []).append(
            Stay(
                place=place,
                in_sight=place.pk in seen,
                days_left=(place.ends_on - today).days,
                begun=place.starts_on <= today,
                talk=talk if talk and talk.due_on - today <= SOON else None,
                talk_days=left,
            )
        )
    return stays


def _talks(places: list[int]) -> dict[int, Deadline]:
    """The next deadline of the talk about the end, by place (NH-01, NH-02)."""
    about = Deadline.objects.open().filter(
        about_type="nurture_hubs.hubplace",
        about_id__in=places,
        rule__in=("NH-01", "NH-02"),
    )
    latest_first = about.order_by("-due_on", "-pk")
    return {deadline.about_id: deadline for deadline in latest_first}


def _pause(hub: Hub, today: date) -> HubPause | None:
    """The pause of now or the next one."""
    ahead = [p for p in hub.pauses.all() if p.ends_on is None or p.ends_on >= today]
    return min(ahead, key=lambda pause: pause.starts_on, default=None)
