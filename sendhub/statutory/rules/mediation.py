"""Mediation before an appeal: rules ME-01 to ME-07.

SEND Regulations 2014, regs. 32 to 42. ME-01 sets no date: any appeal but one
about the place alone needs a certificate.
"""

from sendhub.statutory.clocks.by_matter import AGREED, ByMatter
from sendhub.statutory.clocks.kinds import Duty
from sendhub.statutory.exemptions import COUNCIL
from sendhub.statutory.periods import appeals as periods
from sendhub.statutory.rule import Limit, Rule
from sendhub.statutory.sources import appeals as cited
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence, families_act

MEDIATION_FIRST = families_act(55)

ME_01 = Rule(
    id="ME-01",
    title="Have a mediation certificate before appealing",
    trigger="The family wants to appeal about anything but the place alone",
    who="The parent or young person",
    clock=Duty(
        "You need a certificate from a mediation adviser before you appeal, unless the"
        " appeal is only about the school or college named in the plan.",
        MEDIATION_FIRST,
        Evidence.SECONDARY,
    ),
    sources=(MEDIATION_FIRST,),
)

ME_02 = Rule(
    id="ME-02",
    title="Contact a mediation adviser",
    trigger="The council sends a decision that can be appealed",
    who="The parent or young person",
    clock=Limit(
        ("decision_letter",),
        periods.CONTACT_ADVISER,
        "If you want to appeal about anything but the place alone, you must contact a"
        " mediation adviser within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("adviser_contacted",),
    sources=(cited.CONTACT_ADVISER,),
    note="Counted from the day the council sent its written notice.",
)

ME_03 = Rule(
    id="ME-03",
    title="Give the certificate to a family that does not want mediation",
    trigger="The family tells the adviser that it does not want mediation",
    who="The mediation adviser",
    clock=Limit(
        ("mediation_declined",),
        periods.CERTIFY,
        "The mediation adviser must give you a certificate within {period} of {begins},"
        " the day of {event}: by {due}.",
    ),
    met_by=("mediation_certificate",),
    sources=(cited.CERTIFICATE,),
)

ME_04 = Rule(
    id="ME-04",
    title="Arrange the mediation",
    trigger="The family tells the council that it wants mediation",
    who="The council",
    clock=Limit(
        ("mediation_requested",),
        periods.MEDIATE,
        "The council must arrange the mediation and take part in it within {period} of"
        " {begins}, the day of {event}: by {due}.",
    ),
    met_by=("mediation_held",),
    sources=(cited.MEDIATION,),
    note="Thirty days of the calendar.",
)

ME_04A = Rule(
    id="ME-04a",
    title="Arrange the mediation that is only about health",
    trigger="The council tells the health commissioner of the mediation",
    who="The health commissioner",
    clock=Limit(
        ("icb_notified_of_mediation",),
        periods.MEDIATE_ON_HEALTH,
        "The health commissioner must arrange the mediation within {period} of"
        " {begins}, the day of {event}: by {due}.",
    ),
    met_by=("mediation_held",),
    sources=(cited.MEDIATION,),
    note="One charity says thirty working days; nothing was found to support it.",
)

ME_05 = Rule(
    id="ME-05",
    title="Tell the health commissioner of the mediation",
    trigger="The family wants mediation about health provision",
    who="The council",
    clock=Limit(
        ("mediation_requested",),
        periods.TELL_HEALTH,
        "The council must tell each health commissioner within {period} of {begins},"
        " the day of {event}: by {due}.",
    ),
    met_by=("icb_notified_of_mediation",),
    sources=(cited.MEDIATION,),
)

ME_06 = Rule(
    id="ME-06",
    title="Give the certificate after mediation, or when there can be none in time",
    trigger="Mediation is held, or the council tells the adviser that it cannot be",
    who="The mediation adviser",
    clock=Limit(
        ("adviser_told_no_mediation", "mediation_held"),
        periods.CERTIFY_AFTERWARDS,
        "The mediation adviser must give you a certificate within {period} of {begins},"
        " the day of {event}: by {due}.",
    ),
    met_by=("mediation_certificate",),
    sources=(cited.MEDIATION,),
    note=(
        "A council that cannot arrange mediation within the thirty days of ME-04 tells"
        " the adviser, whose certificate then says so. The time after mediation is"
        " known from a draft of the Code."
    ),
)

ME_07 = Rule(
    id="ME-07",
    title="Keep the mediation agreement",
    trigger="Agreement is reached at mediation and written down",
    who="The council",
    clock=ByMatter(
        ("mediation_agreement",),
        "mediation_agreement_to_assess",
        AGREED,
        other_date="agreed_by",
    ),
    met_by=("plan_sent", "agreement_kept"),
    exemption=(
        "On what could be appealed, as after an order (TR-05); on anything else, none."
        " What the parties agree in writing takes the place of either time."
    ),
    excuses=COUNCIL,
    sources=(
        sources.AFTER_ORDER_TO_ASSESS,
        sources.MEDIATION_AGREEMENT,
        cited.ORDER_TO_MAKE_PLAN,
        cited.ORDER_TO_AMEND,
        cited.ORDER_ON_PLACE,
        cited.ORDER_TO_KEEP,
    ),
    note=(
        "On what could be appealed, the times of regulation 44 as if the tribunal had"
        " ordered it; on anything else two weeks; or what the parties agree in writing"
        " (reg. 42(5)). The health commissioner is bound alike."
    ),
)

ME_07A = Rule(
    id="ME-07a",
    title="Tell the council what was agreed",
    trigger="Agreement is reached at mediation without the council",
    who="The health commissioner",
    clock=Limit(
        ("mediation_agreement",),
        periods.PASS_ON_AGREEMENT,
        "If the council was not at the mediation, the health commissioner must tell it"
        " what was agreed within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("agreement_passed_on",),
    sources=(sources.MEDIATION_AGREEMENT,),
)

RULES = (
    ME_01,
    ME_02,
    ME_03,
    ME_04,
    ME_04A,
    ME_05,
    ME_06,
    ME_07,
    ME_07A,
)
