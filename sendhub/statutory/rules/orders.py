"""What follows an order of the tribunal, or not opposing: rules TR-01 to TR-05.

SEND Regulations 2014, regs. 44 and 45; SI 2017/1306 for recommendations.
"""

from sendhub.statutory.clocks.by_matter import UNOPPOSED, ByMatter
from sendhub.statutory.clocks.kinds import Excusing, Limits, With
from sendhub.statutory.exemptions import COUNCIL
from sendhub.statutory.periods import appeals as periods
from sendhub.statutory.periods import exemptions as exemption_periods
from sendhub.statutory.periods import reversals as assessing
from sendhub.statutory.rule import Limit, Rule
from sendhub.statutory.sources import appeals as cited
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence

ORDER = ("tribunal_order",)
AS_NA_04 = (
    "Only where it is impractical for one of the reasons of NA-04 (TR-05). No new date"
    " takes its place."
)

TR_01 = Rule(
    id="TR-01",
    title="Cease the plan at once",
    trigger="The tribunal dismisses an appeal against ceasing the plan",
    who="The council",
    clock=With(
        "tribunal_order",
        "The tribunal agreed that the plan ends, so it ends on {begins}, the day of the"
        " order.",
        cited.ORDER_ON_CEASING,
        Evidence.SECONDARY,
    ),
    met_by=("plan_ceased",),
    sources=(cited.ORDER_ON_CEASING,),
)

TR_02 = Rule(
    id="TR-02",
    title="Assess, or assess again, after an order",
    trigger="The tribunal orders an assessment or a re-assessment",
    who="The council",
    clock=Limits(
        ("tribunal_order_to_assess",),
        assessing.ORDERED_PLAN,
        (
            ("due_notify", assessing.ORDERED_NOTIFY),
            ("due_not_to_issue", assessing.ORDERED_REFUSE),
        ),
        "From {event} on {begins} the council must tell you by {due_notify} that it"
        " assesses, and either refuse a plan by {due_not_to_issue} or send the final"
        " plan by {due}.",
    ),
    met_by=("plan_sent",),
    sources=(sources.AFTER_ORDER_TO_ASSESS,),
    exemption=AS_NA_04,
    excuses=COUNCIL,
)

TR_02A = Rule(
    id="TR-02a",
    title="Make the plan after an order",
    trigger="The tribunal orders the council to make a plan",
    who="The council",
    clock=Limits(
        ORDER,
        periods.ORDERED_FINAL,
        (("due_draft", periods.ORDERED_DRAFT),),
        "From {event} on {begins} the council must send you a draft plan by {due_draft}"
        " and the final plan by {due}.",
    ),
    met_by=("plan_sent",),
    sources=(cited.ORDER_TO_MAKE_PLAN,),
    exemption=AS_NA_04,
    excuses=COUNCIL,
)

TR_02B = Rule(
    id="TR-02b",
    title="Look again after an order",
    trigger="The tribunal sends the case back to the council",
    who="The council",
    clock=Limit(
        ORDER,
        periods.RECONSIDER,
        "The council must look at its decision again and tell you within {period} of"
        " {event} on {begins}: by {due}.",
    ),
    met_by=("reconsidered",),
    sources=(cited.ORDER_TO_RECONSIDER,),
    exemption=AS_NA_04,
    excuses=COUNCIL,
    note="The two weeks have not been checked against the Regulations.",
)

TR_02C = Rule(
    id="TR-02c",
    title="Amend the plan after an order",
    trigger="The tribunal orders the council to amend what the plan says",
    who="The council",
    clock=Limit(
        ORDER,
        periods.ORDERED_AMENDMENT,
        "The council must send you the amended plan within {period} of {event} on"
        " {begins}: by {due}.",
    ),
    met_by=("plan_sent",),
    sources=(cited.ORDER_TO_AMEND, cited.WESTMORLAND),
    exemption=AS_NA_04,
    excuses=COUNCIL,
)

