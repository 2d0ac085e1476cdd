"""A child with a plan who is assessed again."""

from datetime import date
from typing import Any

from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import NeedsAssessment, Plan
from tests.build.accounts import user
from tests.build.schools import code


def again(plan: Plan, **more: Any) -> NeedsAssessment:
    """A parent asked on 12 October 2026 to have the child assessed again."""
    facts: dict[str, Any] = {
        "received_on": date(2026, 10, 12),
        "source": code("REQUEST_SOURCE", "1"),
        "requester": "",
        "reasons": "His needs have changed.",
    }
    return ehcps.reassessment_log(plan=plan, by=user("caseworker"), **(facts | more))
