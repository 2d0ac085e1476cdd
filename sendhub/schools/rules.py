"""Kinds of setting, and what the national register says of them. Pure."""

from django.db.models import TextChoices


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


def category_of(type_code: str) -> Category:
    """Say what kind of place a register's establishment type is."""
    return CATEGORY_BY_TYPE.get(type_code, Category.OTHER)
