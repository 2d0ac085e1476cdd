"""Places side by side: who is in each by week, and what is free."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub.nurture_hubs.lanes import bars_of, in_lanes, mondays


@dataclass(frozen=True)
class Stay:
    starts_on: date
    ends_on: date


def stay(first, last):
    return Stay(date(2026, *first), date(2026, *last))


WEEKS = mondays(date(2026, 11, 20), 4)


def shown(stays, places):
    lanes = in_lanes(stays, least=max(places))
    return [
        [(bar.kind, bar.weeks, bar.words) for bar in bars]
        for bars in bars_of(lanes, WEEKS, places)
    ]


def test_the_weeks_begin_on_the_monday_before():
    assert [w.isoformat() for w in WEEKS] == [
        "2026-11-16",
        "2026-11-23",
        "2026-11-30",
        "2026-12-07",
    ]


def test_who_comes_next_takes_the_place_that_fell_free_last():
    first, second = stay((9, 1), (11, 18)), stay((9, 1), (11, 24))
    third = stay((11, 26), (12, 30))
    lanes = in_lanes([third, second, first], least=2)
    assert [lane.stays for lane in lanes] == [[first], [second, third]]


@pytest.mark.parametrize(
    ("stays", "places", "bars"),
    [
        ([], [1, 1, 1, 1], [[("free", 4, "Free")]]),
        (
            [stay((9, 1), (11, 27))],
            [1, 1, 1, 1],
            [[("taken", 2, ""), ("free", 2, "Free from 28 Nov")]],
        ),
        (
            [stay((12, 3), (12, 20))],
            [1, 1, 1, 1],
            [[("free", 2, "Free until 2 Dec"), ("taken", 2, "")]],
        ),
        (
            [stay((9, 1), (11, 20)), stay((12, 7), (12, 20))],
            [1, 1, 1, 1],
            [
                [
                    ("taken", 1, ""),
                    ("free", 2, "Free from 21 Nov until 6 Dec"),
                    ("taken", 1, ""),
                ]
            ],
        ),
        (
            [stay((9, 1), (12, 30))],
            [1, 1, 2, 2],
            [
                [("taken", 4, "")],
                [("none", 2, ""), ("free", 2, "Free")],
            ],
        ),
        ([], [0, 0, 0, 0], []),
    ],
)
def test_each_place_as_bars(stays, places, bars):
    assert shown(stays, places) == bars


@given(
    st.lists(
        st.tuples(st.integers(0, 90), st.integers(0, 60)).map(
            lambda pair: Stay(
                date(2026, 9, 1) + timedelta(pair[0]),
                date(2026, 9, 1) + timedelta(pair[0] + pair[1]),
            )
        ),
        max_size=12,
    )
)
def test_there_are_as_many_lanes_as_children_at_once(stays):
    days = [date(2026, 9, 1) + timedelta(n) for n in range(160)]
    most = max(sum(s.starts_on <= d <= s.ends_on for s in stays) for d in days)
    lanes = in_lanes(stays, least=0)
    assert len(lanes) == most
    assert sorted((s.starts_on, s.ends_on) for lane in lanes for s in lane.stays) == (
        sorted((s.starts_on, s.ends_on) for s in stays)
    )
    for lane in lanes:
        for one, next_one in zip(lane.stays, lane.stays[1:], strict=False):
            assert one.ends_on < next_one.starts_on
