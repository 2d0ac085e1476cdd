"""How long assessments, plans and their yearly review may take, by the law in force."""

from sendhub.statutory.counting.lengths import Counting, Length, Unit
from sendhub.statutory.counting.working_days import WorkingDays
from sendhub.statutory.periods.in_force import (
    PART_3_BEGINS,
    InForce,
    Periods,
    unchanged,
)
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence

WELCOME_A_FAMILY = unchanged(
    "welcome a family after a referral to early years",
    Length(2, Unit.WEEKS),
    sources.WELCOME_PROMISED,
    Evidence.SECONDARY,
)

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

AMEND_OUTSIDE_REVIEW = unchanged(
    "amend a plan outside a review",
    Length(8, Unit.WEEKS),
    sources.AMENDMENT_OUTSIDE_REVIEW,
    Evidence.UNVERIFIED,
)

REVIEW_DIRECT_PAYMENT = unchanged(
    "review a direct payment for the first time",
    Length(3, Unit.MONTHS),
    sources.REVIEW_PAYMENT,
    Evidence.SECONDARY,
)
