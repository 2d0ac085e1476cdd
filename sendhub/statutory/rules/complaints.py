"""Social care assessments, and complaints under the Children Act: SB-06, CP-01 to 03.

All of these run in working days of England.
"""

from sendhub.statutory.clocks.kinds import Limits
from sendhub.statutory.periods import public as periods
from sendhub.statutory.rule import Force, Limit, Rule
from sendhub.statutory.sources import public as cited

SB_06 = Rule(
    id="SB-06",
    title="Assess for social care",
    trigger="A child is referred to social care",
    who="The council",
    clock=Limit(
        ("referral",),
        periods.ASSESS_FOR_SOCIAL_CARE,
        "The council should finish its social care assessment and say what happens next"
        " within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("social_care_assessed",),
    sources=(cited.WORKING_TOGETHER,),
    force=Force.GUIDANCE,
    note="Where it takes longer, the reasons are recorded.",
)

SB_06A = Rule(
    id="SB-06a",
    title="Answer the referral",
    trigger="A child is referred to social care",
    who="The council",
    clock=Limit(
        ("referral",),
        periods.ANSWER_REFERRAL,
        "The council should say what it will do about the referral within {period} of"
        " {event} on {begins}: by {due}.",
    ),
    met_by=("referral_answered",),
    sources=(cited.WORKING_TOGETHER,),
    force=Force.GUIDANCE,
    note="This time has not been checked.",
)

CP_01 = Rule(
    id="CP-01",
    title="Answer a complaint at stage 1",
    trigger="The council receives a complaint under the Children Act",
    who="The council",
    clock=Limits(
        ("stage1_start",),
        periods.ANSWER_COMPLAINT,
        (("due_max", periods.ANSWER_COMPLAINT_AT_MOST),),
        "The council should answer within {due_period} of {event} on {begins}, by"
        " {due}, and must within {due_max_period}: by {due_max}.",
    ),
    met_by=("stage1_answered",),
    sources=(cited.COMPLAINTS,),
)

CP_02 = Rule(
    id="CP-02",
    title="Answer a complaint at stage 2",
    trigger="Stage 2 begins: often when what is complained of is agreed in writing",
    who="The council",
    clock=Limits(
        ("stage2_start",),
        periods.INVESTIGATE,
        (("due_max", periods.INVESTIGATE_AT_MOST),),
        "The complaint should be investigated and answered within {due_period} of"
        " {event} on {begins}, by {due}, and must be within {due_max_period}: by"
        " {due_max}.",
    ),
    met_by=("stage2_answered",),
    sources=(cited.COMPLAINTS,),
    note="Councils differ on what starts it; some say the agreed statement.",
)

CP_03 = Rule(
    id="CP-03",
    title="Ask for a panel (stage 3)",
    trigger="The complaint was answered at stage 2",
    who="The person who complained",
    clock=Limit(
        ("stage2_answered",),
        periods.ASK_FOR_PANEL,
        "You can ask for a panel within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("stage3_requested",),
    sources=(cited.COMPLAINTS_PANEL, cited.COMPLAINTS),
)

CP_03A = Rule(
    id="CP-03a",
    title="Hold the panel",
    trigger="A panel is asked for",
    who="The council",
    clock=Limit(
        ("stage3_requested",),
        periods.HOLD_PANEL,
        "The panel should meet within about {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("panel_held",),
    sources=(cited.COMPLAINTS_PANEL, cited.COMPLAINTS),
)

CP_03B = Rule(
    id="CP-03b",
    title="Send the panel's report",
    trigger="The panel meets",
    who="The panel",
    clock=Limit(
        ("panel_held",),
        periods.REPORT_OF_PANEL,
        "The panel's report should be sent within {period} of {event} on {begins}: by"
        " {due}.",
    ),
    met_by=("panel_report_sent",),
    sources=(cited.COMPLAINTS_PANEL, cited.COMPLAINTS),
)

CP_03C = Rule(
    id="CP-03c",
    title="Answer the panel's report",
    trigger="The panel sends its report",
    who="The council",
    clock=Limit(
        ("panel_report_sent",),
        periods.ANSWER_PANEL,
        "The council should say what it will do within {period} of {event} on {begins}:"
        " by {due}.",
    ),
    met_by=("stage3_answered",),
    sources=(cited.COMPLAINTS_PANEL, cited.COMPLAINTS),
)

RULES = (SB_06, SB_06A, CP_01, CP_02, CP_03, CP_03A, CP_03B, CP_03C)
