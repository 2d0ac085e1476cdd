"""What must be done in an assessment without a period of its own.

Rules NA-01, NA-02, NA-03n, NA-05, NA-06, NA-06a and NA-14: who may ask, who is told,
whose advice is sought, and what goes with a refusal or a final plan.
"""

from sendhub.statutory.clocks.kinds import Duty, With
from sendhub.statutory.rule import Rule
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence

NA_01 = Rule(
    id="NA-01",
    title="Who may ask for an assessment",
    trigger="Somebody asks for an assessment",
    who="A parent, a young person, or a person acting for a school or college",
    clock=Duty(
        "A parent, a young person who is over compulsory school age and under 25, or"
        " someone acting for a school or college may ask for an assessment, and the"
        " time runs from the day that any team of the council receives the request.",
        sources.WHO_MAY_ASK,
        Evidence.SECONDARY,
        ("request_received", "became_responsible"),
    ),
    sources=(
        sources.WHO_MAY_ASK,
        sources.families_act(24),
        sources.DECISION_WHETHER_TO_ASSESS,
    ),
    note=(
        "Anyone else may bring a child to the council's attention; the time then runs"
        " from the day the council becomes responsible for the child (s. 24)."
    ),
)

NA_02 = Rule(
    id="NA-02",
    title="Ask the family and tell the others before deciding",
    trigger="The council considers whether to assess",
    who="The council",
    clock=Duty(
        "Before it decides whether to assess, the council must ask what you think, and"
        " tell the health body, social care and the school, early years setting or"
        " college that it is deciding.",
        sources.CONSULT_BEFORE_DECIDING,
        Evidence.UNVERIFIED,
        ("request_received", "became_responsible"),
    ),
    sources=(sources.CONSULT_BEFORE_DECIDING, sources.send_regulations(4)),
    note="Within the six weeks of NA-03; no period of its own.",
)

NA_03N = Rule(
    id="NA-03n",
    title="What a refusal to assess must say",
    trigger="The family is told that the council will not assess",
    who="The council",
    clock=With(
        "refusal_to_assess_notified",
        "The letter of {begins} that refuses an assessment must itself give the"
        " reasons, your right of appeal and its time limit, and tell you of mediation,"
        " of disagreement resolution and of independent advice.",
        sources.WORDS_OF_REFUSAL,
        Evidence.LAW,
    ),
    sources=(sources.WORDS_OF_REFUSAL, sources.families_act(36, "(5)")),
)

NA_05 = Rule(
    id="NA-05",
    title="Ask for advice",
    trigger="The family is told that the council will assess",
    who="The council",
    clock=Duty(
        "Once it has decided to assess, the council must ask you, the school, health,"
        " an educational psychologist, social care and whoever else it needs for their"
        " advice, without waiting.",
        sources.ADVICE_SOUGHT,
        Evidence.SECONDARY,
        ("decision_to_assess_notified",),
    ),
    met_by=("advice_requested",),
    sources=(sources.ADVICE_SOUGHT,),
    note="No period of its own; those who are asked have six weeks (NA-07).",
)

NA_06 = Rule(
    id="NA-06",
    title="Whose advice must be sought",
    trigger="The council assesses",
    who="The council",
    clock=Duty(
        "The council must seek advice from you, the school, a health professional, an"
        " educational psychologist, social care and anyone you reasonably ask for.",
        sources.ADVICE_SOUGHT,
        Evidence.SECONDARY,
        ("decision_to_assess_notified",),
    ),
    met_by=("advice_requested",),
    sources=(sources.ADVICE_SOUGHT, sources.ADVICE_NOT_SOUGHT_AGAIN),
    exemption=(
        "It must not ask again for advice that its author, the council and the family"
        " agree to be sufficient."
    ),
    note=(
        "On needs, provision and outcomes: (a) the parent or young person; (b) the head"
        " or principal, or the early years lead, else a qualified person (this last is"
        " not yet checked); (c) a health professional whom the health commissioner"
        " names; (d) an educational psychologist; (e) social care; (f) anyone else the"
        " council thinks fit; (g) from Year 9, on preparing for adulthood; (h) anyone"
        " the family reasonably asks for."
    ),
)

NA_06A = Rule(
    id="NA-06a",
    title="Advice where sight or hearing is impaired",
    trigger="A child with impaired sight or hearing is assessed",
    who="The council",
    clock=Duty(
        "If your child's sight or hearing is impaired, the education advice must come"
        " from someone qualified to teach such children, or be given with them.",
        sources.ADVICE_ON_SENSES,
        Evidence.SECONDARY,
        ("decision_to_assess_notified",),
    ),
    sources=(sources.ADVICE_ON_SENSES,),
)

NA_14 = Rule(
    id="NA-14",
    title="What goes with the final plan",
    trigger="The final plan is sent to the family",
    who="The council",
    clock=With(
        "plan_sent",
        "With the final plan sent on {begins} the council must tell you of your right"
        " of appeal and its time limits, of mediation, of disagreement resolution and"
        " of independent advice.",
        sources.WORDS_WITH_PLAN,
        Evidence.SECONDARY,
    ),
    sources=(sources.WORDS_WITH_PLAN,),
)

RULES = (NA_01, NA_02, NA_03N, NA_05, NA_06, NA_06A, NA_14)