TR_02D = Rule(
    id="TR-02d",
    title="Name the place after an order",
    trigger="The tribunal orders the council to name a school, college or type",
    who="The council",
    clock=Limit(
        ORDER,
        periods.ORDERED_PLACE,
        "The council must name the place in the plan within {period} of {event} on"
        " {begins}: by {due}.",
    ),
    met_by=("plan_sent",),
    sources=(cited.ORDER_ON_PLACE,),
    exemption=AS_NA_04,
    excuses=COUNCIL,
)

TR_02E = Rule(
    id="TR-02e",
    title="Keep the plan after an order",
    trigger="The tribunal orders the council to keep the plan",
    who="The council",
    clock=With(
        "tribunal_order",
        "The council must go on with the plan from {begins}, the day of the order.",
        cited.ORDER_TO_KEEP,
        Evidence.SECONDARY,
    ),
    met_by=("plan_kept",),
    sources=(cited.ORDER_TO_KEEP,),
)

TR_02F = Rule(
    id="TR-02f",
    title="Amend the plan that is to be kept",
    trigger="The tribunal orders the council to keep the plan and to amend it",
    who="The council",
    clock=Limit(
        ORDER,
        periods.AMEND_KEPT_PLAN,
        "The council must send you the plan it is to keep, as amended, within {period}"
        " of {event} on {begins}: by {due}.",
    ),
    met_by=("plan_sent",),
    sources=(cited.ORDER_TO_KEEP,),
    exemption=AS_NA_04,
    excuses=COUNCIL,
    note="The second half of TR-02e in our source.",
)

TR_03 = Rule(
    id="TR-03",
    title="Do what was asked after not opposing the appeal",
    trigger="The council tells the tribunal that it will not oppose the appeal",
    who="The council",
    clock=ByMatter(("unopposed_notice",), "refused_then_agreed_to_assess", UNOPPOSED),
    met_by=("plan_sent",),
    sources=(sources.UNOPPOSED_APPEAL, cited.UNOPPOSED_BEFORE_2015),
    exemption=AS_NA_04,
    excuses=COUNCIL,
    note=(
        "Counted from the council's notice to the tribunal. Until 22 March 2015 an"
        " amended plan was due in four weeks, which some pages still say; the other"
        " times of that law have not been read."
    ),
)

TR_04 = Rule(
    id="TR-04",
    title="Answer a recommendation on health or social care",
    trigger="The tribunal makes a recommendation on health or social care",
    who="The health commissioner, or the council for social care",
    clock=Limit(
        ("recommendation_made",),
        periods.RECOMMENDED,
        "The health commissioner, or the council for social care, must tell you in"
        " writing what it will do about the recommendation, or why it will not, within"
        " {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("recommendation_answered",),
    sources=(cited.RECOMMENDATION,),
    note=(
        "A recommendation does not bind; an answer with the steps or the reasons is"
        " owed. The health commissioner answers the family and the council; the council"
        " answers the family, with a copy to the Department for Education."
    ),
)

TR_05 = Rule(
    id="TR-05",
    title="When a limit after an order is excused",
    trigger="The council could not keep a limit after an order and has a reason",
    who="The council",
    clock=Excusing(
        COUNCIL,
        cited.EXCUSED_AFTER_ORDER,
        Evidence.SECONDARY,
        exemption_periods.TABLES,
    ),
    excuses=COUNCIL,
    sources=(cited.EXCUSED_AFTER_ORDER, sources.EXEMPTIONS),
    note=(
        "In substance as NA-04. The words of the regulation were seen in part only; one"
        " adviser says that here an absence of two weeks is enough, which is not used."
    ),
)

RULES = (
    TR_01,
    TR_02,
    TR_02A,
    TR_02B,
    TR_02C,
    TR_02D,
    TR_02E,
    TR_02F,
    TR_03,
    TR_04,
    TR_05,
)
