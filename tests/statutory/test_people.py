"""Ages, year groups and rights."""

from datetime import date

import pytest

from sendhub.statutory import FactsDisagree
from sendhub.statutory.academic_year import AcademicYear, academic_year_of
from sendhub.statutory.people import (
    Learning,
    RightsHolder,
    YearGroup,
    age_on,
    compulsory_school_age_begins,
    compulsory_school_age_ends,
    is_young_person,
    last_friday_in_june,
    latest_plan_end,
    of_compulsory_school_age,
    over_compulsory_school_age,
    rights_holder,
    turns,
    year_group,
)

BORN = date(2010, 3, 15)
"""Turns 16 on 15 March 2026; school leaving date 26 June 2026; 25 on 15 March 2035."""


@pytest.mark.parametrize(
    ("born_on", "years", "birthday"),
    [
        (date(2008, 2, 29), 18, date(2026, 3, 1)),
        (date(2008, 2, 29), 16, date(2024, 2, 29)),
        (date(2008, 2, 28), 18, date(2026, 2, 28)),
        (date(2008, 3, 1), 18, date(2026, 3, 1)),
        (date(2008, 12, 31), 18, date(2026, 12, 31)),
    ],
)
def test_turns_an_age_on_the_birthday(born_on, years, birthday) -> None:
    assert turns(born_on, years) == birthday


@pytest.mark.parametrize(
    ("born_on", "on", "age"),
    [
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2010, 9, 1), date(2026, 8, 31), 15),
        (date(2010, 9, 1), date(2026, 9, 1), 16),
        (date(2010, 9, 1), date(2010, 9, 1), 0),
    ],
)
def test_counts_age_in_whole_years(born_on, on, age) -> None:
    assert age_on(born_on, on) == age


def test_has_no_age_before_birth() -> None:
    with pytest.raises(
        FactsDisagree, match="31 August 2010 is before the date of birth"
    ):
        age_on(date(2010, 9, 1), date(2010, 8, 31))


@pytest.mark.parametrize(
    ("born_on", "begins"),
    [
        (date(2021, 8, 31), date(2026, 8, 31)),
        (date(2021, 9, 1), date(2026, 12, 31)),
        (date(2021, 12, 31), date(2026, 12, 31)),
        (date(2022, 1, 1), date(2027, 3, 31)),
        (date(2022, 3, 31), date(2027, 3, 31)),
        (date(2022, 4, 1), date(2027, 8, 31)),
        (date(2020, 2, 29), date(2025, 3, 31)),
    ],
)
def test_school_age_begins_on_the_prescribed_day(born_on, begins) -> None:
    assert compulsory_school_age_begins(born_on) == begins


@pytest.mark.parametrize(
    ("born_on", "ends"),
    [
        (date(2007, 9, 23), date(2024, 6, 28)),  # IPSEA's own example
        (date(2010, 8, 31), date(2026, 6, 26)),
        (date(2010, 9, 1), date(2027, 6, 25)),
        (date(2010, 6, 26), date(2026, 6, 26)),
        (date(2010, 6, 27), date(2026, 6, 26)),
        (date(2008, 2, 29), date(2024, 6, 28)),
        (date(2007, 1, 1), date(2023, 6, 30)),
    ],
)
def test_school_age_ends_on_the_last_friday_in_june(born_on, ends) -> None:
    assert compulsory_school_age_ends(born_on) == ends


@pytest.mark.parametrize(
    ("year", "friday"),
    [
        (2022, 24),
        (2023, 30),
        (2024, 28),
        (2025, 27),
        (2026, 26),
        (2027, 25),
        (2028, 30),
    ],
)
def test_knows_the_school_leaving_date(year, friday) -> None:
    assert last_friday_in_june(year) == date(year, 6, friday)


@pytest.mark.parametrize(
    ("on", "of", "over", "young", "whose"),
    [
        (date(2015, 3, 15), False, False, False, RightsHolder.PARENT),
        (date(2015, 3, 30), False, False, False, RightsHolder.PARENT),
        (date(2015, 3, 31), True, False, False, RightsHolder.PARENT),
        (date(2026, 3, 15), True, False, False, RightsHolder.PARENT),
        (date(2026, 6, 26), True, False, False, RightsHolder.PARENT),
        (date(2026, 6, 27), False, True, True, RightsHolder.YOUNG_PERSON),
        (date(2035, 3, 14), False, True, True, RightsHolder.YOUNG_PERSON),
        (date(2035, 3, 15), False, True, False, RightsHolder.YOUNG_PERSON),
    ],
)
def test_rights_pass_when_compulsory_school_age_ends(
    on, of, over, young, whose
) -> None:
    assert of_compulsory_school_age(BORN, on) is of
    assert over_compulsory_school_age(BORN, on) is over
    assert is_young_person(BORN, on) is young
    assert rights_holder(BORN, on) is whose


