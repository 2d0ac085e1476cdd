"""EHC needs assessments, the advice for them, and the plans that follow."""

from sendhub.ehcps.models.assessment import Advice, NeedsAssessment
from sendhub.ehcps.models.ceasing import Ceasing
from sendhub.ehcps.models.commissioner import CommissionerChange
from sendhub.ehcps.models.correction import Correction
from sendhub.ehcps.models.exemption import Exemption
from sendhub.ehcps.models.extract import Extract
from sendhub.ehcps.models.moves import MoveIn, MoveOut
from sendhub.ehcps.models.plan import Plan, PlanSection, PlanVersion
from sendhub.ehcps.models.returned import Dispute, PlanReturn
from sendhub.ehcps.models.reversal import Reversal

__all__ = [
    "Advice",
    "Ceasing",
    "CommissionerChange",
    "Correction",
    "Dispute",
    "Exemption",
    "Extract",
    "MoveIn",
    "MoveOut",
    "NeedsAssessment",
    "Plan",
    "PlanReturn",
    "PlanSection",
    "PlanVersion",
    "Reversal",
]
