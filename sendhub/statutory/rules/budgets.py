"""Personal budgets and direct payments: rules PL-08 to PL-12.

Children and Families Act 2014, s. 49; SEN (Personal Budgets) Regulations 2014. The
numbers are our own.
"""

from sendhub.statutory.clocks.kinds import Duty, With
from sendhub.statutory.periods import plans as periods
from sendhub.statutory.rule import Limit, Rule
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence

PL_08 = Rule(
    id="PL-08",
    title="Prepare a personal budget when it is asked for",
    trigger="A family asks for a personal budget",
    who="The council",
    clock=Duty(
        "The council must prepare a personal budget if you ask for one once there is a"
        " draft plan, or whenever the plan is reviewed or the child assessed again.",
        sources.PREPARE_BUDGET,
        Evidence.SECONDARY,
        ("personal_budget_requested",),
    ),
    met_by=("personal_budget_prepared",),
    sources=(sources.PREPARE_BUDGET, sources.BUDGET_ASKED_FOR),
)

PL_09 = Rule(
    id="PL-09",
    title="What a refusal of a personal budget must say",
    trigger="The family is told that there will be no personal budget",
    who="The council",
    clock=With(
        "personal_budget_refused",
        "The letter of {begins} that refuses a personal budget must itself give the"
        " reasons, and say that you may ask once to have it looked at again.",
        sources.REFUSE_BUDGET,
        Evidence.SECONDARY,
    ),
    sources=(sources.REFUSE_BUDGET,),
)

PL_10 = Rule(
    id="PL-10",
    title="Pay enough for what was agreed",
    trigger="A direct payment is made",
    who="The council",
    clock=Duty(
        "A direct payment must be enough to pay for the help in the plan that it was"
        " agreed for.",
        sources.AMOUNT_OF_PAYMENT,
        Evidence.SECONDARY,
        ("direct_payment_from",),
    ),
    sources=(sources.AMOUNT_OF_PAYMENT,),
    note="It cannot buy the place at the school or college.",
)

PL_11 = Rule(
    id="PL-11",
    title="Review a direct payment for the first time",
    trigger="A direct payment begins",
    who="The council",
    clock=Limit(
        ("direct_payment_from",),
        periods.REVIEW_DIRECT_PAYMENT,
        "The council must look at how the direct payment is used within {period} of"
        " {event} on {begins}: by {due}.",
    ),
    met_by=("direct_payment_reviewed",),
    sources=(sources.REVIEW_PAYMENT,),
    note="And again at every review of the plan and every re-assessment.",
)

PL_12 = Rule(
    id="PL-12",
    title="Give notice before a direct payment is cut or ends",
    trigger="The council wants to pay less, or no longer",
    who="The council",
    clock=Duty(
        "Before the council lowers or ends a direct payment it must write to you in"
        " reasonable time with its reasons, and you may ask once for that to be looked"
        " at again.",
        sources.REDUCE_PAYMENT,
        Evidence.SECONDARY,
        ("direct_payment_from",),
    ),
    met_by=("direct_payment_notice",),
    sources=(sources.REDUCE_PAYMENT, sources.STOP_PAYMENT),
    note="How long a reasonable notice is, the source does not say.",
)

RULES = (PL_08, PL_09, PL_10, PL_11, PL_12)
