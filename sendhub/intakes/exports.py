"""The columns of the exported list: heading and where the value stands."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Subquery

from sendhub.casework.models import Deadline
from sendhub.casework.querysets import reference_in_sql
from sendhub.core.exports import Made, label
from sendhub.ehcps.exports import CHILD
from sendhub.intakes.rules import Kind, Outcome, weeks_between
from sendhub.people import exports as people

LIMIT = Deadline.objects.open().filter(
    about_type="intakes.intake", about_id=OuterRef("pk")
)


def intake_columns(*, on: date) -> Mapping[str, Any]:
    """The columns; statuses and the wait are those of a day."""
    return {
        "Child": CHILD,
        "Case": reference_in_sql(),
        "Date of birth": F("case__child__born_on"),
        "Statuses": people.statuses("case__child", on=on),
        "What reached us": label("kind", Kind),
        "Received": F("received_on"),
        "Who told us": F("informant"),
        "Who told us (code)": F("source__meaning"),
        "Family told by them": F("parent_told_on"),
        "Letter sent": F("answered_on"),
        "Next limit": Subquery(LIMIT.values("due_on")[:1]),
        "What became of it": label("outcome", Outcome),
        "Ended": F("ended_on"),
        "Weeks waited": Made(
            (F("received_on"), F("ended_on")),
            lambda came, ended: weeks_between(came, ended or on),
        ),
        "Officer": F("case__officer__name"),
        "Team": F("case__team__name"),
    }
