"""Notices and early years referrals."""

from datetime import date
from typing import Any

from sendhub.accounts.models import User
from sendhub.intakes import actions
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind
from sendhub.people.models import Child
from tests.build.accounts import user
from tests.build.people import child
from tests.build.schools import code

BORN = date(2023, 5, 5)


def intake(
    *, child_: Child | None = None, by: User | None = None, **more: Any
) -> Intake:
    """A referral to portage of 2 November 2026, of a child aged three."""
    told: dict[str, Any] = {
        "kind": Kind.PORTAGE,
        "received_on": date(2026, 11, 2),
        "source": code("REQUEST_SOURCE", "3"),
        "informant": "Health visitors",
        "words": "She does not walk yet.",
        "parent_told_on": None,
        "dates_checked": True,
    }
    return actions.intake_log(
        child=child_ or child(born_on=BORN),
        by=by or user("caseworker"),
        **(told | more),
    )
