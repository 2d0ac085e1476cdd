"""How long mediation, appeals and orders may take, by the law in force.

The times after an order or notice to assess are in `reversals.py`.
"""

from datetime import date

from sendhub.statutory.counting.lengths import Length, Unit
from sendhub.statutory.counting.working_days import TRIBUNAL, WorkingDays
from sendhub.statutory.periods.in_force import (
    PART_3_BEGINS,
    InForce,
    Periods,
    unchanged,
)
from sendhub.statutory.periods.reversals import REGULATION_45_AMENDED
from sendhub.statutory.sources import appeals as cited
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence

RECOMMENDATIONS_BEGIN = date(2018, 4, 3)
"""The trial of recommendations on health and social care began; it was kept."""

CONTACT_ADVISER = unchanged(
    "contact a mediation adviser",
    Length(2, Unit.MONTHS),
    cited.CONTACT_ADVISER,
    Evidence.LAW,
)
CERTIFY = unchanged(
    "give a mediation certificate",
    WorkingDays(3),
    cited.CERTIFICATE,
    Evidence.SECONDARY,
)
MEDIATE = unchanged(
    "arrange mediation",
    Length(30, Unit.DAYS),
    cited.MEDIATION,
    Evidence.SECONDARY,
)
MEDIATE_ON_HEALTH = unchanged(
    "arrange mediation on health",
    Length(30, Unit.DAYS),
    cited.MEDIATION,
    Evidence.SECONDARY,
)
TELL_HEALTH = unchanged(
    "tell the health commissioner of mediation",
    WorkingDays(3),
    cited.MEDIATION,
    Evidence.SECONDARY,
)
CERTIFY_AFTERWARDS = unchanged(
    "give a certificate after mediation",
    WorkingDays(3),
    cited.MEDIATION,
    Evidence.SECONDARY,
)
KEEP_OTHER_AGREEMENT = unchanged(
    "keep an agreement that could not be appealed",
    Length(2, Unit.WEEKS),
    sources.MEDIATION_AGREEMENT,
    Evidence.LAW,
)
PASS_ON_AGREEMENT = unchanged(
    "tell the council what was agreed",
    Length(1, Unit.WEEKS),
    sources.MEDIATION_AGREEMENT,
    Evidence.LAW,
)
APPEAL = unchanged("appeal", Length(2, Unit.MONTHS), cited.APPEAL, Evidence.LAW)
APPEAL_AFTER_CERTIFICATE = unchanged(
    "appeal after a mediation certificate",
    Length(1, Unit.MONTHS),
    cited.APPEAL,
    Evidence.LAW,
)
RESPOND = unchanged(
    "respond to an appeal",
    WorkingDays(30, calendar=TRIBUNAL),
    cited.RESPONSE,
    Evidence.SECONDARY,
)
ORDERED_DRAFT = unchanged(
    "send a draft plan after an order",
    Length(5, Unit.WEEKS),
    cited.ORDER_TO_MAKE_PLAN,
    Evidence.SECONDARY,
)
ORDERED_FINAL = unchanged(
    "send the final plan after an order",
    Length(11, Unit.WEEKS),
    cited.ORDER_TO_MAKE_PLAN,
    Evidence.SECONDARY,
)
RECONSIDER = unchanged(
    "look again after an order",
    Length(2, Unit.WEEKS),
    cited.ORDER_TO_RECONSIDER,
    Evidence.UNVERIFIED,
)
ORDERED_AMENDMENT = unchanged(
    "amend the plan after an order",
    Length(5, Unit.WEEKS),
    cited.ORDER_TO_AMEND,
    Evidence.LAW,
)
ORDERED_PLACE = unchanged(
    "name the place after an order",
    Length(2, Unit.WEEKS),
    cited.ORDER_ON_PLACE,
    Evidence.SECONDARY,
)
AMEND_KEPT_PLAN = unchanged(
    "amend a plan that is to be kept",
    Length(5, Unit.WEEKS),
    cited.ORDER_TO_KEEP,
    Evidence.SECONDARY,
)
UNOPPOSED_AMENDMENT = Periods(
    "amend the plan after not opposing an appeal",
    InForce(
        PART_3_BEGINS,
        Length(4, Unit.WEEKS),
        cited.UNOPPOSED_BEFORE_2015,
        Evidence.SECONDARY,
    ),
    InForce(
        REGULATION_45_AMENDED,
        Length(5, Unit.WEEKS),
        sources.UNOPPOSED_APPEAL,
        Evidence.LAW,
    ),
)
UNOPPOSED_PLACE = unchanged(
    "name the place after not opposing an appeal",
    Length(2, Unit.WEEKS),
    sources.UNOPPOSED_APPEAL,
    Evidence.LAW,
    REGULATION_45_AMENDED,
)
UNOPPOSED_DRAFT = unchanged(
    "send a draft plan after not opposing an appeal",
    Length(5, Unit.WEEKS),
    sources.UNOPPOSED_APPEAL,
    Evidence.LAW,
    REGULATION_45_AMENDED,
)
UNOPPOSED_FINAL = unchanged(
    "send the final plan after not opposing an appeal",
    Length(11, Unit.WEEKS),
    sources.UNOPPOSED_APPEAL,
    Evidence.LAW,
    REGULATION_45_AMENDED,
)
RECOMMENDED = unchanged(
    "answer a recommendation of the tribunal",
    Length(5, Unit.WEEKS),
    cited.RECOMMENDATION,
    Evidence.SECONDARY,
    RECOMMENDATIONS_BEGIN,
)