@pytest.mark.parametrize(
    ("on", "whose"),
    [
        (date(2026, 6, 26), RightsHolder.PARENT),
        (date(2026, 6, 27), RightsHolder.REPRESENTATIVE),
    ],
)
def test_a_representative_acts_for_a_young_person_without_capacity(on, whose) -> None:
    assert rights_holder(BORN, on, lacks_capacity=True) is whose


@pytest.mark.parametrize("has_representative", [True, False])
@pytest.mark.parametrize(
    ("on", "lacks_capacity", "with_one", "without"),
    [
        (date(2026, 6, 26), True, RightsHolder.PARENT, RightsHolder.PARENT),
        (date(2026, 6, 27), True, RightsHolder.REPRESENTATIVE, RightsHolder.PARENT),
        (
            date(2026, 6, 27),
            False,
            RightsHolder.YOUNG_PERSON,
            RightsHolder.YOUNG_PERSON,
        ),
    ],
)
def test_the_parent_acts_where_there_is_no_representative(
    on, lacks_capacity, with_one, without, has_representative
) -> None:
    holder = rights_holder(
        BORN,
        on,
        lacks_capacity=lacks_capacity,
        has_representative=has_representative,
    )
    assert holder is (with_one if has_representative else without)


@pytest.mark.parametrize(
    ("born_on", "on", "group", "label"),
    [
        (date(2015, 8, 31), date(2019, 8, 31), YearGroup.NURSERY, "Nursery"),
        (date(2015, 8, 31), date(2019, 9, 1), YearGroup.RECEPTION, "Reception"),
        (date(2015, 9, 1), date(2020, 8, 31), YearGroup.NURSERY, "Nursery"),
        (date(2015, 9, 1), date(2020, 9, 1), YearGroup.RECEPTION, "Reception"),
        (date(2015, 9, 1), date(2026, 11, 21), YearGroup.YEAR_6, "Year 6"),
        (date(2010, 3, 15), date(2026, 6, 26), YearGroup.YEAR_11, "Year 11"),
        (date(2010, 3, 15), date(2028, 8, 31), YearGroup.YEAR_13, "Year 13"),
        (date(2010, 3, 15), date(2028, 9, 1), YearGroup.AFTER_YEAR_13, "After Year 13"),
        (date(2010, 3, 15), date(2035, 1, 1), YearGroup.AFTER_YEAR_13, "After Year 13"),
        (
            date(2024, 1, 1),
            date(2026, 1, 1),
            YearGroup.BEFORE_NURSERY,
            "Before nursery",
        ),
        (date(2020, 2, 29), date(2024, 9, 1), YearGroup.RECEPTION, "Reception"),
    ],
)
def test_year_group_follows_the_age_on_31_august(born_on, on, group, label) -> None:
    assert year_group(born_on, on) is group
    assert group.label == label


def test_year_groups_count_as_numbers() -> None:
    assert [
        year_group(date(2015, 9, 1), date(y, 10, 1)) for y in range(2019, 2023)
    ] == [
        -1,
        0,
        1,
        2,
    ]
    assert YearGroup.YEAR_9 >= 9


@pytest.mark.parametrize(
    ("born_on", "learning", "ends"),
    [
        (date(2001, 10, 15), None, date(2027, 7, 31)),
        (date(2001, 7, 31), None, date(2026, 7, 31)),
        (date(2001, 8, 1), None, date(2027, 7, 31)),
        (date(2001, 10, 15), Learning.COLLEGE, date(2027, 7, 31)),
        (date(2001, 7, 31), Learning.COLLEGE, date(2026, 7, 31)),
        (date(2001, 8, 1), Learning.COLLEGE, date(2027, 7, 31)),
        (date(2001, 10, 15), Learning.OTHER, date(2027, 10, 14)),
        (date(2000, 2, 29), Learning.OTHER, date(2026, 2, 28)),
    ],
)
def test_a_plan_ends_with_the_academic_year_at_25(born_on, learning, ends) -> None:
    assert latest_plan_end(born_on, learning) == ends


@pytest.mark.parametrize(
    ("on", "year", "words"),
    [
        (date(2026, 8, 31), 2025, "2025/26"),
        (date(2026, 9, 1), 2026, "2026/27"),
        (date(2026, 12, 31), 2026, "2026/27"),
        (date(2027, 1, 1), 2026, "2026/27"),
        (date(2099, 9, 1), 2099, "2099/00"),
    ],
)
def test_academic_years_start_on_1_september(on, year, words) -> None:
    found = academic_year_of(on)
    assert found == AcademicYear(year)
    assert str(found) == words
    assert on in found
    assert on not in found.next
    assert on not in found.previous


def test_academic_years_follow_one_another() -> None:
    year = AcademicYear(2026)
    assert (year.starts_on, year.ends_on) == (date(2026, 9, 1), date(2027, 8, 31))
    assert year.previous < year < year.next
    assert year.next.previous == year
