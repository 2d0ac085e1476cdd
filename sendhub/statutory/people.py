"""Ages: compulsory school age, year groups, and whose rights they are.

Education Act 1996, s. 8; Children and Families Act 2014, ss. 46, 80 and 83. A person
reaches an age at the start of their birthday (Family Law Reform Act 1969, s. 9).
"""

from datetime import date, timedelta
from enum import IntEnum, StrEnum

from sendhub.statutory.academic_year import academic_year_of
from sendhub.statutory.errors import FactsDisagree
from sendhub.statutory.words import date_words

SCHOOL_AGE_BEGINS_AT = 5
SCHOOL_AGE_ENDS_AT = 16
ADULT_AT = 18
YOUNG_PERSON_UNDER = 25
FRIDAY = 4
TERM_DAYS = ((3, 31), (8, 31), (12, 31))
"""The prescribed days on which compulsory school age begins, as month and day."""


class RightsHolder(StrEnum):
    """Who asks, is told, chooses and appeals."""

    PARENT = "parent"
    YOUNG_PERSON = "young_person"
    REPRESENTATIVE = "representative"
    """A deputy or attorney; where there is none, the parent (regs. 63 to 65)."""


class Learning(StrEnum):
    """Where a person of 25 learns, which decides when their academic year ends."""

    COLLEGE = "college"
    """An institution within the further education sector."""

    OTHER = "other"
    """An apprenticeship, a special post-16 institution, or anything else."""


class YearGroup(IntEnum):
    """National curriculum year, with Reception as 0; earlier years are negative."""

    BEFORE_NURSERY = -2
    NURSERY = -1
    RECEPTION = 0
    YEAR_1 = 1
    YEAR_2 = 2
    YEAR_3 = 3
    YEAR_4 = 4
    YEAR_5 = 5
    YEAR_6 = 6
    YEAR_7 = 7
    YEAR_8 = 8
    YEAR_9 = 9
    YEAR_10 = 10
    YEAR_11 = 11
    YEAR_12 = 12
    YEAR_13 = 13
    AFTER_YEAR_13 = 14

    @property
    def label(self) -> str:
        """Year 6, Reception, After Year 13."""
        words = self.name.replace("_", " ").capitalize()
        return words.replace("year", "Year")


def turns(born_on: date, years: int) -> date:
    """The birthday on which a person reaches an age.

    Someone born on 29 February reaches it on 1 March of a year without that day. A
    time limit would end on 28 February instead: see `counting.years_after`.
    """
    if (born_on.month, born_on.day) == (2, 29):
        return date(born_on.year + years, 2, 28) + timedelta(days=1)
    return born_on.replace(year=born_on.year + years)


def comes_of_age(born_on: date) -> date:
    """The 18th birthday (Family Law Reform Act 1969, s. 1)."""
    return turns(born_on, ADULT_AT)


def age_on(born_on: date, on: date) -> int:
    """Age in whole years."""
    if on < born_on:
        raise FactsDisagree(
            f"{date_words(on)} is before the date of birth, {date_words(born_on)}."
        )
    years = on.year - born_on.year
    return years if turns(born_on, years) <= on else years - 1


def compulsory_school_age_begins(born_on: date) -> date:
    """The 31 December, 31 March or 31 August on or after the fifth birthday."""
    fifth = turns(born_on, SCHOOL_AGE_BEGINS_AT)
    return min(
        day
        for month, number in TERM_DAYS
        if (day := date(fifth.year, month, number)) >= fifth
    )


def compulsory_school_age_ends(born_on: date) -> date:
    """The last Friday in June of the school year in which the child turns 16.

    That day is still within compulsory school age (Education Act 1996, s. 8(3)).
    """
    sixteen = turns(born_on, SCHOOL_AGE_ENDS_AT)
    return last_friday_in_june(academic_year_of(sixteen).ends_on.year)


def last_friday_in_june(year: int) -> date:
    """The school leaving date of a year."""
    last = date(year, 6, 30)
    return last - timedelta(days=(last.weekday() - FRIDAY) % 7)


def of_compulsory_school_age(born_on: date, on: date) -> bool:
    """Whether a child is of compulsory school age on a day, first and last included."""
    return (
        compulsory_school_age_begins(born_on)
        <= on
        <= compulsory_school_age_ends(born_on)
    )


def over_compulsory_school_age(born_on: date, on: date) -> bool:
    """Whether compulsory school age has ended: from the Saturday after that Friday."""
    return on > compulsory_school_age_ends(born_on)


def is_young_person(born_on: date, on: date) -> bool:
    """Over compulsory school age and under 25 (s. 83(2))."""
    return (
        over_compulsory_school_age(born_on, on)
        and age_on(born_on, on) < YOUNG_PERSON_UNDER
    )


def rights_holder(
    born_on: date,
    on: date,
    *,
    lacks_capacity: bool = False,
    has_representative: bool = True,
) -> RightsHolder:
    """Whose the rights are: they pass from the parent when compulsory school age ends.

    `lacks_capacity` is about one decision of a young person (Mental Capacity Act 2005)
    and says nothing about a child, whose parent decides anyway. Where it is known that
    there is no deputy or attorney, the parent acts (reg. 64).
    """
    if not over_compulsory_school_age(born_on, on):
        return RightsHolder.PARENT
    if lacks_capacity:
        return (
            RightsHolder.REPRESENTATIVE if has_representative else RightsHolder.PARENT
        )
    return RightsHolder.YOUNG_PERSON


def year_group(born_on: date, on: date) -> YearGroup:
    """The year group by age, from the age on the 31 August before the school year.

    A child who is taught out of year has another; that is a fact about the child.
    """
    number = academic_year_of(on).starts_in - academic_year_of(born_on).starts_in - 5
    return YearGroup(
        max(YearGroup.BEFORE_NURSERY, min(number, YearGroup.AFTER_YEAR_13))
    )


def latest_plan_end(born_on: date, learning: Learning | None = None) -> date:
    """The last day to which a plan can be kept after the 25th birthday (s. 46).

    Regulation 46 ends the academic year on 31 July for someone at a college, and for
    anyone else when the course ends, or the day before the 26th birthday if that is
    earlier: the day before is given. Without `learning` it is the 31 July of a college,
    the only fixed day that the regulation has; it knows no 31 August.
    """
    if learning is Learning.OTHER:
        return turns(born_on, 26) - timedelta(days=1)
    twenty_five = turns(born_on, 25)
    july = date(twenty_five.year, 7, 31)
    return july if july >= twenty_five else july.replace(year=july.year + 1)
