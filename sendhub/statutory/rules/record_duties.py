"""What is owed to records and their readers, without a date: IR-04 to IR-07."""

from sendhub.statutory.clocks.kinds import Duty
from sendhub.statutory.rule import Force, Rule
from sendhub.statutory.sources import public as cited
from sendhub.statutory.sources.source import Evidence

IR_04 = Rule(
    id="IR-04",
    title="Hold health, disability and ethnicity with more care",
    trigger="The council records somebody's health, disability or ethnicity",
    who="The council",
    clock=Duty(
        "What the council records of your health, disability or ethnicity needs a"
        " special reason in law, a written policy and a check of the risks.",
        cited.SPECIAL_CATEGORIES,
        Evidence.UNVERIFIED,
    ),
    sources=(cited.SPECIAL_CATEGORIES,),
    note=(
        "A condition of article 9, the policy document of Schedule 1 and a data"
        " protection impact assessment."
    ),
)

IR_05 = Rule(
    id="IR-05",
    title="Keep the file as long as the council's schedule says",
    trigger="A plan ends, or the child is no longer the council's to look after",
    who="The council",
    clock=Duty(
        "No law that we found says how long the council keeps a child's file, so it"
        " keeps to a schedule of its own.",
        cited.RETENTION,
        Evidence.SECONDARY,
    ),
    sources=(cited.RETENTION,),
    force=Force.PRACTICE,
    note=(
        "Seen: 31 years from birth; 25 and 35 years from birth and six from the end of"
        " the case, as codes of one council's schedule that did not show which holds"
        " for this file; 75 years from the 18th birthday for a child who was looked"
        " after. The authority's own schedule is to be confirmed."
    ),
)

IR_06 = Rule(
    id="IR-06",
    title="Destroy nothing that an inquiry may ask for",
    trigger="A public inquiry asks that records be kept",
    who="The council",
    clock=Duty(
        "While a public inquiry may ask for a record the council should not destroy it,"
        " whatever its schedule says.",
        cited.HOLDS,
        Evidence.SECONDARY,
    ),
    sources=(cited.HOLDS,),
    force=Force.PRACTICE,
)

IR_07 = Rule(
    id="IR-07",
    title="Make pages that everyone can use",
    trigger="The council publishes a page, or opens one to staff or partners",
    who="The council",
    clock=Duty(
        "The council's pages must work for everyone, with or without a disability, and"
        " must say where they do not yet.",
        cited.ACCESSIBILITY,
        Evidence.SECONDARY,
    ),
    sources=(cited.ACCESSIBILITY,),
    note=(
        "WCAG 2.2 AA, which has been monitored since October 2024; some pages still say"
        " 2.1. Intranets and extranets are covered, and a statement is published."
    ),
)

RULES = (IR_04, IR_05, IR_06, IR_07)
