"""What a review must do or be, without a date of its own: AR-05a, AR-11, 13, 14, 16."""

from sendhub.statutory.clocks.kinds import Duty
from sendhub.statutory.rule import Force, Rule
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.reviews import CODE_ON_COMPLETION
from sendhub.statutory.sources.source import Evidence, send_regulations

WHO_HOLDS_REVIEWS = send_regulations(20, "(1) and (12)")
ADULTHOOD = send_regulations(21, "(6); reg. 20 where there is a school")
LEFT_EDUCATION = send_regulations(29, "(1) and reg. 30")

AR_05A = Rule(
    id="AR-05a",
    title="Who can be made to hold the review meeting",
    trigger="A review meeting is arranged",
    who="The council",
    clock=Duty(
        "The council can require a school to hold the meeting, but can only ask an"
        " early years setting or a college.",
        WHO_HOLDS_REVIEWS,
        Evidence.LAW,
    ),
    sources=(WHO_HOLDS_REVIEWS,),
)

AR_11 = Rule(
    id="AR-11",
    title="Prepare for adulthood from year 9",
    trigger="A review is held in year 9 or later",
    who="Whoever holds the review",
    clock=Duty(
        "From year 9 on, every review must think about what prepares you for being an"
        " adult.",
        ADULTHOOD,
        Evidence.LAW,
        ("meeting",),
    ),
    sources=(ADULTHOOD,),
)

AR_13 = Rule(
    id="AR-13",
    title="Hold the review with those of a looked-after child",
    trigger="A review is held for a child who is looked after",
    who="The council",
    clock=Duty(
        "Where it can, the council should hold the review of the plan together with the"
        " reviews of the care plan and the personal education plan.",
        CODE_ON_COMPLETION,
        Evidence.SECONDARY,
        ("meeting",),
    ),
    sources=(CODE_ON_COMPLETION,),
    force=Force.GUIDANCE,
)

AR_14 = Rule(
    id="AR-14",
    title="Review where education has stopped",
    trigger="A young person under 18 is in no education, or one over 18 has left it",
    who="The council",
    clock=Duty(
        "The council must review the plan, and amend it if need be, of anyone under 18"
        " who is in no education or training, and must review the plan of anyone over"
        " 18 who has left before it may end it.",
        LEFT_EDUCATION,
        Evidence.LAW,
    ),
    sources=(LEFT_EDUCATION,),
    note="Under 18 that is no reason to end the plan; see CE-01 and CE-02.",
)

AR_16 = Rule(
    id="AR-16",
    title="Review early",
    trigger="A parent, a young person or a school asks for an early review",
    who="The council",
    clock=Duty(
        "You can ask for a review at any time, and the law sets no time for answering.",
        sources.CODE_ON_REVIEWS,
        Evidence.UNVERIFIED,
    ),
    sources=(sources.CODE_ON_REVIEWS,),
    note="No time to answer was found, which has not been checked.",
)

RULES = (AR_05A, AR_11, AR_13, AR_14, AR_16)
