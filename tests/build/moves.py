"""Families who move here, and who move away."""

from datetime import date
from typing import Any

from sendhub.casework.models import Case
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.models import (
    CommissionerChange,
    Correction,
    MoveIn,
    MoveOut,
    NeedsAssessment,
    Plan,
)
from sendhub.people.models import Child
from tests.build.accounts import user
from tests.build.people import child
from tests.build.schools import code


def move_in(*, child_: Child | None = None, **more: Any) -> MoveIn:
    """A plan of 2 March 2026 that came from Shropshire on 5 October 2026."""
    facts: dict[str, Any] = {
        "authority": code("LA_CODE", "893"),
        "moved_on": date(2026, 10, 1),
        "transferred_on": date(2026, 10, 5),
        "made_on": date(2026, 3, 2),
        "last_review_on": None,
        "setting": None,
        "arrangement": code("SEN_SETTING", "OTH"),
        "primary_need": code("SEN_TYPE", "SLCN"),
        "secondary_need": None,
        "paper": [],
        "officer": None,
    }
    by = more.pop("by", None) or user("caseworker")
    return ehcps.move_in_log(child=child_ or child(), by=by, **(facts | more))


def awaited(*, child_: Child | None = None, **more: Any) -> MoveIn:
    """A child from Shropshire since 1 October 2026, whose plan was asked for then."""
    facts: dict[str, Any] = {
        "authority": code("LA_CODE", "893"),
        "moved_on": date(2026, 10, 1),
        "asked_on": date(2026, 10, 2),
        "officer": None,
    }
    by = user("caseworker")
    return ehcps.plan_await(child=child_ or child(), by=by, **(facts | more))


def commissioner(plan: Plan, **more: Any) -> CommissionerChange:
    """Another health commissioner since 2 November 2026, not for a move."""
    facts: dict[str, Any] = {
        "commissioner": "NHS Shropshire",
        "with_move": False,
        "changed_on": date(2026, 11, 2),
        "known_on": date(2026, 11, 2),
    }
    by = user("caseworker")
    return ehcps.commissioner_change(plan=plan, by=by, **(facts | more))


def move_correction(of: MoveIn | MoveOut, **more: Any) -> Correction:
    """A caseworker asks to have a date of a move corrected."""
    facts: dict[str, Any] = {
        "new_on": None,
        "reason": "The letter is of that day.",
    }
    by = more.pop("by", None) or user("caseworker")
    asks = ehcps.move_in_correct if isinstance(of, MoveIn) else ehcps.move_out_correct
    return asks(move=of, by=by, **(facts | more))


def taken_over(*, child_: Child | None = None, **more: Any) -> NeedsAssessment:
    """A child who came from Shropshire while being assessed there."""
    facts: dict[str, Any] = {
        "authority": code("LA_CODE", "893"),
        "moved_on": date(2026, 10, 1),
        "received_on": date(2026, 10, 6),
        "how_far": "Advice was asked for.",
        "source": code("REQUEST_SOURCE", "1"),
        "requester": "",
        "reasons": "He falls behind.",
        "youth_accommodation": False,
    }
    by = user("caseworker")
    return ehcps.request_take_over(child=child_ or child(), by=by, **(facts | more))


def move_out(case_: Case, **more: Any) -> MoveOut:
    """A family that moves to Shropshire on 18 November 2026, known since the 2nd."""
    facts: dict[str, Any] = {
        "moves_on": date(2026, 11, 18),
        "known_on": date(2026, 11, 2),
        "authority": code("LA_CODE", "893"),
        "country": "",
    }
    by = user("caseworker")
    return ehcps.move_out_record(case=case_, by=by, **(facts | more))
