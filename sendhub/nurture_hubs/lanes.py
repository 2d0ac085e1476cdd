"""A hub's places side by side: who is in each, week by week, and what is free. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Generic, Protocol, TypeVar

WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)


class Days(Protocol):
    """What has a first and a last day."""

    @property
    def starts_on(self) -> date: ...

    @property
    def ends_on(self) -> date: ...


Stay = TypeVar("Stay", bound=Days)


@dataclass
class Lane(Generic[Stay]):
    """One place of a hub, and the stays in it one after the other."""

    stays: list[Stay] = field(default_factory=list)

    def in_week(self, monday: date) -> Stay | None:
        """Who is there in a week; the first of two."""
        sunday = monday + 6 * ONE_DAY
        there = (s for s in self.stays if s.starts_on <= sunday and s.ends_on >= monday)
        return next(there, None)


@dataclass(frozen=True)
class Bar(Generic[Stay]):
    """Some weeks of a place that are alike: one stay, free, or no place at all."""

    kind: str
    weeks: int
    stay: Stay | None
    words: str


def mondays(first: date, weeks: int) -> list[date]:
    """So many Mondays from that of a day's week."""
    monday = first - first.weekday() * ONE_DAY
    return [monday + n * WEEK for n in range(weeks)]


def in_lanes(stays: Iterable[Stay], *, least: int) -> list[Lane[Stay]]:
    """Put stays side by side, each where a place fell free last; first ends on top.

    As many lanes as children at once, and not fewer than there are places.
    """
    lanes: list[Lane[Stay]] = []
    for stay in sorted(stays, key=lambda s: (s.starts_on, s.ends_on)):
        free = [lane for lane in lanes if lane.stays[-1].ends_on < stay.starts_on]
        if free:
            max(free, key=lambda lane: lane.stays[-1].ends_on).stays.append(stay)
        else:
            lanes.append(Lane([stay]))
    lanes.sort(key=lambda lane: (lane.stays[0].ends_on, lane.stays[0].starts_on))
    return lanes + [Lane() for _ in range(least - len(lanes))]


def bars_of(
    lanes: Sequence[Lane[Stay]], weeks: Sequence[date], places: Sequence[int]
) -> list[list[Bar[Stay]]]:
    """The weeks of each lane as bars; a lane beyond the places of a week is none."""
    grid: list[list[tuple[str, Stay | None]]] = [[] for _ in lanes]
    for monday, there in zip(weeks, places, strict=True):
        taken = [lane.in_week(monday) for lane in lanes]
        left = there - sum(stay is not None for stay in taken)
        for row, stay in zip(grid, taken, strict=True):
            kind = "taken" if stay else "free" if left > 0 else "none"
            left -= kind == "free"
            row.append((kind, stay))
    return [_bars(row, weeks) for row in grid]


def _bars(
    row: Sequence[tuple[str, Stay | None]], weeks: Sequence[date]
) -> list[Bar[Stay]]:
    bars: list[Bar[Stay]] = []
    at, before = 0, None
    for (kind, stay), same in groupby(row, key=lambda cell: cell):
        number = len(list(same))
        words = ""
        if kind == "free":
            words = _free_words(before, at, at + number, row, weeks)
        bars.append(Bar(kind, number, stay, words))
        at, before = at + number, stay or before
    return bars


def _free_words(
    before: Days | None,
    start: int,
    end: int,
    row: Sequence[tuple[str, Days | None]],
    weeks: Sequence[date],
) -> str:
    """From when to when a place is free, as far as the weeks shown say."""
    after = row[end][1] if end < len(row) else None
    since = before.ends_on + ONE_DAY if before and start else None
    until = after.starts_on - ONE_DAY if after else None
    words = "Free"
    if since:
        words += f" from {_short(max(since, weeks[start - 1]))}"
    if until:
        words += f" until {_short(until)}"
    return words


def _short(day: date) -> str:
    """A day as it fits into a bar: its year is that of the weeks above."""
    return f"{day.day} {day:%b}"
