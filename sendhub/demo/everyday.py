"""What the children of everyday stories are like: these stories are told again. Pure.

The rare ones are told once. Here each kind of place, need, source, sex and age has a
story, so that the copies can stand in the shares that are published.
"""

from dataclasses import dataclass
from datetime import date, timedelta

SEPTEMBER = 9
MAINSTREAM, SPECIAL, RESOURCED, COLLEGE = (
    "mainstream",
    "special",
    "resourced",
    "college",
)
NURSERY, ALTERNATIVE, NOWHERE = "early_years", "alternative", "unknown"
OVER = "over"  # the plan has ceased
WITHOUT_SETTING = ("EHE", "OLA", "OTH", "NEET")
LEAVES = {NURSERY: 5, SPECIAL: 19, ALTERNATIVE: 16, COLLEGE: 25}
IN_LAST_YEAR = 364
PRIMARY_UNTIL, SECONDARY_UNTIL, SCHOOL_UNTIL = 11, 16, 25


@dataclass(frozen=True)
class Like:
    """What one child is like: age on the last first of September, and what is coded."""

    place: str
    age: int
    need: str
    sex: str
    source: str = "2"
    since: int = 0  # days since the plan was issued, or ceased, if it was

    def leaves_at(self) -> int:
        """The age on a first of September at which the next step would come."""
        if self.place in LEAVES:
            return LEAVES[self.place]
        if self.place in WITHOUT_SETTING or self.place == NOWHERE:
            return SECONDARY_UNTIL if self.age < SECONDARY_UNTIL else SCHOOL_UNTIL
        return PRIMARY_UNTIL if self.age < PRIMARY_UNTIL else SECONDARY_UNTIL

    def room(self, today: date) -> int:
        """By how many days the story may lie earlier, and the child still be there."""
        if self.place == OVER:
            return IN_LAST_YEAR - self.since
        years = self.leaves_at() - self.age
        return (next_september(today, years) - today).days - 1


def last_september(today: date) -> date:
    """The first of September on or before a day."""
    return date(today.year - (today < date(today.year, SEPTEMBER, 1)), SEPTEMBER, 1)


def next_september(today: date, years: int) -> date:
    """The first of September so many years after the last one."""
    return last_september(today).replace(year=last_september(today).year + years)


def born_on(like: Like, today: date, number: int) -> date:
    """A birthday of that school year, by stride, in the first nine months of it."""
    first = last_september(today)
    birthday = first.replace(year=first.year - like.age)
    return birthday - timedelta(days=4 + number * 97 % 270)


LIVE: dict[int, Like] = {
    0: Like(MAINSTREAM, 6, "SEMH", "M"),
    1: Like(MAINSTREAM, 12, "ASD", "M"),
    2: Like(MAINSTREAM, 9, "SLCN", "F"),
    5: Like(SPECIAL, 7, "SLD", "M", "5"),
    6: Like(MAINSTREAM, 11, "SEMH", "F", "1"),
    8: Like(MAINSTREAM, 8, "ASD", "M"),
    9: Like(MAINSTREAM, 5, "SLCN", "M"),
    11: Like(MAINSTREAM, 13, "SEMH", "M"),
    12: Like(SPECIAL, 5, "SLD", "F"),
    13: Like("OLA", 13, "SEMH", "F", "1"),
    14: Like(SPECIAL, 10, "ASD", "M"),
    16: Like(MAINSTREAM, 7, "MLD", "F"),
    17: Like(MAINSTREAM, 14, "SEMH", "M", "1"),
    18: Like(COLLEGE, 16, "ASD", "M"),
    21: Like("EHE", 10, "ASD", "M", "1"),
    22: Like(MAINSTREAM, 6, "SEMH", "M"),
    23: Like(MAINSTREAM, 13, "MLD", "M"),
    25: Like(RESOURCED, 8, "SLCN", "M"),
    26: Like(MAINSTREAM, 14, "SEMH", "F"),
    27: Like(SPECIAL, 12, "SEMH", "M"),
    29: Like(MAINSTREAM, 9, "ASD", "F"),
    30: Like(COLLEGE, 19, "MLD", "M"),
    32: Like(MAINSTREAM, 15, "ASD", "F"),
    35: Like(SPECIAL, 14, "ASD", "M", "1"),
    37: Like(MAINSTREAM, 10, "PD", "M"),
    38: Like(MAINSTREAM, 15, "SEMH", "M"),
    42: Like(SPECIAL, 16, "PMLD", "F"),
    43: Like(COLLEGE, 20, "SLD", "F"),
    48: Like(SPECIAL, 11, "SEMH", "M", "5"),
    49: Like(COLLEGE, 22, "ASD", "M"),
}
"""Live plans, by their number in the list of stories."""

