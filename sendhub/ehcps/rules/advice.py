"""Whose advice an assessment needs, and by when. Pure."""

from datetime import date

from django.db.models import TextChoices

from sendhub.casework.rules import Category, Wanted
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.rules.dates import check_order, due


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


class Quality(TextChoices):
    """What we found when we read advice that arrived (EHC-4)."""

    UNREAD = "", "Not judged yet"
    MEETS = "meets", "Meets the need"
    SENT_BACK = "sent_back", "Sent back: something is missing"


ON_TIME_TARGET = 95
"""The share of advice, per cent, that should come within six weeks (EHC-4)."""


def year_before(on: date) -> date:
    """The first day of the twelve months before a day."""
    try:
        return on.replace(year=on.year - 1)
    except ValueError:
        return on.replace(year=on.year - 1, day=28)


def share(part: int, whole: int) -> int | None:
    """Whole per cent, cut down so that 94.9 does not look like 95; None of nothing."""
    return part * 100 // whole if whole else None


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
    """The six weeks for one service's advice (reg. 8(1)).

    `closed`: nobody waits for it, since the assessment ended or what was held already
    was agreed to be enough. Advice sent back starts no new six weeks.
    """
    return Wanted(
        "NA-07",
        f"Advice: {kind.label}",
        due("NA-07", "asked_on", advice_requested=asked_on),
        met_on=received_on,
        void=closed and received_on is None,
    )


def check_held(
    *, kind: AdviceKind, author_agrees: bool, family_agrees: bool, agreed_with: str
) -> None:
    """Advice held already is enough only where all three say so (reg. 6(4)).

    The council's own word is that of whoever records it.
    """
    if kind is AdviceKind.PARENT:
        raise RuleBroken(
            "The law always asks the parent or young person anew: their advice cannot "
            "be held already (SEND Regulations 2014, reg. 6(4)).",
            "kind",
        )
    if not author_agrees:
        raise RuleBroken(
            "Unless its author agrees that it is enough, ask for this advice.",
            "author_agrees",
        )
    if not family_agrees:
        raise RuleBroken(
            "Unless the parent or young person agrees that it is enough, ask for this "
            "advice.",
            "family_agrees",
        )
    if not agreed_with.strip():
        raise RuleBroken(
            "Say who agreed for the family: the parent’s or young person’s name.",
            "agreed_with",
        )


def check_held_dates(*, dated_on: date, agreed_on: date) -> None:
    """The report was there before all agreed on it."""
    check_order(
        agreed_on, after=dated_on, what="the date of the advice", field="agreed_on"
    )


def check_lacking(quality: Quality, lacking: str) -> None:
    """Whoever gets advice back must learn what is missing."""
    if quality is Quality.SENT_BACK and not lacking.strip():
        raise RuleBroken("Say what is missing: its author will ask.", "lacking")
