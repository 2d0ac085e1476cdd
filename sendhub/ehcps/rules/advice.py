"""Whose advice an assessment needs, and by when. Pure."""

from datetime import date

from django.db.models import TextChoices

from sendhub.casework.rules import Category, Wanted
from sendhub.ehcps.rules.dates import due


class AdviceKind(TextChoices):
    """Whose advice the law names (SEND Regulations 2014, reg. 6(1))."""

    PARENT = "parent", "Parent or young person"
    EDUCATION = "education", "School or setting"
    MEDICAL = "medical", "Health"
    PSYCHOLOGY = "psychology", "Educational psychologist"
    SOCIAL_CARE = "social_care", "Social care"
    ADULTHOOD = "adulthood", "Preparation for adulthood"
    SENSORY = "sensory", "Hearing or vision teacher"
    OTHER = "other", "Other person"


NAMED_BY_LAW = (
    AdviceKind.PARENT,
    AdviceKind.EDUCATION,
    AdviceKind.MEDICAL,
    AdviceKind.PSYCHOLOGY,
    AdviceKind.SOCIAL_CARE,
)


CATEGORY_OF: dict[AdviceKind, Category] = {
    **dict.fromkeys(AdviceKind, Category.GENERAL),
    AdviceKind.MEDICAL: Category.HEALTH,
    AdviceKind.SOCIAL_CARE: Category.SOCIAL_CARE,
}


def advice_wanted(
    *, kind: AdviceKind, asked_on: date, received_on: date | None, closed: bool
) -> Wanted:
    """The six weeks for one service's advice (reg. 8(1))."""
    return Wanted(
        "NA-07",
        f"Advice: {kind.label}",
        due("NA-07", "asked_on", advice_requested=asked_on),
        met_on=received_on,
        void=closed and received_on is None,
    )
