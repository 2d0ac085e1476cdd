"""How a child comes to our notice besides a request, and by when we answer. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.casework.rules import Wanted
from sendhub.core.errors import RuleBroken
from sendhub.statutory.words import date_words

LONG_AGO = timedelta(days=366)
DAYS_OF_WEEK = 7


class Kind(TextChoices):
    """What reached us (CFA 2014 ss23 and 24; the early years' own referrals)."""

    NOTICE = "notice", "Notice from a health body"
    ATTENTION = "attention", "Brought to our attention"
    EARLY_YEARS = "early_years", "Referral to early years support"
    PORTAGE = "portage", "Referral to portage"


class Outcome(TextChoices):
    """What became of it; what is in hand has none."""

    OPEN = "", "In hand"
    ASSESSMENT = "assessment", "Assessment being considered"
    SUPPORT = "support", "Support began"
    NOT_CONSIDERED = "not_considered", "No assessment was considered"
    CLOSED = "closed", "Closed for another reason"
    MISTAKE = "mistake", "Recorded by mistake"


REFERRALS = frozenset({Kind.EARLY_YEARS, Kind.PORTAGE})
NOTICES = frozenset({Kind.NOTICE, Kind.ATTENTION})
UNDER_SCHOOL_AGE = REFERRALS | {Kind.NOTICE}
TITLES: Mapping[str, str] = {"EY-01": "Send the family a welcome letter"}
DECIDE = "Decide what becomes of the notice, and tell the family"
TONES: Mapping[Outcome, str] = {
    Outcome.OPEN: "info",
    Outcome.ASSESSMENT: "good",
    Outcome.SUPPORT: "good",
}


@dataclass(frozen=True)
class IntakeFacts:
    """The dates of one intake that its clock runs on."""

    kind: Kind
    received_on: date
    answered_on: date | None
    outcome: Outcome
    ended_on: date | None


def deadlines_wanted(facts: IntakeFacts) -> list[Wanted]:
    """Two weeks for a welcome letter; six for a child brought to notice (reg. 5(1)).

    Where an assessment is considered the clock is that of the assessment.
    """
    if facts.outcome is Outcome.MISTAKE:
        return []
    if facts.kind in REFERRALS:
        due = statutory.due("EY-01", early_years_referral=facts.received_on)
        met_on, rule, title = facts.answered_on, "EY-01", TITLES["EY-01"]
    else:
        due = statutory.due("NA-03", became_responsible=facts.received_on)
        told = facts.outcome is Outcome.NOT_CONSIDERED
        met_on, rule, title = facts.ended_on if told else None, "NA-03", DECIDE
    void = met_on is None and bool(facts.outcome)
    return [Wanted(rule, title, due, met_on=met_on, void=void)]


def ways_to_end(kind: Kind) -> list[Outcome]:
    """What may be said of it at its end, besides an assessment and support."""
    told = [Outcome.NOT_CONSIDERED] if kind in NOTICES else []
    return [*told, Outcome.CLOSED, Outcome.MISTAKE]


def weeks_between(start: date, end: date) -> int:
    """How many whole weeks a family waited."""
    return max(0, (end - start).days) // DAYS_OF_WEEK


def check_may_log(
    kind: Kind, *, born_on: date, died_on: date | None, received_on: date
) -> None:
    """Refuse what the law or the service does not know for a child of this age.

    A health body's notice is about a child under compulsory school age (CFA s23(1)).
    """
    if died_on:
        raise RuleBroken("This child has died.")
    if received_on < born_on:
        raise RuleBroken(
            f"The child was born on {date_words(born_on)}: this cannot have come "
            "earlier.",
            "received_on",
        )
    begins = statutory.people.compulsory_school_age_begins(born_on)
    if kind in UNDER_SCHOOL_AGE and received_on >= begins:
        raise RuleBroken(
            f"The child has been of compulsory school age since {date_words(begins)}. "
            "Choose “Brought to our attention”, or log a request.",
            "kind",
        )


def check_date_usual(received_on: date, *, on: date) -> None:
    """Ask about a date that is more often a slip of the year than true."""
    if on - received_on > LONG_AGO:
        raise RuleBroken(
            "By this date it came more than a year ago. Check the year. If the date "
            "is right, tick the box.",
            "dates_checked",
        )


def check_open(outcome: str) -> None:
    """What has ended is not answered or ended again."""
    if outcome:
        how = Outcome(outcome).label.lower()
        raise RuleBroken(f"This has ended already: {how}.")


def check_not_before(day: date, received_on: date, field: str) -> None:
    """Nothing follows from what has not come yet."""
    if day < received_on:
        raise RuleBroken(
            f"This reached us on {date_words(received_on)}: the date cannot be "
            "earlier.",
            field,
        )
