"""The columns of the exported list of places: heading and where the value stands."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F, Value
from django.db.models.functions import Concat

from sendhub.core.exports import Made
from sendhub.people import exports as people

CHILD = Concat("child__given_names", Value(" "), "child__family_name")


def place_columns(*, on: Any) -> Mapping[str, Any]:
    """The columns; statuses are those of a day."""
    return {
        "Child": CHILD,
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
        "Ended early because": F("ended_because"),
        "Second stay because": F("again_because"),
        "Allocated": F("allocated_on"),
    }
