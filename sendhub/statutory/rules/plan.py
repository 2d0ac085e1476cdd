"""The final plan itself: rules PL-01 to PL-03.

Our own numbers; the rules are those of section 2.2 of the source of this book.
"""

from sendhub.statutory.clocks.kinds import Duty, With
from sendhub.statutory.periods import plans as periods
from sendhub.statutory.rule import Force, Limit, Rule
from sendhub.statutory.sources import plans as sources
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
    sources=(sources.BA_V_NOTTINGHAMSHIRE, sources.JSH_V_WESTMORLAND),
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

RULES = (PL_01, PL_02, PL_03)
