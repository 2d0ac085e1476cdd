"""A place, its money, and education elsewhere, without a date: IN-01 to 08 and 10."""

from sendhub.statutory.clocks.kinds import Duty
from sendhub.statutory.rule import Force, Rule
from sendhub.statutory.sources import placements as cited
from sendhub.statutory.sources.source import Evidence

IN_01 = Rule(
    id="IN-01",
    title="Name the school that the family asks for",
    trigger="The family asks for a school or college",
    who="The council",
    clock=Duty(
        "You can ask for any state school, college, non-maintained special school or"
        " approved independent school, and the council must name it unless it would"
        " not suit the child, would disturb the education of others or would be a bad"
        " use of money.",
        cited.NAMED_ON_REQUEST,
        Evidence.SECONDARY,
        ("draft_served",),
    ),
    sources=(
        cited.NAMED_ON_REQUEST,
        cited.RIGHT_TO_REQUEST,
    ),
    note=(
        "Unsuitable for age, ability, aptitude or special needs, or incompatible with"
        " the efficient education of others or the efficient use of resources (s."
        " 39(4)). Approved is what section 41 approves. For a wholly independent school"
        " the family can only make its case, the school must agree, and section 9 of"
        " the Education Act 1996 is the test, which has not been checked."
    ),
)

IN_02 = Rule(
    id="IN-02",
    title="Admit the child who is named",
    trigger="A plan names a school or college",
    who="The school or college",
    clock=Duty(
        "A school or college that a family can ask for by right must admit the child"
        " whose plan names it.",
        cited.DUTY_TO_ADMIT,
        Evidence.SECONDARY,
        ("plan_sent",),
    ),
    sources=(cited.DUTY_TO_ADMIT,),
    note=(
        "The council pays the fees of a school that it names (s. 63), which has not"
        " been checked."
    ),
)

IN_03 = Rule(
    id="IN-03",
    title="Who pays for a special place",
    trigger="A plan names a special school",
    who="The council of the area where the child lives",
    clock=Duty(
        "A special school has a sum for each place, the council where the child lives"
        " adds what the child needs, and an independent school is paid its whole price"
        " by contract.",
        cited.FUNDING,
        Evidence.SECONDARY,
    ),
    sources=(cited.FUNDING,),
    force=Force.GUIDANCE,
    note=(
        "Non-maintained special schools have their places from the Department for"
        " Education. The 6,000 or 10,000 pounds are not to be charged again where"
        " places are full. The independent price has not been checked."
    ),
)

IN_04 = Rule(
    id="IN-04",
    title="Settle the contract before the place begins",
    trigger="A place in an independent or non-maintained special school is agreed",
    who="The council and the school",
    clock=Duty(
        "Before the place begins the council should give the school the plan, any care"
        " plan and personal education plan and a name to turn to, and the school"
        " should say what makes up its price if asked.",
        cited.CONTRACT,
        Evidence.SECONDARY,
    ),
    sources=(cited.CONTRACT,),
    force=Force.PRACTICE,
    note=(
        "An old version of the contract was read; notice, yearly rises and the terms of"
        " 38 or 52 weeks were not seen."
    ),
)

IN_05 = Rule(
    id="IN-05",
    title="A school with care for most of the year",
    trigger="A school houses a child for 295 days a year or more",
    who="The school",
    clock=Duty(
        "A school that houses children for 295 days a year or more must be a"
        " children's home as well.",
        cited.CONTRACT,
        Evidence.SECONDARY,
    ),
    sources=(cited.CONTRACT,),
    note=(
        "School and home are one placement with two parts, also where the home stands"
        " elsewhere. What else is owed over 52 weeks, such as visits, has not been"
        " checked."
    ),
)

IN_06 = Rule(
    id="IN-06",
    title="Share the cost between services",
    trigger="Education, health and social care share a placement",
    who="The council and the health commissioner",
    clock=Duty(
        "Education, health and social care may share the cost of a placement, and no"
        " time for agreeing on it has been found.",
        cited.JOINT_FUNDING,
        Evidence.UNVERIFIED,
    ),
    sources=(cited.JOINT_FUNDING,),
    force=Force.GUIDANCE,
)

IN_07 = Rule(
    id="IN-07",
    title="Review a plan in an independent school alike",
    trigger="A review is held for a child in an independent school",
    who="The council",
    clock=Duty(
        "Every time limit of a review holds in an independent school too, but the"
        " council can make the school hold the meeting only where the Regulations name"
        " its kind.",
        cited.WHO_HOLDS_REVIEWS,
        Evidence.SECONDARY,
        ("meeting",),
    ),
    sources=(cited.WHO_HOLDS_REVIEWS,),
    note=("Regulation 20(12) names the kinds; see AR-05a."),
)

IN_08 = Rule(
    id="IN-08",
    title="Education outside school",
    trigger="No school or college would be right for the child",
    who="The council",
    clock=Duty(
        "The council may arrange education outside school only where any school,"
        " college or early years setting would be wrong for the child, and only after"
        " asking you.",
        cited.OUTSIDE_SCHOOL,
        Evidence.LAW,
    ),
    sources=(cited.OUTSIDE_SCHOOL,),
)

IN_10 = Rule(
    id="IN-10",
    title="Travel to school",
    trigger="A child or young person needs help to get there",
    who="The council",
    clock=Duty(
        "Free travel to school and help with travel after 16 have rules of their own,"
        " which have not been checked here.",
        cited.TRAVEL,
        Evidence.UNVERIFIED,
    ),
    sources=(cited.TRAVEL,),
    note=("Sections 508B and 509AA."),
)

RULES = (IN_01, IN_02, IN_03, IN_04, IN_05, IN_06, IN_07, IN_08, IN_10)
