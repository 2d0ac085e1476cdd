"""Reviews of a plan: rules AR-01 to AR-16, as far as they set a date.

Children and Families Act 2014, s. 44; SEND Regulations 2014, regs. 18 to 22. What a
review must be without a date of its own is in `review_duties`.
"""

from sendhub.statutory.clocks.kinds import BackFrom, Limits
from sendhub.statutory.clocks.reviews import (
    AmendedPlan,
    Complete,
    WithinTheYear,
)
from sendhub.statutory.periods import plans as periods
from sendhub.statutory.periods import reviews as review_periods
from sendhub.statutory.rule import Force, Limit, Rule
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources import reviews as review_sources

AR_01 = Rule(
    id="AR-01",
    title="Review the plan every twelve months",
    trigger="The plan is first made, or the last review was completed",
    who="The council",
    clock=Limits(
        ("previous_review_completed", "plan_date"),
        periods.REVIEW_PLAN,
        (("strict_before", review_periods.REVIEW_PLAN_STRICTLY),),
        "The council must review the plan, and tell you what it has decided, within"
        " {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("review_completed",),
    sources=(sources.YEARLY_REVIEW, sources.CODE_ON_REVIEWS),
    note=(
        "Holds too for a child who is taught at home, elsewhere or in an independent"
        " school, and while an appeal runs. The plan counts from the day it was first"
        " made; amending it does not move that day. A review is complete when its"
        " decision is sent (AR-02). The corresponding date is used, as councils and"
        " advisers do. Section 44(1) is understood to say 'starting with' the day of"
        " the plan, which makes it a day earlier, as shown beside it; its words have"
        " not been checked."
    ),
)

AR_02 = Rule(
    id="AR-02",
    title="Complete the review by sending its decision",
    trigger="Twelve months since the plan was made or last reviewed come to an end",
    who="The council",
    clock=Complete(),
    met_by=("review_decision_notified", "review_completed"),
    sources=(
        review_sources.CODE_ON_COMPLETION,
        review_sources.DECISION_AFTER_MEETING,
        review_sources.REVIEW_COMPLETE,
        review_sources.HOUNSLOW_PLANNING,
    ),
    note=(
        "Due even if no meeting was held. The last safe meeting is four weeks before"
        " the twelve-month date. Regs. 2(4) and 20(10) were not seen; many pages count"
        " the meeting instead."
    ),
)

AR_03 = Rule(
    id="AR-03",
    title="Invite to the review meeting",
    trigger="A review meeting is arranged",
    who="Whoever holds the meeting: the school, or the council where there is none",
    clock=BackFrom(
        "meeting",
        review_periods.INVITE,
        "Everyone must be invited at least {period} before {event} on {begins}: by"
        " {due}.",
    ),
    met_by=("invitations_sent",),
    sources=(review_sources.NOTICE_OF_MEETING, review_sources.INVITED),
    note=(
        "Invited are the parent or young person, the school or other setting, a SEN"
        " officer and a social care officer of the council, and a health professional"
        " named by the health commissioner; where there is no school, the same without"
        " it, and whoever else the council thinks fit."
    ),
)

AR_04 = Rule(
    id="AR-04",
    title="Send round the advice before the meeting",
    trigger="A review meeting is arranged",
    who="Whoever holds the meeting: the school, or the council where there is none",
    clock=BackFrom(
        "meeting",
        review_periods.CIRCULATE,
        "You must be sent the advice of everyone invited at least {period} before"
        " {event} on {begins}: by {due}.",
    ),
    met_by=("advice_circulated",),
    sources=(review_sources.ADVICE_FOR_MEETING,),
    note="The advice of everyone who is invited (AR-03) is asked for, and sent to all.",
)

AR_05 = Rule(
    id="AR-05",
    title="Send the report of the meeting",
    trigger="The review meeting is held",
    who="The school, or the council where there is none",
    clock=Limit(
        ("meeting",),
        review_periods.REPORT,
        "The report of the meeting, with what it recommends and where people differed,"
        " must be sent within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("review_report_sent",),
    sources=(review_sources.REPORT_OF_MEETING,),
    note=(
        "'Ten working days' on council pages is the same two weeks. The paragraph for a"
        " child without a school was read; that for a school is known from advisers."
    ),
)

AR_06 = Rule(
    id="AR-06",
    title="Decide after the review meeting",
    trigger="The review meeting is held",
    who="The council",
    clock=WithinTheYear(
        review_periods.DECIDE_AFTER_MEETING,
        "The council must tell you whether it will keep, amend or end the plan",
    ),
    met_by=("review_decision_notified", "review_completed"),
    sources=(
        review_sources.DECISION_AFTER_MEETING,
        review_sources.CODE_ON_COMPLETION,
        review_sources.DEVON,
    ),
    note=(
        "The earlier of four weeks from the meeting and the twelve-month date. The"
        " school or other setting is told too. Rights of appeal and mediation go with a"
        " decision to keep or to end the plan."
    ),
)

AR_07 = Rule(
    id="AR-07",
    title="Send the proposed amendments with the decision",
    trigger="The review meeting is held, and the council decides to amend the plan",
    who="The council",
    clock=WithinTheYear(
        review_periods.SEND_AMENDMENTS,
        "If the council decides to amend the plan, it must send you the plan, the"
        " amendments it proposes with their evidence, and word of your right to ask for"
        " a school",
    ),
    met_by=("amendment_notice",),
    sources=(review_sources.WITH_THE_DECISION, review_sources.DEVON),
    note="The notice goes with the decision, in the same four weeks (R v Devon).",
)

AR_08 = Rule(
    id="AR-08",
    title="Time for the family to answer the amendments",
    trigger="The notice of proposed amendments is served on the family",
    who="The parent or young person",
    clock=Limit(
        ("amendment_notice",),
        review_periods.ANSWER_AMENDMENTS,
        "You have at least {period} to comment on the amendments, ask for a school and"
        " ask for a meeting, beginning with {begins}, the day they were served on you:"
        " up to and including {due}.",
    ),
    met_by=("representations_received",),
    waits=("plan_sent",),
    sources=(review_sources.ANSWER_TO_AMENDMENTS,),
    minimum=True,
    note=(
        "The least that must be allowed: the amended plan is too early before the last"
        " day, unless the family had answered. The notice is sent (reg. 22(2)(a)), and"
        " the days begin with the day it is served (reg. 22(2)(c), C-10)."
    ),
)

AR_09 = Rule(
    id="AR-09",
    title="Send the amended plan",
    trigger="The notice of proposed amendments is sent after a review meeting",
    who="The council",
    clock=AmendedPlan(),
    met_by=("plan_sent",),
    sources=(review_sources.AMENDED_PLAN, review_sources.DEVON),
    note=(
        "One date is twelve weeks from the meeting, the other eight from the"
        " notice. After a late notice regulation 22(3) still counts from the notice;"
        " the court and the ombudsman from the meeting. The stricter date counts here."
    ),
)

AR_10 = Rule(
    id="AR-10",
    title="Say that the plan will not be amended after all",
    trigger="The notice of proposed amendments was sent",
    who="The council",
    clock=Limit(
        ("amendment_notice",),
        review_periods.SAY_NO_AMENDMENT,
        "If the council decides not to amend the plan after all, it must tell you and"
        " say why within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("no_amendment_notified",),
    sources=(review_sources.NO_AMENDMENT, review_sources.ENFIELD),
    note="The end of the paragraph was not seen; advisers give the same eight weeks.",
)

AR_12 = Rule(
    id="AR-12",
    title="Consider reviewing more often under five",
    trigger="The plan of a child under five is made, or its last review was completed",
    who="The council",
    clock=Limit(
        ("previous_review_completed", "plan_date"),
        review_periods.REVIEW_UNDER_FIVE,
        "For a child under five the council should consider a review every three to six"
        " months, so within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("review_completed",),
    sources=(review_sources.CODE_ON_UNDER_FIVES,),
    force=Force.GUIDANCE,
    note="The Code says 'should consider'; the law asks for a review every year.",
)

AR_15 = Rule(
    id="AR-15",
    title="Review the plan on release from custody",
    trigger="The child or young person is released from custody",
    who="The council of the home area",
    clock=Limit(
        ("released",),
        review_periods.REVIEW_ON_RELEASE,
        "The council must review the plan as soon as practicable after {event} on"
        " {begins}, and should take no more than {period}: by {due}.",
    ),
    met_by=("review_completed",),
    sources=(review_sources.RELEASE,),
    force=Force.GUIDANCE,
    note=(
        "The plan is kept during custody. To review it as soon as practicable is a"
        " duty; the month is not law, and has not been checked."
    ),
)

AR_15A = Rule(
    id="AR-15a",
    title="Time to answer a draft plan in custody",
    trigger="The draft plan of a detained person is served",
    who="The parent or young person",
    clock=Limit(
        ("draft_served",),
        review_periods.ANSWER_DRAFT_IN_CUSTODY,
        "You have at least {period} to comment on the draft plan, beginning with"
        " {begins}, the day it was served: up to and including {due}.",
    ),
    met_by=("representations_received",),
    waits=("plan_sent",),
    sources=(review_sources.CUSTODY,),
    minimum=True,
)

AR_15B = Rule(
    id="AR-15b",
    title="Send the final plan of a detained person",
    trigger="The council receives a request about a detained person, or is told of one",
    who="The council of the home area",
    clock=Limit(
        ("request_received", "became_responsible"),
        review_periods.FINAL_PLAN_IN_CUSTODY,
        "The council must send you the final plan within {period} of {event} on"
        " {begins}: by {due}.",
    ),
    met_by=("plan_sent",),
    sources=(review_sources.CUSTODY,),
    exemption=(
        "Where it is impractical for a reason of reg. 10(4)(a) to (c) of the same"
        " Regulations, which have not been read."
    ),
)

RULES = (
    AR_01,
    AR_02,
    AR_03,
    AR_04,
    AR_05,
    AR_06,
    AR_07,
    AR_08,
    AR_09,
    AR_10,
    AR_12,
    AR_15,
    AR_15A,
    AR_15B,
)
