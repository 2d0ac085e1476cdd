"""What the next SEN2 return asks of a case, and what of it is missing or odd. Pure.

The rules have our own numbers (SH-…); only those are here that can be broken by what we
hold now: where the database already refuses the contrary, there is nothing to look for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

RETURN_OPEN_UNTIL_MONTH = 2
"""The January return of a year is still being made in February."""
UN1_UNTIL = 6
ENGAGES_FROM = 16
OLDEST = 24
THURSDAY = 3
TO_EXPLAIN = ("OTH", "NIEO")
UNLIKELY = frozenset({"25", "26", "27", "29", "37", "40", "49", "56"})
"""Types of the national register: universities, technical colleges, online, abroad."""


class Mends(TextChoices):
    """On which page a fact is mended."""

    CHILD = "child", "Change the child’s details"
    PLACE = "place", "Record the setting attended"
    SETTING = "setting", "Change the setting’s details"
    PLAN = "plan", "Look at the plan"
    RETURN = "return", "Record what the return asks"
    SAID = "said", "Look at what the return says"


@dataclass(frozen=True)
class ReturnRule:
    """One rule of the return, in words for a list and for a case."""

    id: str
    must_mend: bool
    title: str
    says: str
    mends: Mends


_RULES = (
    ReturnRule(
        "SH-101",
        True,
        "Neither UPN nor ULN, and no reason why",
        "UPN is missing, and so is the reason for having none",
        Mends.CHILD,
    ),
    ReturnRule(
        "SH-103",
        True,
        "A reason for no UPN although there is a UPN or ULN",
        "a reason for no UPN is given although there is one",
        Mends.CHILD,
    ),
    ReturnRule(
        "SH-104",
        False,
        "“Under 6, no UPN yet” for a child of 6 or more",
        "“under 6 and no UPN yet” is given for a child of 6 or more",
        Mends.CHILD,
    ),
    ReturnRule(
        "SH-111",
        True,
        "Too old for the return: 25 before this school year",
        "the date of birth makes this person too old for the return",
        Mends.CHILD,
    ),
    ReturnRule(
        "SH-112",
        True,
        "Ethnicity missing",
        "ethnicity is missing",
        Mends.CHILD,
    ),
    ReturnRule(
        "SH-407",
        False,
        "Ceased for “maximum age” before the 25th birthday",
        "the plan ceased for “maximum age” before the 25th birthday",
        Mends.PLAN,
    ),
    ReturnRule(
        "SH-408",
        False,
        "Ceased for “no longer wishes to engage” under 16",
        "the plan ceased for “no longer wishes to engage” under 16",
        Mends.PLAN,
    ),
    ReturnRule(
        "SH-411",
        True,
        "The setting named has neither URN nor UKPRN",
        "the setting that the plan names has neither URN nor UKPRN",
        Mends.SETTING,
    ),
    ReturnRule(
        "SH-413",
        False,
        "“Other” or “not in education, other”: not explained",
        "the plan says “other” where the child learns, and not what that is",
        Mends.RETURN,
    ),
    ReturnRule(
        "SH-415",
        True,
        "Kind of place and personal budget of the plan not recorded",
        "the kind of place that the plan names and its personal budget are missing",
        Mends.RETURN,
    ),
    ReturnRule(
        "SH-416",
        False,
        "A place in a SEN unit at a setting that has none",
        "a place in a SEN unit is recorded at a setting that has none in the national "
        "register",
        Mends.SAID,
    ),
    ReturnRule(
        "SH-417",
        False,
        "A place in resourced provision at a setting that has none",
        "a place in resourced provision is recorded at a setting that has none in the "
        "national register",
        Mends.SAID,
    ),
    ReturnRule(
        "SH-418",
        False,
        "The setting named is of an unlikely kind for a plan",
        "the plan names a university, a technical college, an online provider or "
        "another unlikely kind of setting",
        Mends.SETTING,
    ),
    ReturnRule(
        "SH-419",
        False,
        "“Not in education, 16 to 25” for a child under 16",
        "the plan says “not in education, 16 to 25” of a child under 16",
        Mends.PLAN,
    ),
    # Of modules 4b and 5b (item URN) as those above; the seeds have none like it. A
    # closed school can admit nobody (CFA 2014 s43).
    ReturnRule(
        "SH-420",
        False,
        "The setting named has closed",
        "the plan names a setting that closed in the national register",
        Mends.PLAN,
    ),
    ReturnRule(
        "SH-502",
        False,
        "A plan of ours names a setting, and none is recorded as attended",
        "the setting attended is missing",
        Mends.PLACE,
    ),
)
RETURN_RULES: Mapping[str, ReturnRule] = {rule.id: rule for rule in _RULES}


def return_since(on: date) -> date:
    """The first day of the calendar year that the next January return is about."""
    ended = on.month <= RETURN_OPEN_UNTIL_MONTH
    return date(on.year - 1 if ended else on.year, 1, 1)


def census_day(on: date) -> date:
    """The day of which the next return tells: the third Thursday of January."""
    first = date(return_since(on).year + 1, 1, 1)
    return first + timedelta(days=(THURSDAY - first.weekday()) % 7 + 14)


def too_old_from(since: date) -> date:
    """Born on this day or before, a person is over 24 as the return's year begins."""
    return date(since.year - OLDEST - 1, 8, 31)


def years_before(on: date, years: int) -> date:
    """Whoever was born on this day or before has had that birthday."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return on.replace(year=on.year - years, day=28)
