"""From a request to a final plan: rules NA-01 to NA-14.

Children and Families Act 2014, ss. 36 to 40; SEND Regulations 2014, regs. 3 to 14. All
of it runs in calendar time, and the clock starts on the day any team of the council
receives the request, not on the day it is logged (C-04, C-09).
"""

from sendhub.statutory.clocks.kinds import Excusing, Limits
from sendhub.statutory.exemptions import ADVICE, COUNCIL
from sendhub.statutory.periods import exemptions as exemption_periods
from sendhub.statutory.periods import plans as periods
from sendhub.statutory.rule import Force, Limit, Rule
from sendhub.statutory.rules import assessment_duties
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence

START = ("request_received", "became_responsible")
"""A request, or else the day the council became responsible without one (s. 24)."""

IMPRACTICAL = (
    "Only where it is impractical to keep it because (a) the council asked the head or"
    " principal of a school or post-16 institution for advice, in the time from one"
    " week before a closure of at least four weeks without a break to one week before"
    " it re-opens; (b) it asked the person responsible for special educational needs in"
    " an early years setting for advice, in the same time around such a closure;"
    " (c) exceptional personal circumstances affect the child, the parent or the young"
    " person within the time of the limit; or (d) the child, the parent or the young"
    " person is away from the council's area for at least four weeks without a break"
    " within that time. No new date takes its place."
)

NA_03 = Rule(
    id="NA-03",
    title="Decide whether to assess",
    trigger="The council receives a request, or becomes responsible for the child",
    who="The council",
    clock=Limit(
        START,
        periods.DECIDE_WHETHER_TO_ASSESS,
        "The council must tell you whether it will assess within {period} of {event}"
        " on {begins}: by {due}.",
    ),
    met_by=("decision_to_assess_notified", "refusal_to_assess_notified"),
    sources=(sources.DECISION_WHETHER_TO_ASSESS, sources.JSC_V_CAMBRIDGESHIRE),
    exemption=IMPRACTICAL,
    excuses=COUNCIL,
    note=(
        "As soon as practicable: six weeks is the most, not the aim. The test is that"
        " of s. 36(8). Those of reg. 4(2) are told as well; what a refusal must say is"
        " NA-03n."
    ),
)

NA_04 = Rule(
    id="NA-04",
    title="When a limit of the assessment may be excused",
    trigger="The council could not keep a limit and has a reason",
    who="The council",
    clock=Excusing(
        COUNCIL,
        sources.EXEMPTIONS,
        Evidence.LAW,
        exemption_periods.TABLES,
    ),
    exemption=IMPRACTICAL,
    excuses=COUNCIL,
    sources=(sources.EXEMPTIONS, sources.JSC_V_CAMBRIDGESHIRE, sources.CODE_ON_DELAY),
    note=(
        "It may excuse only what was impractical because of the reason, and only NA-03,"
        " NA-08, NA-13 and RA-03; advice has its own (NA-07). It is no pause: the act"
        " is due as soon as practicable, the family is told why, and the government"
        " publishes the twenty weeks both with and without exemptions. The window of a"
        " closure opens one week before the school closes and shuts one week before it"
        " re-opens; it is the same for early years."
    ),
)

