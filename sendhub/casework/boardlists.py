"""The lists behind the numbers of the team board: their orders and their exports."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F

from sendhub.casework.querysets import reference_in_sql
from sendhub.casework.rules import Ended
from sendhub.core.exports import label
from sendhub.core.lists import Sort
from sendhub.people import exports as people
from sendhub.people.names import name_in_sql

DEADLINES: Mapping[str, Sort] = {
    "due": Sort("Due", ("due_on", "pk")),
    "child": Sort("Child", ("child__sort_name", "pk")),
    "rule": Sort("What fell due", ("rule", "due_on", "pk")),
}
HANDOVERS: Mapping[str, Sort] = {
    "child": Sort("Child", ("case__child__sort_name", "pk")),
    "written": Sort("Written", ("written_at", "pk")),
}


def deadline_columns(*, on: date) -> Mapping[str, Any]:
    """The columns of the export of what fell due; statuses are those of a day."""
    return {
        "Child": F("child_name"),
        "Date of birth": F("child__born_on"),
        "Statuses": people.statuses("child", on=on),
        "Case": F("reference"),
        "What fell due": F("title"),
        "Rule": F("rule"),
        "Due": F("due_on"),
        "Met": F("met_on"),
        "What became of it": label("ended", Ended),
        "Officer": F("officer__name"),
        "Team": F("team__name"),
    }


def handover_columns(*, on: date) -> Mapping[str, Any]:
    """The columns of the export of handovers; statuses are those of a day."""
    return {
        "Child": name_in_sql("case__child"),
        "Statuses": people.statuses("case__child", on=on),
        "Case": reference_in_sql(),
        "For": F("given_to__name"),
        "Team": F("case__team__name"),
        "Written by": F("written_by__name"),
        "Written": F("written_at"),
    }
