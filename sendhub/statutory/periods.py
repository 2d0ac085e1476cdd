"""The periods that the law sets, each from the day on which it came into force.

A case is judged by the period in force on the day its clock started. When the law
changes, a line is added below the old one and nothing else changes.
"""

from dataclasses import dataclass
from datetime import date

from sendhub.statutory import sources
from sendhub.statutory.counting import Counting, Length, Unit
from sendhub.statutory.errors import NotYetLaw, StatutoryError
from sendhub.statutory.sources import Evidence, Source
from sendhub.statutory.words import date_words
from sendhub.statutory.working_days import WorkingDays


@dataclass(frozen=True)
class InForce:
    """One length, from the day it became law until the next line of its table."""

    from_on: date
    length: Length
    source: Source
    evidence: Evidence


class Periods:
    """The lengths that one limit has had over the years, oldest first."""

    def __init__(self, name: str, *lines: InForce) -> None:
        starts = [line.from_on for line in lines]
        if not lines or starts != sorted(set(starts)):
            raise StatutoryError(f"The table '{name}' needs lines in order of date.")
        self.name = name
        self.lines = lines

    @property
    def latest(self) -> InForce:
        return self.lines[-1]

    def in_force(self, on: date) -> InForce:
        """The line that was law on this day."""
        for line in reversed(self.lines):
            if line.from_on <= on:
                return line
        raise NotYetLaw(
            f"The time to {self.name} has been set by law since"
            f" {date_words(self.lines[0].from_on)}; {date_words(on)} is earlier."
        )


PART_3_BEGINS = date(2014, 9, 1)
"""Part 3 of the Children and Families Act 2014 and the Regulations under it."""


def unchanged(
    name: str,
    length: Length,
    source: Source,
    evidence: Evidence,
    since: date = PART_3_BEGINS,
) -> Periods:
    """A limit that has been the same since it became law."""
    return Periods(name, InForce(since, length, source, evidence))


DECIDE_WHETHER_TO_ASSESS = Periods(
    "decide whether to assess",
    InForce(
        PART_3_BEGINS,
        Length(6, Unit.WEEKS),
        sources.DECISION_WHETHER_TO_ASSESS,
        Evidence.LAW,
    ),
)

GIVE_ADVICE = Periods(
    "give advice for an assessment",
    InForce(
        PART_3_BEGINS,
        Length(6, Unit.WEEKS),
        sources.COOPERATION_IN_ASSESSMENT,
        Evidence.SECONDARY,
    ),
)

DECIDE_NOT_TO_ISSUE = Periods(
    "say that no plan will be issued",
    InForce(
        PART_3_BEGINS,
        Length(16, Unit.WEEKS),
        sources.DECISION_NOT_TO_ISSUE,
        Evidence.LAW,
    ),
)

TELL_EITHER_WAY = Periods(
    "say whether a plan will be issued",
    InForce(
        PART_3_BEGINS,
        Length(16, Unit.WEEKS),
        sources.OMBUDSMAN_ON_DECISIONS,
        Evidence.SECONDARY,
    ),
)

SEND_DRAFT = Periods(
    "send the draft plan",
    InForce(
        PART_3_BEGINS,
        Length(14, Unit.WEEKS),
        sources.ADVISERS_ON_DRAFTS,
        Evidence.SECONDARY,
    ),
)

SEND_DRAFT_AT_LATEST = Periods(
    "send the draft plan at the latest",
    InForce(
        PART_3_BEGINS,
        Length(16, Unit.WEEKS),
        sources.ADVISERS_ON_DRAFTS,
        Evidence.SECONDARY,
    ),
)

ANSWER_CONSULTATION = Periods(
    "answer a consultation",
    InForce(
        PART_3_BEGINS,
        Length(15, Unit.DAYS),
        sources.CODE_ON_CONSULTATION,
        Evidence.SECONDARY,
    ),
)

ANSWER_CONSULTATION_AT_LATEST = unchanged(
    "answer a consultation, counted in working days",
    WorkingDays(15),
    sources.COUNCIL_ON_CONSULTATION,
    Evidence.SECONDARY,
)

COMMENT_ON_DRAFT = Periods(
    "comment on a draft plan",
    InForce(
        PART_3_BEGINS,
        Length(15, Unit.DAYS, Counting.BEGINNING_WITH),
        sources.TIME_FOR_REPRESENTATIONS,
        Evidence.LAW,
    ),
)

SEND_FINAL_PLAN = Periods(
    "send the final plan",
    InForce(
        PART_3_BEGINS,
        Length(20, Unit.WEEKS),
        sources.TIME_FOR_FINAL_PLAN,
        Evidence.LAW,
    ),
)

DECIDE_REASSESSMENT = Periods(
    "decide whether to assess again",
    InForce(
        PART_3_BEGINS,
        Length(15, Unit.DAYS),
        sources.DECISION_ON_REASSESSMENT,
        Evidence.UNVERIFIED,
    ),
)

FINISH_REASSESSMENT = Periods(
    "send the final plan after assessing again",
    InForce(
        PART_3_BEGINS,
        Length(14, Unit.WEEKS),
        sources.TIME_FOR_REASSESSMENT,
        Evidence.LAW,
    ),
)

PUT_PROVISION_IN_PLACE = unchanged(
    "put provision in place",
    Length(5, Unit.WEEKS),
    sources.BA_V_NOTTINGHAMSHIRE,
    Evidence.LAW,
)

REVIEW_PLAN = Periods(
    "review a plan",
    InForce(
        PART_3_BEGINS,
        Length(12, Unit.MONTHS),
        sources.YEARLY_REVIEW,
        Evidence.SECONDARY,
    ),
)
