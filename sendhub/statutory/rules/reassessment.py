"""Assessing again a child who has a plan: rules RA-01 to RA-03.

Children and Families Act 2014, s. 44; SEND Regulations 2014, regs. 23 to 27.
"""

from sendhub.statutory.exemptions import ADVICE, COUNCIL
from sendhub.statutory.periods import plans as periods
from sendhub.statutory.rule import Limit, Rule
from sendhub.statutory.rules.needs_assessment import IMPRACTICAL, NA_07
from sendhub.statutory.sources import plans as sources

RA_01 = Rule(
    id="RA-01",
    title="Decide whether to assess again",
    trigger="A parent, young person, school or health commissioner asks for it",
    who="The council",
    clock=Limit(
        ("reassessment_requested",),
        periods.DECIDE_REASSESSMENT,
        "The council must tell you whether it will assess again within {period} of"
        " {event} on {begins}: by {due}.",
    ),
    met_by=("reassessment_agreed_notified", "reassessment_refused_notified"),
    sources=(sources.DECISION_ON_REASSESSMENT, sources.send_regulations(24)),
    note=(
        "The council may refuse if it assessed within the last six months or thinks it"
        " not necessary; a request of the health commissioner must be met (reg. 23)."
    ),
)

RA_02 = Rule(
    id="RA-02",
    title="Give advice when a child is assessed again",
    trigger="The council asks for advice for a re-assessment",
    who=NA_07.who,
    clock=NA_07.clock,
    met_by=NA_07.met_by,
    sources=(sources.ADVICE_ON_REASSESSMENT, sources.COOPERATION_IN_ASSESSMENT),
    exemption=NA_07.exemption,
    excuses=ADVICE,
    note="The clock of NA-07: advice as in a first assessment (regs. 6 to 10).",
)

RA_03 = Rule(
    id="RA-03",
    title="Send the final plan after assessing again",
    trigger="The family is told of a re-assessment, or the council decides on one",
    who="The council",
    clock=Limit(
        ("reassessment_agreed_notified", "reassessment_decided"),
        periods.FINISH_REASSESSMENT,
        "The council must send you the final plan within {period} of {event} on"
        " {begins}: by {due}.",
    ),
    met_by=("plan_sent",),
    sources=(sources.TIME_FOR_REASSESSMENT,),
    exemption=IMPRACTICAL,
    excuses=COUNCIL,
    note="As soon as practicable: fourteen weeks is the most, not the aim.",
)

RULES = (RA_01, RA_02, RA_03)
