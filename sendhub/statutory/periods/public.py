"""How long social care, complaints and information requests may take, by the law.

A case is judged by these lines from the day on which each became law; the times of data
protection law before 25 May 2018 are not here.
"""

from datetime import date

from sendhub.statutory.counting.lengths import Counting, Length, Unit
from sendhub.statutory.counting.working_days import UNITED_KINGDOM, WorkingDays
from sendhub.statutory.periods.in_force import Periods, unchanged
from sendhub.statutory.sources import placements
from sendhub.statutory.sources import public as cited
from sendhub.statutory.sources.source import Evidence

DATA_PROTECTION = date(2018, 5, 25)
"""The Data Protection Act 2018 and the GDPR."""

STOPPED_BY_LAW = date(2026, 2, 5)
"""The pause for a question became law; before, it was guidance."""

INFORMATION_LAW = date(2005, 1, 1)
EXCLUSIONS_LAW = date(2007, 9, 1)
"""The sixth day became law for councils."""

COMPLAINTS_LAW = date(2006, 9, 1)

ASSESS_FOR_SOCIAL_CARE = unchanged(
    "assess for social care",
    WorkingDays(45),
    cited.WORKING_TOGETHER,
    Evidence.SECONDARY,
)
ANSWER_REFERRAL = unchanged(
    "answer a referral",
    WorkingDays(1),
    cited.WORKING_TOGETHER,
    Evidence.UNVERIFIED,
)
TEACH_EXCLUDED = unchanged(
    "arrange education after an exclusion",
    WorkingDays(6),
    placements.OUT_OF_SCHOOL,
    Evidence.SECONDARY,
    EXCLUSIONS_LAW,
)
TEACH_ABSENT = unchanged(
    "arrange education for a child who is away",
    WorkingDays(15, Counting.BEGINNING_WITH),
    placements.LONG_ABSENCE,
    Evidence.SECONDARY,
)


def of_complaints(name: str, days: int) -> Periods:
    return unchanged(
        name, WorkingDays(days), cited.COMPLAINTS, Evidence.SECONDARY, COMPLAINTS_LAW
    )


ANSWER_COMPLAINT = of_complaints("answer a complaint", 10)
ANSWER_COMPLAINT_AT_MOST = of_complaints("answer a complaint at most", 20)
INVESTIGATE = of_complaints("investigate a complaint", 25)
INVESTIGATE_AT_MOST = of_complaints("investigate a complaint at most", 65)


def of_panels(name: str, days: int) -> Periods:
    source = cited.COMPLAINTS_PANEL
    return unchanged(
        name, WorkingDays(days), source, Evidence.SECONDARY, COMPLAINTS_LAW
    )


ASK_FOR_PANEL = of_panels("ask for a panel", 20)
HOLD_PANEL = of_panels("hold a panel", 30)
REPORT_OF_PANEL = of_panels("send the report of a panel", 5)
ANSWER_PANEL = of_panels("answer the report of a panel", 15)

ANSWER_ACCESS = unchanged(
    "answer a subject access request",
    Length(1, Unit.MONTHS),
    cited.ACCESS,
    Evidence.SECONDARY,
    DATA_PROTECTION,
)
ANSWER_COMPLEX_ACCESS = unchanged(
    "answer a complex subject access request",
    Length(3, Unit.MONTHS),
    cited.ACCESS,
    Evidence.SECONDARY,
    DATA_PROTECTION,
)
ANSWER_INFORMATION = unchanged(
    "answer a freedom of information request",
    WorkingDays(20, calendar=UNITED_KINGDOM),
    cited.INFORMATION,
    Evidence.SECONDARY,
    INFORMATION_LAW,
)
