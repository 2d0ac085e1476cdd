"""How full the hubs were, with whose children, and how long these waited."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from sendhub.nurture_hubs.evaluation import charts
from sendhub.nurture_hubs.evaluation.cohort import Scope, Stay, stays_of
from sendhub.nurture_hubs.evaluation.records import GROUPS, children
from sendhub.nurture_hubs.evaluation.tables import (
    PLACES,
    Behind,
    Cell,
    Chart,
    Section,
    words,
)
from sendhub.nurture_hubs.rules import (
    FROM_OTHER_SCHOOLS,
    school_years,
    year_bounds,
    year_words,
)
from sendhub.nurture_hubs.rules.evaluation import Period, middle, share, tidy, weeks

TAKEN_BY_WEEK = """
    SELECT h.id, date_trunc('week', d)::date,
           sum(coalesce(n.taken, 0))::int,
           sum(coalesce(n.places, nurture_hubs_places_on(h.id, d::date)))::int
      FROM nurture_hubs_hub h
     CROSS JOIN generate_series(%(first)s::date, %(last)s::date, '1 day') d
      LEFT JOIN nurture_hubs_hubday n ON n.hub_id = h.id AND n.day = d::date
     WHERE h.id = ANY(%(hubs)s) AND d >= h.opens_on
       AND (h.closes_on IS NULL OR d <= h.closes_on)
     GROUP BY 1, 2 ORDER BY 2, 1
"""


@dataclass(frozen=True)
class Week:
    """Days of a hub in one week: on how many a place was taken, how many there were."""

    hub_id: int
    monday: date
    taken: int
    places: int


def taken_by_week(scope: Scope) -> list[Week]:
    """Count each hub's days week by week, as the database counts them (HUB-4)."""
    asked: dict[str, Any] = {
        "first": scope.period.first,
        "last": scope.period.last,
        "hubs": [hub.pk for hub in scope.hubs],
    }
    with connection.cursor() as cursor:
        cursor.execute(TAKEN_BY_WEEK, asked)
        return [Week(*row) for row in cursor.fetchall()]


def sections(scope: Scope, found: Sequence[Week]) -> list[Section]:
    """Answer how the places were used."""
    return [
        _by_hub(scope, found),
        _by_week(scope, found),
        _others(scope),
        _quota(scope),
        _time(scope),
    ]


def _by_hub(scope: Scope, found: Sequence[Week]) -> Section:
    rows = []
    for hub in scope.hubs:
        mine = [week for week in found if week.hub_id == hub.pk]
        taken, places = sum(w.taken for w in mine), sum(w.places for w in mine)
        here = len({s.child_id for s in scope.stays if s.hub_id == hub.pk})
        behind = Behind("all", hub_id=hub.pk)
        rows.append(
            [
                words(hub.name),
                Cell(here, behind=behind),
                Cell(weeks(places), "weeks", Behind(PLACES, hub_id=hub.pk)),
                Cell(weeks(taken), "weeks", behind),
                Cell(share(taken, places), "percent", behind),
            ]
        )
    taken, places = sum(w.taken for w in found), sum(w.places for w in found)
    rows.append(
        [
            words("All together"),
            Cell(children(scope.stays), behind=Behind("all")),
            Cell(weeks(places), "weeks", Behind(PLACES)),
            Cell(weeks(taken), "weeks", Behind("all")),
            Cell(share(taken, places), "percent", Behind("all")),
        ]
    )
    return Section(
        "occupancy",
        "How full the hubs were",
        ["Hub", "Children", "Place-weeks there were", "Place-weeks taken", "Taken"],
        rows,
        [
            "A place-week is one place for seven days. Holidays count, as they do for "
            "the promise of a place. A place that was taken back, because the child "
            "never came, counts as if it had never been, in past weeks too."
        ],
    )


def _by_week(scope: Scope, found: Sequence[Week]) -> Section:
    summed: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    for week in found:
        summed[week.monday][0] += week.taken
        summed[week.monday][1] += week.places
    rows, drawn = [], []
    for monday, (taken, places) in sorted(summed.items()):
        days = scope.period.within(monday, _sunday(monday))
        behind = Behind("all", period=Period(monday, _sunday(monday)))
        mean, there = tidy(Decimal(taken) / days), tidy(Decimal(places) / days)
        rows.append(
            [
                Cell(monday, "day"),
                Cell(mean, behind=behind),
                Cell(there, behind=Behind(PLACES)),
                Cell(share(taken, places), "percent", behind),
            ]
        )
        drawn.append(
            {
                "week": monday.isoformat(),
                "taken": float(mean),
                "places": float(there),
            }
        )
    full = [row for row in rows if row[3].value == 100]
    chart = Chart(
        charts.by_week(drawn),
        f"In {len(full)} of {len(rows)} weeks every place was taken.",
        charts.TAKEN_KEY,
    )
    return Section(
        "weeks",
        "Places taken, week by week",
        ["Week of", "Taken", "Places", "Share taken"],
        rows,
        ["The mean of the days of each week."],
        chart if rows else None,
    )


