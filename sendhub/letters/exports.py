"""The columns of the exported list: heading and where the value stands."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F

from sendhub.casework.querysets import reference_in_sql
from sendhub.core.exports import label
from sendhub.letters.rules import State, Way
from sendhub.people import exports as people
from sendhub.people.names import name_in_sql

CASE = "letter__case"
CHILD = f"{CASE}__child"


def outbox_columns(*, on: date) -> Mapping[str, Any]:
    """The columns of letters on their way; statuses are those of a day."""
    return {
        "Letter": F("letter__subject"),
        "Child": name_in_sql(CHILD),
        "Statuses": people.statuses(CHILD, on=on),
        "Case": reference_in_sql(CASE),
        "To": F("letter__to_name"),
        "E-mail": F("to_email"),
        "Made": F("letter__dated_on"),
        "Made by": F("letter__made_by__name"),
        "By": label("way", Way),
        "On its way": label("state", State),
        "Sent": F("sent_on"),
        "Remark": F("reason"),
    }
