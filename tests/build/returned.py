"""What the return asks of plans, and mediation and appeals."""

from datetime import date
from typing import Any

from sendhub.casework.models import Case
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import Dispute, Plan, PlanReturn
from sendhub.ehcps.rules import Forum, Matter
from sendhub.people.rules import Provision
from tests.build.accounts import user


def plan_return(plan: Plan, **more: Any) -> PlanReturn:
    """An ordinary place, and no personal budget."""
    flags: dict[str, Any] = {
        "personal_budget": False,
        "organised": False,
        "direct_payment": None,
        "residential": None,
        "work_based": None,
        "provision": Provision.ORDINARY if plan.setting_id else "",
        "explained": "",
        "second_setting": None,
        "second_provision": "",
    }
    by = more.pop("by", None) or user("caseworker")
    return ehcps.plan_return_record(plan=plan, by=by, **(flags | more))


def dispute(case: Case, **more: Any) -> Dispute:
    """Mediation about the decision not to assess, on 12 October 2026."""
    terms: dict[str, Any] = {
        "about": Matter.ASSESS,
        "forum": Forum.MEDIATION,
        "happened_on": date(2026, 10, 12),
        "detail": "Nothing was agreed.",
    }
    by = more.pop("by", None) or user("caseworker")
    return ehcps.dispute_record(case=case, by=by, **(terms | more))