def _sunday(monday: date) -> date:
    return date.fromordinal(monday.toordinal() + 6)


def _others(scope: Scope) -> Section:
    rows, drawn = [], []
    for hub in scope.hubs:
        mine = [s for s in scope.stays if s.hub_id == hub.pk]
        rows.append(_others_row(hub.name, mine, scope, hub.pk))
        others = children([s for s in mine if not s.from_host])
        for place, (part, number) in enumerate(
            {
                "From other schools": others,
                "From the host school": children(mine) - others,
            }.items()
        ):
            row = {"name": hub.name, "part": part, "number": number, "place": place}
            drawn.append(row)
    rows.append(_others_row("All together", scope.stays, scope, None))
    chart = Chart(
        charts.stacked(drawn, order=[hub.name for hub in scope.hubs]),
        "How many children of each hub came from other schools, and from its own.",
        charts.key_of("From other schools", "From the host school"),
    )
    return Section(
        "others",
        "Children from other schools",
        [
            "Hub",
            "Children",
            "From other schools",
            "Share of children",
            "Place-weeks of other schools",
            "Share of place-weeks",
        ],
        rows,
        chart=chart if scope.stays else None,
    )


def _others_row(
    name: str, stays: Sequence[Stay], scope: Scope, hub_id: int | None
) -> list[Cell]:
    others = [s for s in stays if not s.from_host]
    days = sum(scope.period.within(s.starts_on, s.ends_on) for s in stays)
    of_others = sum(scope.period.within(s.starts_on, s.ends_on) for s in others)
    behind = Behind("others", hub_id)
    return [
        words(name),
        Cell(children(stays), behind=Behind("all", hub_id)),
        Cell(children(others), behind=behind),
        Cell(share(children(others), children(stays)), "percent", behind),
        Cell(weeks(of_others), "weeks", behind),
        Cell(share(of_others, days), "percent", behind),
    ]


def _quota(scope: Scope) -> Section:
    years = school_years(scope.period.first, scope.period.last)
    first, last = year_bounds(years[0])[0], year_bounds(years[-1])[1]
    whole = stays_of(Period(first, last), scope.hub)
    rows = []
    for year in years:
        begins, ends = year_bounds(year)
        for hub in scope.hubs:
            if hub.opens_on > ends or (hub.closes_on and hub.closes_on < begins):
                continue
            came = {
                s.child_id
                for s in whole
                if s.hub_id == hub.pk
                and not s.from_host
                and s.starts_on <= ends
                and s.ends_on >= begins
            }
            behind = Behind("others", hub.pk, Period(begins, ends))
            rows.append(
                [
                    words(hub.name),
                    words(year_words(year)),
                    Cell(len(came), behind=behind),
                    words(_met(len(came), over=ends < scope.today)),
                ]
            )
    return Section(
        "quota",
        "Two children from other schools in each school year",
        ["Hub", "School year", "From other schools", "Met"],
        rows,
        ["Each school year is counted whole, whatever part of it lies in the period."],
    )


def _met(came: int, *, over: bool) -> str:
    if came >= FROM_OTHER_SCHOOLS:
        return "Met"
    return "Not met" if over else "Not met yet"


def _time(scope: Scope) -> Section:
    started = GROUPS["started"].rows(scope)
    waits = [weeks((s.starts_on - s.received_on).days) for s in started]
    still = [weeks((scope.period.last - w.received_on).days) for w in scope.waiting]
    behind, waiting = Behind("started"), Behind("waiting")
    rows = [
        [
            words("Children who started in the period"),
            Cell(children(started), behind=behind),
            Cell(middle(waits), "weeks", behind),
            Cell(max(waits, default=None), "weeks", behind),
        ],
        [
            words("Children who waited without a place on the last day"),
            Cell(children(scope.waiting), behind=waiting),
            Cell(middle(still), "weeks", waiting),
            Cell(max(still, default=None), "weeks", waiting),
        ],
    ]
    return Section(
        "time",
        "From referral to entry",
        ["", "Children", "Weeks since the referral, median", "Weeks, longest"],
        rows,
    )
