"""How often each story is told again: shares are met, and nothing is left to chance."""

from datetime import date

import pytest

from sendhub.demo import everyday, mix
from sendhub.demo.everyday import Like
from sendhub.demo.published import PLANS, published


def cell(child: int, days: int = 0, **traits: str) -> mix.Cell:
    original = mix.Original(child, "issued", 200, 40, 364, 8, traits)
    return mix.Cell(original, days, traits)


FOUR = [
    cell(1, need="ASD", sex="M"),
    cell(2, need="ASD", sex="F"),
    cell(3, need="SEMH", sex="M"),
    cell(4, need="SEMH", sex="F", place="special"),
]


def test_whole_numbers_have_the_sum_and_are_next_to_the_share():
    dealt = mix.largest_remainder({"a": 1, "b": 1, "c": 1}, 100)
    assert sorted(dealt.values()) == [33, 33, 34]
    assert mix.largest_remainder({"a": 3, "b": 1}, 8) == {"a": 6, "b": 2}


def test_raking_meets_two_shares_at_once():
    wanted = {"need": {"ASD": 30.0, "SEMH": 70.0}, "sex": {"M": 60.0, "F": 40.0}}
    weights = mix.rake(FOUR, wanted, 100)
    assert weights[0] + weights[1] == pytest.approx(30)
    assert weights[0] + weights[2] == pytest.approx(60)


def test_a_trait_that_a_cell_has_not_leaves_it_as_it_is():
    weights = mix.rake(FOUR, {"place": {"special": 10.0}}, 100)
    assert weights[0] == pytest.approx(weights[1]) == pytest.approx(weights[2])


def test_numbers_along_the_sum_never_drift():
    weights = [0.4] * 1000
    dealt = mix.by_stride(weights)
    assert sum(dealt) == 400
    assert set(dealt) == {0, 1}
    assert all(abs(sum(dealt[:n]) - 0.4 * n) <= 0.5 for n in range(1000))


def test_what_is_there_already_is_not_wanted_again():
    assert mix.left_over({"a": 1, "b": 3}, 40, {"a": 12, "b": 5}) == {"a": 0, "b": 25}


def test_copies_lie_whole_weeks_earlier_near_the_same_season():
    days = mix.shifts(800)
    assert days[:2] == [0, 7]
    assert all(day % 7 == 0 for day in days)
    assert all(day % 364 <= 42 for day in days)
    assert mix.shifts(10) == [0, 7]


@pytest.mark.parametrize(
    "today", [date(2026, 11, 20), date(2027, 3, 1), date(2026, 8, 31)]
)
@pytest.mark.parametrize("number", range(0, 300, 23))
def test_a_child_has_the_age_of_its_story_on_the_last_first_of_september(today, number):
    born = everyday.born_on(Like("mainstream", 8, "ASD", "F"), today, number)
    start = everyday.last_september(today)
    assert 8 * 365 <= (start - born).days < 9 * 365 + 3


@pytest.mark.parametrize(
    ("place", "age", "years"),
    [
        ("mainstream", 6, 5),
        ("mainstream", 12, 4),
        ("special", 12, 7),
        ("college", 16, 9),
    ],
)
def test_a_story_may_lie_earlier_until_the_next_step_would_have_come(place, age, years):
    room = Like(place, age, "ASD", "F").room(date(2026, 11, 20))
    assert room // 364 == years - 1


def test_the_published_places_are_all_plans():
    assert sum(published("place").values()) == PLANS
    assert published("timely") == {"in": 217, "late": 171}
    assert published("timely", 2024)["in"] == 225
