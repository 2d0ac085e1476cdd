"""Short breaks and carers, without a date of their own: SB-01 to SB-05, 07 and 08."""

from sendhub.statutory.clocks.kinds import Duty
from sendhub.statutory.rule import Force, Rule
from sendhub.statutory.sources import placements as cited
from sendhub.statutory.sources.source import Evidence

SB_01 = Rule(
    id="SB-01",
    title="Think of carers when short breaks are planned",
    trigger="The council plans its short breaks",
    who="The council",
    clock=Duty(
        "When it plans short breaks the council must think of carers who could not go"
        " on without them, and of those who could care better with them.",
        cited.SHORT_BREAKS,
        Evidence.SECONDARY,
    ),
    sources=(
        cited.SHORT_BREAKS,
        cited.SHORT_BREAKS_DUTY,
    ),
    note=(
        "For example to study, to rest, to be with their other children or to do the"
        " daily tasks of a home."
    ),
)

SB_02 = Rule(
    id="SB-02",
    title="Offer a range of short breaks",
    trigger="The council plans its short breaks",
    who="The council",
    clock=Duty(
        "As far as it reasonably can, the council must offer care by day at home and"
        " elsewhere, care overnight, activities outside the home, and help in"
        " evenings, at weekends and in holidays.",
        cited.SHORT_BREAKS,
        Evidence.SECONDARY,
    ),
    sources=(cited.SHORT_BREAKS,),
)

SB_03 = Rule(
    id="SB-03",
    title="Publish what short breaks there are",
    trigger="The council offers short breaks",
    who="The council",
    clock=Duty(
        "The council must publish which short breaks there are, who can have them and"
        " how they meet what carers need, and must keep this under review with what"
        " carers say in mind.",
        cited.SHORT_BREAKS,
        Evidence.SECONDARY,
    ),
    sources=(cited.SHORT_BREAKS,),
    note=(
        "The short breaks services statement, first due on 1 October 2011. To publish"
        " it every year is local practice only."
    ),
)

SB_04 = Rule(
    id="SB-04",
    title="Look at the child and not only at the criteria",
    trigger="A short break is asked for",
    who="The council",
    clock=Duty(
        "Nobody has a right to a short break by the Regulations alone, but criteria"
        " must not be applied without looking at the child, and what a child was"
        " assessed to need must be given.",
        cited.SHORT_BREAKS_RIGHT,
        Evidence.SECONDARY,
        ("referral",),
    ),
    sources=(
        cited.SHORT_BREAKS_RIGHT,
        cited.HELP_IN_THE_PLAN,
    ),
    note=(
        "What is needed under section 2 of the Chronically Sick and Disabled Persons"
        " Act 1970 stands in section H1 of the plan."
    ),
)

SB_05 = Rule(
    id="SB-05",
    title="Assess the parent who cares, if asked",
    trigger="A parent of a disabled child asks for an assessment",
    who="The council",
    clock=Duty(
        "A disabled child counts as a child in need, and a parent who cares for one"
        " can ask the council to assess what the parent needs.",
        cited.CHILD_IN_NEED,
        Evidence.UNVERIFIED,
        ("referral",),
    ),
    sources=(cited.CHILD_IN_NEED,),
    note=("Section 17(10) and (11), and section 17ZD. This has not been checked."),
)

SB_07 = Rule(
    id="SB-07",
    title="Review the help that social care gives",
    trigger="Social care helps a child",
    who="The council",
    clock=Duty(
        "The help of social care, its money and short breaks should be looked at again"
        " from time to time, and no time for that has been found.",
        cited.CARE_REVIEWS,
        Evidence.UNVERIFIED,
        ("social_care_assessed",),
    ),
    sources=(cited.CARE_REVIEWS,),
    force=Force.GUIDANCE,
    note=(
        "A child in need plan, direct payments (the Regulations of 2009) and a yearly"
        " look at short breaks: no source was found."
    ),
)

SB_08 = Rule(
    id="SB-08",
    title="What the ombudsman has found wrong",
    trigger="A family complains about short breaks",
    who="The council",
    clock=Duty(
        "The ombudsman has found councils at fault who refused to assess, took more"
        " than a year, did not give the short breaks of a plan, did not assess the"
        " carer or took a complaint the wrong way.",
        cited.OMBUDSMAN_ON_BREAKS,
        Evidence.SECONDARY,
        ("referral",),
    ),
    sources=(cited.OMBUDSMAN_ON_BREAKS,),
    force=Force.GUIDANCE,
)

RULES = (SB_01, SB_02, SB_03, SB_04, SB_05, SB_07, SB_08)
