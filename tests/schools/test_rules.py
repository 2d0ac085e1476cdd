"""Places on the National Grid, and the straight line between two."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendhub.schools.rules import (
    FAR_EAST,
    FAR_NORTH,
    Point,
    miles_between,
    miles_words,
    point_of,
)

HEREFORD, LEOMINSTER = Point(351_000, 240_000), Point(349_500, 259_000)
POINTS = st.builds(Point, st.integers(1, FAR_EAST - 1), st.integers(1, FAR_NORTH - 1))
HALF = Decimal("0.05")


@pytest.mark.parametrize(
    ("other", "miles"),
    [
        (HEREFORD, "0.0"),
        (Point(351_080, 240_000), "0.0"),
        (Point(351_081, 240_000), "0.1"),
        (Point(352_609, 240_000), "1.0"),
        (Point(354_000, 244_000), "3.1"),
        (LEOMINSTER, "11.8"),
        (Point(447_000, 1_141_000), "563.0"),
    ],
)
def test_a_straight_line_in_miles_to_a_tenth(other: Point, miles: str) -> None:
    assert miles_between(HEREFORD, other) == Decimal(miles)


@given(POINTS, POINTS)
def test_it_is_as_far_there_as_back(one: Point, other: Point) -> None:
    assert miles_between(one, other) == miles_between(other, one) >= 0
    assert miles_between(one, one) == 0


@given(POINTS, POINTS, POINTS)
def test_no_way_round_is_shorter(one: Point, by: Point, other: Point) -> None:
    round_about = miles_between(one, by) + miles_between(by, other)
    assert miles_between(one, other) <= round_about + 3 * HALF


@given(POINTS, POINTS, st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_only_where_they_are_to_each_other_counts(
    one: Point, other: Point, east: int, north: int
) -> None:
    def moved(point: Point) -> Point:
        return Point(point.easting + east, point.northing + north)

    assert miles_between(moved(one), moved(other)) == miles_between(one, other)


@pytest.mark.parametrize(
    ("easting", "northing", "known"),
    [
        (351_000, 240_000, True),
        (1, 1, True),
        (FAR_EAST - 1, FAR_NORTH - 1, True),
        (0, 0, False),
        (351_000, 0, False),
        (351_000, None, False),
        (None, None, False),
        (FAR_EAST, 240_000, False),
        (351_000, FAR_NORTH, False),
        (-1, 240_000, False),
    ],
)
def test_a_place_is_on_the_grid_or_not_known(
    easting: int | None, northing: int | None, known: bool
) -> None:
    assert (point_of(easting, northing) is not None) is known


def test_a_distance_is_said_in_words() -> None:
    assert miles_words(Decimal("0.0")) == "less than 0.1 miles"
    assert miles_words(Decimal("1.0")) == "1.0 miles"
    assert miles_words(Decimal("11.8")) == "11.8 miles"
