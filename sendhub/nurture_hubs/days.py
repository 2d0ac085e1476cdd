"""What the hubs have left on each day, as the database counts it (HUB-4, HUB-10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import rules
from sendhub.nurture_hubs.models import Hub, HubDay
from sendhub.statutory.words import date_words

EACH_DAY = """
    WITH each_day AS (
        SELECT h.id AS hub, d::date AS day, date_trunc('week', d)::date AS monday,
               coalesce(n.places, nurture_hubs_places_on(h.id, d::date)) AS places,
               coalesce(n.taken, 0) AS taken
          FROM nurture_hubs_hub h
         CROSS JOIN generate_series(%s::date, %s::date, '1 day') d
          LEFT JOIN nurture_hubs_hubday n ON n.hub_id = h.id AND n.day = d::date
         WHERE h.id = ANY(%s))
"""
FULL = "SELECT day, places FROM each_day WHERE places <= taken ORDER BY day"
FULLEST = """
    SELECT DISTINCT ON (hub, monday) hub, monday, day, places, taken
      FROM each_day ORDER BY hub, monday, places - taken, day
"""
COUNTY = """
    SELECT DISTINCT ON (monday) monday, day, sum(places)::int, sum(taken)::int
      FROM each_day GROUP BY monday, day
     ORDER BY monday, sum(places) - sum(taken), day
"""
AHEAD = timedelta(days=4 * 366)
"""How far ahead a free place is looked for."""
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Week:
    """The fullest day of a week: what is taken there of how many places."""

    day: date
    places: int
    taken: int

    @property
    def shade(self) -> str:
        """How a cell is shaded: none there, empty, some taken, full."""
        if not self.places:
            return "none"
        if not self.taken:
            return "empty"
        return "full" if self.taken >= self.places else "some"

    @property
    def of_all(self) -> str:
        """What is taken of how many places."""
        return f"{self.taken}/{self.places}"

    @property
    def asked(self) -> str:
        """The filter of the list of places that shows who is there on the day."""
        day = self.day
        return f"day_day={day.day}&day_month={day.month}&day_year={day.year}"


def each_day(sql: str, hubs: Iterable[int], first: date, last: date) -> list[Any]:
    """Ask something of each day of some hubs."""
    with connection.cursor() as cursor:
        cursor.execute(EACH_DAY + sql, [first, last, list(hubs)])
        return cursor.fetchall()


def weeks_of(
    hubs: Iterable[int], first: date, last: date
) -> dict[tuple[int, date], Week]:
    """The weeks of some hubs, by hub and Monday."""
    rows = each_day(FULLEST, hubs, first, last)
    return {(hub, monday): Week(*rest) for hub, monday, *rest in rows}


def county_weeks(hubs: Iterable[int], first: date, last: date) -> dict[date, Week]:
    """The weeks of some hubs together, by Monday: the day with the least room."""
    rows = each_day(COUNTY, hubs, first, last)
    return {monday: Week(*rest) for monday, *rest in rows}


def full_days(hub: Hub, first: date, last: date) -> dict[date, int]:
    """Each day without a free place, with the places that there are."""
    return dict(each_day(FULL, [hub.pk], first, last))


def free_for_a_year(hubs: Iterable[Hub], *, today: date) -> dict[int, date | None]:
    """From which day a place in each hub is free for the longest that one may last.

    The hubs come loaded `for_board`; the number of queries is fixed.
    """
    by_hub = {hub.pk: hub for hub in hubs}
    full = HubDay.objects.full_by_hub(by_hub, from_on=today)
    found = {}
    for key, hub in by_hub.items():
        start = max(today, hub.opens_on)
        end = rules.last_day(start)
        none_there = without_places(hub, start, end + AHEAD)
        found[key] = _next_start(hub, start, end, full.get(key, set()) | none_there)
    return found


def without_places(hub: Hub, first: date, last: date) -> set[date]:
    """Those of some days for which a hub is set to have no place at all."""
    rows = sorted(hub.capacities.all(), key=lambda row: row.from_on)
    ends = [*(row.from_on - ONE_DAY for row in rows[1:]), last]
    found: set[date] = set()
    for row, end in zip(rows, ends, strict=True):
        if row.places == 0:
            begin = max(row.from_on, first)
            found |= {begin + n * ONE_DAY for n in range((end - begin).days + 1)}
    return found


def _free_from(hub: Hub, starts_on: date, ends_on: date) -> date | None:
    """The next day from which a place is free for as long; None if no such day is near.

    The hub is open all the time, and nobody is kept from starting on that day.
    """
    full = set(full_days(hub, starts_on, ends_on + AHEAD))
    return _next_start(hub, starts_on, ends_on, full)


def _next_start(
    hub: Hub, starts_on: date, ends_on: date, full: set[date]
) -> date | None:
    until = ends_on + AHEAD
    return rules.next_start(
        starts_on,
        ends_on,
        full=full,
        pauses=[(p.starts_on, p.ends_on) for p in hub.pauses.all()],
        until=min(until, hub.closes_on or until),
    )


def check_free(
    hub: Hub, starts_on: date, ends_on: date, *, own: tuple[date, date] | None = None
) -> None:
    """Refuse days on which every place is taken, and say what is free (HUB-4).

    `own` are the days that the place has already: they are its own to keep.
    """
    full = full_days(hub, starts_on, ends_on)
    taken = [day for day in full if not (own and own[0] <= day <= own[1])]
    if not taken:
        return
    first = taken[0]
    number = full[first]
    all_places = "the only place is" if number == 1 else f"all {number} places are"
    said = f"Full: on {date_words(first)} {all_places} taken."
    if own and first > starts_on >= own[0]:
        last = date_words(first - ONE_DAY)
        raise RuleBroken(f"{said} It can last until {last}.", "ends_on")
    free = _free_from(hub, starts_on, ends_on)
    more = (
        "The next day from which a place is free for the whole time is "
        f"{date_words(free)}."
        if free
        else "No later day is known from which a place is free for the whole time."
    )
    raise RuleBroken(f"{said} {more}", "starts_on")
