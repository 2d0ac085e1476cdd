"""The times after a refusal to assess is reversed, by the law in force.

Two weeks to tell the family, ten to refuse a plan, fourteen to the final plan; from an
order (reg. 44(2)(b)) or from the council's notice that it does not oppose (reg. 45).
"""

from datetime import date

from sendhub.statutory.counting.lengths import Length, Unit
from sendhub.statutory.periods.in_force import unchanged
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence

REGULATION_45_AMENDED = date(2015, 3, 23)
"""SI 2015/359, reg. 8. The times before it have not been read, so none are given."""


ORDERED_NOTIFY = unchanged(
    "tell the family after an order to assess",
    Length(2, Unit.WEEKS),
    sources.AFTER_ORDER_TO_ASSESS,
    Evidence.SECONDARY,
)
ORDERED_REFUSE = unchanged(
    "refuse a plan after an order to assess",
    Length(10, Unit.WEEKS),
    sources.AFTER_ORDER_TO_ASSESS,
    Evidence.SECONDARY,
)
ORDERED_PLAN = unchanged(
    "send the final plan after an order to assess",
    Length(14, Unit.WEEKS),
    sources.AFTER_ORDER_TO_ASSESS,
    Evidence.SECONDARY,
)

UNOPPOSED_NOTIFY = unchanged(
    "tell the family after not opposing an appeal to assess",
    Length(2, Unit.WEEKS),
    sources.UNOPPOSED_APPEAL,
    Evidence.LAW,
    REGULATION_45_AMENDED,
)
UNOPPOSED_REFUSE = unchanged(
    "refuse a plan after not opposing an appeal to assess",
    Length(10, Unit.WEEKS),
    sources.UNOPPOSED_APPEAL,
    Evidence.LAW,
    REGULATION_45_AMENDED,
)
UNOPPOSED_PLAN = unchanged(
    "send the final plan after not opposing an appeal to assess",
    Length(14, Unit.WEEKS),
    sources.UNOPPOSED_APPEAL,
    Evidence.LAW,
    REGULATION_45_AMENDED,
)

AGREED_REFUSE = unchanged(
    "refuse a plan after agreeing to assess",
    Length(10, Unit.WEEKS),
    sources.OMBUDSMAN_ON_REVERSAL,
    Evidence.SECONDARY,
)
AGREED_PLAN = unchanged(
    "send the final plan after agreeing to assess",
    Length(14, Unit.WEEKS),
    sources.OMBUDSMAN_ON_REVERSAL,
    Evidence.SECONDARY,
)
