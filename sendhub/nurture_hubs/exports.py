"""The columns of exported lists: heading and where the value stands."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import F

from sendhub.casework.querysets import reference_in_sql
from sendhub.core.exports import FewRows, Made, Row, label
from sendhub.ehcps.exports import CHILD as CHILD_OF_CASE
from sendhub.nurture_hubs.models import Hub
from sendhub.nurture_hubs.rules import (
    OPEN,
    Need,
    Standing,
    place_state,
    weeks_between,
)
from sendhub.people import exports as people
from sendhub.people.models import Child
from sendhub.people.names import name_in_sql

CHILD = name_in_sql("child")


def place_columns(*, on: Any) -> Mapping[str, Any]:
    """The columns; statuses are those of a day."""
    return {
        "Child": CHILD,
        "Case": reference_in_sql("referral__case"),
        "Date of birth": F("child__born_on"),
        "Statuses": people.statuses("child", on=on),
        "Hub": F("hub__name"),
        "School": F("referral__setting__name"),
        "From a host school": F("from_host"),
        "Referral received": F("referral__received_on"),
        "First day": F("starts_on"),
        "Last day": F("ends_on"),
        "Days": Made(
            (F("starts_on"), F("ends_on")),
            lambda first, last: (last - first).days + 1,
        ),
        "Standing": Made(
            (F("starts_on"), F("ends_on"), F("withdrawn_at")),
            lambda first, last, taken_back: (
                place_state(first, last, taken_back=bool(taken_back), on=on).label
            ),
        ),
        "Ended early because": F("ended_because"),
        "Second stay because": F("again_because"),
        "Allocated": F("allocated_on"),
    }


def listed_table(found: Iterable[tuple[Any, Child | None, Hub | None]]) -> FewRows:
    """The records behind a number of the evaluation, as they are listed."""
    headings = ["Child", "Hub", "Comes from", "Referred", "First day", "Last day"]
    return FewRows(headings, [_listed(*one) for one in found])


def _listed(row: Any, child: Child | None, hub: Hub | None) -> Row:
    if child is None:
        return None, ["Restricted record", "", "", "", "", ""]
    origin = "A host school" if hub and row.from_host else "Another school"
    days = [getattr(row, "starts_on", None), getattr(row, "ends_on", None)]
    there = [str(hub), origin] if hub else ["None", ""]
    return child.pk, [child.known_as, *there, row.received_on, *days]


def referral_columns(*, on: date) -> Mapping[str, Any]:
    """The columns of referrals; statuses and the wait are those of a day."""
    return {
        "Child": CHILD_OF_CASE,
        "Case": reference_in_sql(),
        "Date of birth": F("case__child__born_on"),
        "Statuses": people.statuses("case__child", on=on),
        "School": F("setting__name"),
        "Received": F("received_on"),
        "Who referred": F("referrer"),
        "By the team itself": F("by_team"),
        "Need": label("need", Need),
        "Family agreed": F("consent_on"),
        "Where it stands": label("standing", Standing),
        "Waits since": F("waits_since"),
        "Weeks since then": Made(
            (F("waits_since"), F("standing")),
            lambda since, standing: (
                weeks_between(since, on) if standing == Standing.WAITING else ""
            ),
        ),
        "Weeks since the referral": Made(
            (F("received_on"), F("standing")),
            lambda came, standing: weeks_between(came, on) if standing in OPEN else "",
        ),
        "Ended": F("ended_on"),
        "Officer": F("case__officer__name"),
        "Team": F("case__team__name"),
    }