MORE: dict[int, Like] = {
    50: Like(MAINSTREAM, 4, "SLCN", "M", since=40),
    51: Like(NURSERY, 3, "ASD", "M", since=30),
    52: Like(RESOURCED, 9, "HI", "F", since=160),
    53: Like(MAINSTREAM, 12, "SPLD", "F", "1", since=75),
    54: Like(SPECIAL, 9, "SEMH", "M", since=120),
    55: Like(COLLEGE, 17, "SEMH", "F", since=60),
    56: Like("OTH", 14, "SEMH", "M", since=170),
    57: Like("OTH", 18, "ASD", "F", "1", since=270),
    58: Like("NEET", 18, "SEMH", "M", since=300),
    59: Like(ALTERNATIVE, 14, "SEMH", "M", "4", since=230),
    60: Like(NOWHERE, 17, "MLD", "M", since=330),
    61: Like(MAINSTREAM, 5, "VI", "M", since=260),
    62: Like(MAINSTREAM, 11, "OTH", "M", since=320),
    63: Like(SPECIAL, 6, "ASD", "F", since=200),
    64: Like(MAINSTREAM, 10, "SEMH", "F", since=100),
    65: Like(COLLEGE, 16, "SLCN", "M", "5", since=140),
    66: Like(RESOURCED, 12, "ASD", "M", since=240),
    67: Like(SPECIAL, 15, "MLD", "M", since=285),
    68: Like(MAINSTREAM, 4, "SEMH", "F", since=110),
    69: Like(MAINSTREAM, 4, "ASD", "M", since=20),
}
"""Further live plans, that only the county's shares ask for."""

REQUESTED: dict[int, Like] = {
    0: Like(MAINSTREAM, 5, "SLCN", "M"),
    1: Like(MAINSTREAM, 10, "SEMH", "F"),
    3: Like(MAINSTREAM, 7, "ASD", "M", "5"),
    4: Like(MAINSTREAM, 3, "SLCN", "M"),
    5: Like(MAINSTREAM, 13, "SEMH", "F", "1"),
    8: Like(MAINSTREAM, 12, "SEMH", "M"),
}
ASSESSING: dict[int, Like] = {
    0: Like(MAINSTREAM, 4, "SLCN", "M"),
    3: Like(MAINSTREAM, 10, "SEMH", "M", "1"),
    4: Like(MAINSTREAM, 7, "ASD", "F"),
    5: Like(MAINSTREAM, 12, "SEMH", "M", "5"),
    7: Like(MAINSTREAM, 6, "ASD", "M"),
    9: Like(MAINSTREAM, 9, "MLD", "F"),
}
DECIDING: dict[int, Like] = {
    0: Like(MAINSTREAM, 8, "SEMH", "M"),
    2: Like(MAINSTREAM, 11, "ASD", "F", "1"),
    3: Like(MAINSTREAM, 5, "SLCN", "M", "5"),
}
ISSUING: dict[int, Like] = {
    0: Like(MAINSTREAM, 13, "SEMH", "M"),
    3: Like(MAINSTREAM, 6, "SLCN", "F"),
    5: Like(MAINSTREAM, 9, "ASD", "M", "1"),
}
DRAFT_SENT: dict[int, Like] = {
    0: Like(MAINSTREAM, 7, "ASD", "M"),
    2: Like(MAINSTREAM, 12, "SEMH", "F"),
    3: Like(MAINSTREAM, 5, "SLCN", "M", "5"),
    4: Like(MAINSTREAM, 14, "SEMH", "M"),
}
CEASED: dict[int, Like] = {
    0: Like(OVER, 18, "MLD", "F"),
    1: Like(OVER, 19, "ASD", "F"),
    2: Like(OVER, 20, "SEMH", "M"),
    3: Like(OVER, 12, "SEMH", "M"),
    4: Like(OVER, 18, "SEMH", "M"),
}
REFUSED: dict[int, Like] = {
    0: Like(MAINSTREAM, 8, "SEMH", "M"),
    1: Like(MAINSTREAM, 13, "ASD", "F", "1"),
}
REFUSED_TOO: dict[int, Like] = {  # by the days since the request came
    112: Like(MAINSTREAM, 10, "SEMH", "F", "1"),
    197: Like(MAINSTREAM, 6, "SLCN", "M"),
    238: Like(MAINSTREAM, 11, "SEMH", "M", "1"),
    281: Like(MAINSTREAM, 5, "ASD", "M"),
    323: Like(MAINSTREAM, 9, "MLD", "F", "5"),
}
