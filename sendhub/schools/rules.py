"""Kinds of setting, where they are, and what the register says of them. Pure."""

from decimal import Decimal
from math import hypot
from typing import NamedTuple

from django.db.models import TextChoices

from sendhub.core.workflow import Workflow


class Category(TextChoices):
    """What kind of place a setting is for placement purposes (data standards 4.2)."""

    EARLY_YEARS = "early_years", "Early years setting"
    NURSERY_SCHOOL = "nursery_school", "Nursery school"
    MAINSTREAM = "mainstream", "Mainstream school"
    MAINSTREAM_INDEPENDENT = "mainstream_independent", "Independent school"
    SPECIAL = "special", "Special school"
    SPECIAL_NON_MAINTAINED = "special_non_maintained", "Non-maintained special school"
    SPECIAL_INDEPENDENT = "special_independent", "Independent special school"
    ALTERNATIVE = "alternative", "Pupil referral unit or other alternative provision"
    SIXTH_FORM = "sixth_form", "Sixth form college"
    FURTHER_EDUCATION = "further_education", "Further education college"
    SPECIALIST_POST_16 = "specialist_post_16", "Specialist post-16 institution"
    SECURE = "secure", "Secure setting"
    OTHER = "other", "Other setting"


class Status(TextChoices):
    """Whether a setting is open, in the register's four words."""

    OPEN = "1", "Open"
    CLOSED = "2", "Closed"
    CLOSING = "3", "Open, but proposed to close"
    PROPOSED = "4", "Proposed to open"


CATEGORY_BY_TYPE: dict[str, Category] = {
    **dict.fromkeys(("1", "2", "3", "5", "28", "34", "35", "41"), Category.MAINSTREAM),
    "15": Category.NURSERY_SCHOOL,
    "11": Category.MAINSTREAM_INDEPENDENT,
    **dict.fromkeys(("7", "12", "33", "44", "36"), Category.SPECIAL),
    "8": Category.SPECIAL_NON_MAINTAINED,
    "10": Category.SPECIAL_INDEPENDENT,
    **dict.fromkeys(("14", "42", "43", "38"), Category.ALTERNATIVE),
    **dict.fromkeys(("31", "39", "45", "46"), Category.SIXTH_FORM),
    **dict.fromkeys(("6", "18", "29", "40"), Category.FURTHER_EDUCATION),
    "32": Category.SPECIALIST_POST_16,
    **dict.fromkeys(("24", "57"), Category.SECURE),
}


SIXTH_FORM_COLLEGE = "Sixth Form College"
"""How the register calls the further education type of one (data standards 4.2)."""


def category_of(type_code: str, further_type: str = "") -> Category:
    """Say what kind of place a register's establishment type is.

    A further education college may be a sixth form college: its own type says so.
    """
    if type_code == "18" and further_type.startswith(SIXTH_FORM_COLLEGE):
        return Category.SIXTH_FORM
    return CATEGORY_BY_TYPE.get(type_code, Category.OTHER)


class Placement(TextChoices):
    """The kinds of place that published placement figures tell (data standards 4.2)."""

    EYP = "EYP", "Early Years Provider (Non-maintained)"
    EYS = "EYS", "LA Nursery School"
    MSMDA = "MsMdA", "Mainstream Maintained Schools and Academies"
    MSIN = "MsIn", "Mainstream Independent Schools"
    RP = "RP", "Resourced Provision"
    SENU = "SENU", "SEN Units"
    SPMDA = "SpMdA", "Maintained Special Schools and Academies"
    SPNM = "SpNm", "Non-maintained Special Schools"
    SPIN = "SpIn", "Independent Special Schools"
    APRU = "APRU", "AP / PRU"
    SIXTH_FORM = "6FC", "Sixth Form Centre/College"
    GFE = "GFE", "General Further Education"
    SP16 = "SP16", "Specialist Post 16"
    SECU = "SECU", "Secure Units and Academies"
    OTHE = "OTHE", "Other Establishments"


