"""How long reviews, changes of phase and moves may take, by the law in force."""

from datetime import date

from sendhub.statutory.counting.lengths import Counting, Length, Unit
from sendhub.statutory.counting.working_days import WorkingDays
from sendhub.statutory.periods.in_force import unchanged
from sendhub.statutory.sources import plans
from sendhub.statutory.sources import reviews as sources
from sendhub.statutory.sources.source import Evidence

CUSTODY_LAW = date(2015, 4, 1)
"""The SEND (Detained Persons) Regulations 2015 came into force."""

DECIDE_AFTER_MEETING = unchanged(
    "decide after a review meeting",
    Length(4, Unit.WEEKS),
    sources.DECISION_AFTER_MEETING,
    Evidence.SECONDARY,
)
REVIEW_PLAN_STRICTLY = unchanged(
    "review the plan, if its first day is the day of the plan",
    Length(12, Unit.MONTHS, Counting.BEGINNING_WITH),
    plans.YEARLY_REVIEW,
    Evidence.UNVERIFIED,
)
COMPLETE_REVIEW = unchanged(
    "complete a review",
    Length(12, Unit.MONTHS),
    sources.CODE_ON_COMPLETION,
    Evidence.SECONDARY,
)
INVITE = unchanged(
    "invite to a review meeting",
    Length(2, Unit.WEEKS),
    sources.NOTICE_OF_MEETING,
    Evidence.LAW,
)
CIRCULATE = unchanged(
    "send advice round before a review meeting",
    Length(2, Unit.WEEKS),
    sources.ADVICE_FOR_MEETING,
    Evidence.LAW,
)
REPORT = unchanged(
    "send the report of a review meeting",
    Length(2, Unit.WEEKS),
    sources.REPORT_OF_MEETING,
    Evidence.SECONDARY,
)
SEND_AMENDMENTS = unchanged(
    "send the proposed amendments",
    Length(4, Unit.WEEKS),
    sources.DEVON,
    Evidence.SECONDARY,
)
ANSWER_AMENDMENTS = unchanged(
    "answer proposed amendments",
    Length(15, Unit.DAYS, Counting.BEGINNING_WITH),
    sources.ANSWER_TO_AMENDMENTS,
    Evidence.LAW,
)
AMEND_AFTER_NOTICE = unchanged(
    "send the amended plan",
    Length(8, Unit.WEEKS),
    sources.AMENDED_PLAN,
    Evidence.LAW,
)
AMEND_AFTER_MEETING = unchanged(
    "send the amended plan after a meeting",
    Length(12, Unit.WEEKS),
    sources.DEVON,
    Evidence.SECONDARY,
)
SAY_NO_AMENDMENT = unchanged(
    "say that the plan will not be amended",
    Length(8, Unit.WEEKS),
    sources.NO_AMENDMENT,
    Evidence.LAW,
)
REVIEW_UNDER_FIVE = unchanged(
    "review the plan of a child under five",
    Length(6, Unit.MONTHS),
    sources.CODE_ON_UNDER_FIVES,
    Evidence.SECONDARY,
)
REVIEW_ON_RELEASE = unchanged(
    "review a plan on release from custody",
    Length(1, Unit.MONTHS),
    sources.RELEASE,
    Evidence.UNVERIFIED,
    CUSTODY_LAW,
)
ANSWER_DRAFT_IN_CUSTODY = unchanged(
    "comment on a draft plan in custody",
    Length(15, Unit.DAYS, Counting.BEGINNING_WITH),
    sources.CUSTODY,
    Evidence.LAW,
    CUSTODY_LAW,
)
FINAL_PLAN_IN_CUSTODY = unchanged(
    "send the final plan of a detained person",
    Length(20, Unit.WEEKS),
    sources.CUSTODY,
    Evidence.LAW,
    CUSTODY_LAW,
)
BEFORE_LATE_PHASE = unchanged(
    "amend the plan before another change of phase",
    Length(5, Unit.MONTHS),
    sources.PHASE_OTHER,
    Evidence.LAW,
)
PHASE_MEETING = unchanged(
    "amend the plan after the meeting before a change of phase",
    Length(12, Unit.WEEKS),
    sources.DEVON,
    Evidence.SECONDARY,
)
TRANSFER_PLAN = unchanged(
    "transfer a plan",
    WorkingDays(15, Counting.BEGINNING_WITH),
    sources.MOVE,
    Evidence.LAW,
)
TELL_OF_TRANSFER = unchanged(
    "tell the family about a transfer",
    Length(6, Unit.WEEKS),
    sources.MOVE_TOLD,
    Evidence.LAW,
)
REVIEW_OF_TRANSFERRED = unchanged(
    "review a transferred plan, from its last review",
    Length(12, Unit.MONTHS),
    sources.MOVE_REVIEW,
    Evidence.LAW,
)
REVIEW_AFTER_TRANSFER = unchanged(
    "review a transferred plan, from its transfer",
    Length(3, Unit.MONTHS),
    sources.MOVE_REVIEW,
    Evidence.UNVERIFIED,
)
TELL_NEW_ICB_OF_MOVE = unchanged(
    "tell the new health commissioner of a move",
    WorkingDays(15, Counting.BEGINNING_WITH),
    sources.HEALTH_MOVE,
    Evidence.SECONDARY,
)
TELL_NEW_ICB = unchanged(
    "tell the new health commissioner",
    WorkingDays(15),
    sources.HEALTH_MOVE,
    Evidence.SECONDARY,
)
NEW_ICB_ASKS = unchanged(
    "ask for a review because health provision cannot be secured",
    WorkingDays(15),
    sources.HEALTH_MOVE,
    Evidence.SECONDARY,
)
