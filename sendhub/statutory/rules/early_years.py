"""Children below school age whom others tell the council of: EY-01 and EY-02."""

from sendhub.statutory.clocks.kinds import Duty
from sendhub.statutory.periods import plans as periods
from sendhub.statutory.rule import Force, Limit, Rule
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence

EY_01 = Rule(
    id="EY-01",
    title="Welcome a family after a referral to early years",
    trigger="The council receives a referral to early years support or portage",
    who="The council",
    clock=Limit(
        ("early_years_referral",),
        periods.WELCOME_A_FAMILY,
        "It is good practice that the council sends you a welcome letter within"
        " {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("welcome_sent",),
    sources=(sources.WELCOME_PROMISED,),
    force=Force.PRACTICE,
    note=(
        "A promise of the partnership, not a limit of the law. How long the family then"
        " waits until the support begins is counted from the same day."
    ),
)

EY_02 = Rule(
    id="EY-02",
    title="A health body tells the parents, and then the council",
    trigger="A health body thinks that a child under school age may have special needs",
    who="The health body",
    clock=Duty(
        "A health body that thinks a child under compulsory school age has or may have"
        " special educational needs must tell the parents, let them talk about it, and"
        " then tell the council.",
        sources.HEALTH_BODY_TELLS,
        Evidence.SECONDARY,
    ),
    sources=(sources.HEALTH_BODY_TELLS, sources.families_act(24)),
    note=(
        "It also names a voluntary organisation that is likely to help. The council is"
        " then responsible for the child, and NA-03 runs."
    ),
)

RULES = (EY_01, EY_02)