NA_07 = Rule(
    id="NA-07",
    title="Give advice for the assessment",
    trigger="The council asks for advice",
    who="The school, health, social care and whoever else the council asks",
    clock=Limit(
        ("advice_requested",),
        periods.GIVE_ADVICE,
        "The school, health, social care or whoever else the council asked for advice"
        " must reply within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("advice_received",),
    sources=(sources.COOPERATION_IN_ASSESSMENT,),
    exemption=(
        "Only where it is impractical to keep it because, within the six weeks,"
        " (a) exceptional personal circumstances affect the child, the parent or the"
        " young person; (b) the child, the parent or the young person is away from the"
        " council's area for at least four weeks without a break; or (c) the child does"
        " not keep an appointment for an examination or a test. A school closure does"
        " not excuse it (reg. 8(2))."
    ),
    excuses=ADVICE,
    note=(
        "Reg. 8 counts from receipt; the request is taken to arrive the same day. The"
        " same clock runs when a child is assessed again (RA-02)."
    ),
)

NA_08 = Rule(
    id="NA-08",
    title="Say that no plan will be issued",
    trigger="The council receives a request, or becomes responsible for the child",
    who="The council",
    clock=Limit(
        START,
        periods.DECIDE_NOT_TO_ISSUE,
        "If the council decides not to issue a plan, it must tell you within {period}"
        " of {event} on {begins}: by {due}.",
    ),
    met_by=("not_to_issue_notified",),
    spared_by=("decision_to_issue_notified", "plan_sent"),
    sources=(sources.DECISION_NOT_TO_ISSUE,),
    exemption=IMPRACTICAL,
    excuses=COUNCIL,
    note=(
        "As soon as practicable. It binds only where no plan is issued, so saying that"
        " one will be, or sending it, ends it and is never late for it: see NA-09. The"
        " health commissioner and the school are told as well; the letter says how to"
        " appeal, and of mediation, disagreement resolution and independent advice."
    ),
)

NA_09 = Rule(
    id="NA-09",
    title="Say whether a plan will be issued",
    trigger="The council receives a request, or becomes responsible for the child",
    who="The council",
    clock=Limit(
        START,
        periods.TELL_EITHER_WAY,
        "It is good practice that the council tells you whether it will issue a plan"
        " within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("decision_to_issue_notified", "not_to_issue_notified", "plan_sent"),
    sources=(sources.OMBUDSMAN_ON_DECISIONS, sources.DECISION_NOT_TO_ISSUE),
    force=Force.PRACTICE,
    note=(
        "The Regulations set no date for a yes. The ombudsman and councils treat the"
        " sixteen weeks as the date to tell the family either way."
    ),
)

NA_10 = Rule(
    id="NA-10",
    title="Send the draft plan",
    trigger="The council receives a request, or becomes responsible for the child",
    who="The council",
    clock=Limits(
        START,
        periods.SEND_DRAFT,
        (("due_max", periods.SEND_DRAFT_AT_LATEST),),
        "It is good practice that the council sends you the draft plan within {period}"
        " of {event} on {begins}, by {due}, and at the latest by {due_max}, so that you"
        " have time to answer and a school can be asked before the final plan.",
    ),
    met_by=("draft_served",),
    sources=(sources.ADVISERS_ON_DRAFTS, sources.families_act(38, "(5)")),
    force=Force.PRACTICE,
    note=(
        "The law sets no date. Advisers (IPSEA) work to week 14, councils to week 16;"
        " both are shown. The draft must not name a school or a type of school."
    ),
)

NA_11 = Rule(
    id="NA-11",
    title="Time for the family to answer the draft plan",
    trigger="The draft plan is served on the family",
    who="The parent or young person",
    clock=Limit(
        ("draft_served",),
        periods.COMMENT_ON_DRAFT,
        "You have at least {period} to comment on the draft plan, ask for a school and"
        " ask for a meeting, beginning with {begins}, the day it was served: up to and"
        " including {due}.",
    ),
    met_by=("representations_received",),
    waits=("plan_sent",),
    sources=(sources.TIME_FOR_REPRESENTATIONS,),
    minimum=True,
    note=(
        "The least that must be allowed: a family that answers later is not late, but a"
        " final plan sent before the last day is too early, unless the family had"
        " already answered. The council also says where information about schools can"
        " be found."
    ),
)

NA_12 = Rule(
    id="NA-12",
    title="A school or college answers the consultation",
    trigger="The council consults a school or college about naming it",
    who="The school or college",
    clock=Limits(
        ("school_consulted",),
        periods.ANSWER_CONSULTATION,
        (("due_max", periods.ANSWER_CONSULTATION_AT_LATEST),),
        "It is good practice that a school or college answers the council within"
        " {period} of {event} on {begins}: by {due}, or by {due_max} where working days"
        " are counted.",
    ),
    met_by=("school_replied",),
    sources=(
        sources.CODE_ON_CONSULTATION,
        sources.COUNCIL_ON_CONSULTATION,
        sources.families_act(39, "(2)"),
        sources.families_act(40, "(3)"),
    ),
    force=Force.GUIDANCE,
    note=(
        "Calendar days, as the Code's words have it and most councils read it. Sources"
        " disagree: York counts working days, which the later date shows. No exemption"
        " is known, and the twenty weeks run on either way. Where another council"
        " maintains the school, that council is consulted too."
    ),
)

NA_13 = Rule(
    id="NA-13",
    title="Send the final plan",
    trigger="The council receives a request, or becomes responsible for the child",
    who="The council",
    clock=Limit(
        START,
        periods.SEND_FINAL_PLAN,
        "The council must send you the final plan within {period} of {event} on"
        " {begins}: by {due}.",
    ),
    met_by=("plan_sent",),
    sources=(sources.TIME_FOR_FINAL_PLAN, sources.W_V_HERTFORDSHIRE),
    exemption=IMPRACTICAL,
    excuses=COUNCIL,
    note=(
        "Sent to the family, the setting named in it and the health commissioner, as"
        " soon as practicable: twenty weeks is the most, not the aim."
    ),
)

OWN = (NA_03, NA_04, NA_07, NA_08, NA_09, NA_10, NA_11, NA_12, NA_13)

RULES = tuple(sorted((*OWN, *assessment_duties.RULES), key=lambda rule: rule.id))
