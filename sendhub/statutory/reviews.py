"""Reviews of a plan: rule AR-01.

Children and Families Act 2014, s. 44; SEND Regulations 2014, regs. 18 to 22.
"""

from sendhub.statutory import periods, sources
from sendhub.statutory.rule import Limit, Rule

AR_01 = Rule(
    id="AR-01",
    title="Review the plan every twelve months",
    trigger="The plan is first made, or the last review was completed",
    who="The council",
    clock=Limit(
        ("previous_review_completed", "plan_date"),
        periods.REVIEW_PLAN,
        "The council must review the plan, and tell you what it has decided, within"
        " {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("review_completed",),
    sources=(sources.YEARLY_REVIEW, sources.CODE_ON_REVIEWS),
    note=(
        "`plan_date` is the day the plan was first made; amending it does not move"
        " that day. A review is complete when its decision is sent (AR-02). The"
        " corresponding date is used, as councils and advisers do."
    ),
)

RULES = (AR_01,)