PLACEMENT_BY_CATEGORY = {
    Category.EARLY_YEARS: Placement.EYP,
    Category.NURSERY_SCHOOL: Placement.EYS,
    Category.MAINSTREAM: Placement.MSMDA,
    Category.MAINSTREAM_INDEPENDENT: Placement.MSIN,
    Category.SPECIAL: Placement.SPMDA,
    Category.SPECIAL_NON_MAINTAINED: Placement.SPNM,
    Category.SPECIAL_INDEPENDENT: Placement.SPIN,
    Category.ALTERNATIVE: Placement.APRU,
    Category.SIXTH_FORM: Placement.SIXTH_FORM,
    Category.FURTHER_EDUCATION: Placement.GFE,
    Category.SPECIALIST_POST_16: Placement.SP16,
    Category.SECURE: Placement.SECU,
    Category.OTHER: Placement.OTHE,
}


def placements_of(
    category: str, *, resourced: bool = False, unit: bool = False
) -> list[Placement]:
    """Every kind of place a setting has: mainstream schools may have two more."""
    kind = Category(category)
    places = [PLACEMENT_BY_CATEGORY[kind]]
    if kind is Category.MAINSTREAM:
        places += [Placement.RP] * resourced + [Placement.SENU] * unit
    return places


class Stage(TextChoices):
    """How far the loading of a register is."""

    READING = "reading", "Being compared"
    READ = "read", "To be confirmed"
    LOADING = "loading", "Being loaded"
    LOADED = "loaded", "Loaded"
    DROPPED = "dropped", "Not loaded"


STAGES: Workflow[Stage] = Workflow(
    {
        Stage.READING: {Stage.READ, Stage.DROPPED},
        Stage.READ: {Stage.LOADING, Stage.DROPPED},
        Stage.LOADING: {Stage.LOADING, Stage.LOADED, Stage.DROPPED},
        Stage.LOADED: set(),
        Stage.DROPPED: set(),
    }
)


WAITING = (Stage.READING, Stage.READ)
"""Nobody has confirmed it yet."""


class Outcome(TextChoices):
    """What the register does to one setting."""

    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    CLOSED = "closed", "Closed"
    REOPENED = "reopened", "Open again"
    UNCHANGED = "unchanged", "Unchanged"
    WRONG = "wrong", "Rows to mend"


def outcome_of(before: str, after: str) -> Outcome:
    """What a change of status is: a closing, an opening again, or only a change."""
    if before != after and after == Status.CLOSED:
        return Outcome.CLOSED
    if before == Status.CLOSED and after in (Status.OPEN, Status.CLOSING):
        return Outcome.REOPENED
    return Outcome.CHANGED


METRES_OF_A_MILE = Decimal("1609.344")
TENTH = Decimal("0.1")
FAR_EAST, FAR_NORTH = 700_000, 1_300_000
"""The National Grid's edges, in metres: it ends east of Norfolk, north of Shetland."""


class Point(NamedTuple):
    """A place on the National Grid, in metres from its corner south-west of Scilly."""

    easting: int
    northing: int


def point_of(easting: int | None, northing: int | None) -> Point | None:
    """A place, where both numbers are known and on the grid; 0 stands for unknown."""
    if not easting or not northing:
        return None
    inside = 0 < easting < FAR_EAST and 0 < northing < FAR_NORTH
    return Point(easting, northing) if inside else None


def miles_between(one: Point, other: Point) -> Decimal:
    """The straight line between two places in miles, to a tenth.

    It is no walking route: what transport a child is due goes by that (Education Act
    1996, section 444(5)).
    """
    metres = hypot(one.easting - other.easting, one.northing - other.northing)
    return (Decimal(metres) / METRES_OF_A_MILE).quantize(TENTH)


def miles_words(miles: Decimal) -> str:
    """A distance as people read it."""
    if miles < TENTH:
        return "less than 0.1 miles"
    return f"{miles:,} miles"
