"""The plan itself: rules PL-01 to PL-07.

Children and Families Act 2014, ss. 37 and 42; SEND Regulations 2014, regs. 12, 17 and
28. The numbers are our own. Personal budgets are in `budgets.py`.
"""

from sendhub.statutory.clocks.kinds import Duty, With
from sendhub.statutory.periods import plans as periods
from sendhub.statutory.rule import Force, Limit, Rule
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.reviews import AMENDED_PLAN, ANSWER_TO_AMENDMENTS
from sendhub.statutory.sources.source import Evidence

PL_01 = Rule(
    id="PL-01",
    title="Put the special educational provision in place",
    trigger="The final plan is sent to the family",
    who="The council",
    clock=Limit(
        ("plan_sent",),
        periods.PUT_PROVISION_IN_PLACE,
        "Most of the special help in section F of the plan should be in place within"
        " {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("provision_in_place",),
    sources=(
        sources.BA_V_NOTTINGHAMSHIRE,
        sources.JSH_V_WESTMORLAND,
        sources.PROVISION_IS_OWED,
    ),
    force=Force.GUIDANCE,
    note=(
        "The courts took the five weeks from reg. 44(2)(e). The duty itself (s. 42(2))"
        " is absolute and begins with the plan."
    ),
)

PL_02 = Rule(
    id="PL-02",
    title="Sign and date the final plan",
    trigger="The final plan is sent to the family",
    who="The officer who answers for the plan",
    clock=With(
        "plan_sent",
        "The final plan should be signed and dated by the officer responsible by the"
        " day it is sent, {begins}.",
        sources.CODE_ON_FINAL_PLAN,
        Evidence.SECONDARY,
    ),
    sources=(sources.CODE_ON_FINAL_PLAN,),
    force=Force.GUIDANCE,
    note="Sent to the family, the setting named and the health commissioner (NA-13).",
)

PL_03 = Rule(
    id="PL-03",
    title="Send a new draft when other things change",
    trigger="The council wants the final plan to differ from the draft",
    who="The council",
    clock=Duty(
        "The final plan may differ from the draft only because of what you said about"
        " it and because of the decision on the place, and for anything else the"
        " council must send a new draft.",
        sources.CODE_ON_FINAL_PLAN,
        Evidence.SECONDARY,
        ("draft_served",),
    ),
    sources=(sources.CODE_ON_FINAL_PLAN,),
    force=Force.GUIDANCE,
    note="Code, 9.77 and 9.125.",
)

PL_04 = Rule(
    id="PL-04",
    title="What a plan must contain",
    trigger="The council writes a plan",
    who="The council",
    clock=Duty(
        "A plan must have separate sections for your views and hopes (A), the special"
        " educational needs (B), health needs (C), social care needs (D), the outcomes"
        " (E), the help in education (F), health (G) and social care (H1 and H2), the"
        " school or college (I), any direct payment (J) and the advice behind it (K).",
        sources.CONTENTS_OF_PLAN,
        Evidence.LAW,
        ("draft_served", "plan_sent"),
    ),
    sources=(
        sources.CONTENTS_OF_PLAN,
        sources.HEALTH_IN_PLAN,
        sources.TRAINING_IS_EDUCATION,
        sources.NO_PLACE_IN_DRAFT,
    ),
    note=(
        "A: views, interests and aspirations of the child and parents, or of the young"
        " person. B: all special educational needs. C: health needs related to them."
        " D: social care needs related to them or to a disability. F: specific and"
        " quantified (not yet checked), with any health or care help that educates or"
        " trains. G: what the difficulty reasonably requires; the health commissioner"
        " agrees it. H1: help under the Chronically Sick and Disabled Persons Act 1970,"
        " s. 2 (under 18 only: not yet checked). H2: any other social care help"
        " reasonably required. I: name and type, or the type only; blank in a draft."
        " J: needs and outcomes that a direct payment meets. K rests on a secondary"
        " source. The order may vary."
    ),
)

PL_05 = Rule(
    id="PL-05",
    title="Prepare for adulthood in the plan from Year 9",
    trigger="The council writes a plan for somebody in Year 9 or above",
    who="The council",
    clock=Duty(
        "From Year 9 on, the plan must include help to prepare for adult life: for"
        " work, for living independently, for friends and the community, and for"
        " health.",
        sources.ADULTHOOD_IN_PLAN,
        Evidence.UNVERIFIED,
        ("draft_served", "plan_sent"),
    ),
    sources=(sources.ADULTHOOD_IN_PLAN,),
)

PL_06 = Rule(
    id="PL-06",
    title="Amend the plan outside a review",
    trigger="The council sends a notice of amendments without a review",
    who="The council",
    clock=Limit(
        ("amendment_notice",),
        periods.AMEND_OUTSIDE_REVIEW,
        "If the council changes the plan without a review, the same steps are owed as"
        " after one, and it must send you the amended plan, or its reasons for leaving"
        " it, within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("plan_sent", "no_amendment_notified"),
    sources=(sources.AMENDMENT_OUTSIDE_REVIEW, AMENDED_PLAN, ANSWER_TO_AMENDMENTS),
    note=(
        "The process of reg. 22: a copy of the plan with the proposed changes and the"
        " evidence, and at least fifteen days to answer (AR-08). That reg. 28 asks for"
        " it was not checked."
    ),
)

PL_07 = Rule(
    id="PL-07",
    title="Keep the plan confidential",
    trigger="Somebody asks to see the plan",
    who="The council",
    clock=Duty(
        "The council may show the plan to others only with the consent of the child or"
        " young person, or for the purposes that the law lists.",
        sources.DISCLOSURE,
        Evidence.LAW,
    ),
    sources=(sources.DISCLOSURE,),
    note="Only the heading of reg. 17 was read; its list of purposes was not.",
)

RULES = (PL_01, PL_02, PL_03, PL_04, PL_05, PL_06, PL_07)
