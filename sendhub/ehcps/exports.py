"""The columns of exported lists: heading and where the value stands."""

from typing import Any

from django.db.models import Case, CharField, F, Value, When
from django.db.models.enums import ChoicesType
from django.db.models.functions import Coalesce, Concat

from sendhub.ehcps.querysets import next_limit
from sendhub.ehcps.rules import Stage, Standing


def label(column: str, choices: ChoicesType) -> Case:
    """The words of a choice, worked out by the database."""
    whens = [
        When(**{column: value}, then=Value(words)) for value, words in choices.choices
    ]
    return Case(*whens, default=Value(""), output_field=CharField())


CHILD = Concat("case__child__given_names", Value(" "), "case__child__family_name")
REQUEST_COLUMNS: dict[str, Any] = {
    "Child": CHILD,
    "Date of birth": F("case__child__born_on"),
    "UPN": F("case__child__upn"),
    "Request received": F("received_on"),
    "Who asked": F("source__meaning"),
    "Stage": label("stage", Stage),
    "Next limit": next_limit("due_on"),
    "Its rule": next_limit("rule"),
    "Family told whether we assess": F("assess_told_on"),
    "Family told whether we issue": F("issue_told_on"),
    "Officer": F("case__officer__name"),
    "Team": F("case__team__name"),
}
PLAN_COLUMNS: dict[str, Any] = {
    "Child": CHILD,
    "Date of birth": F("case__child__born_on"),
    "UPN": F("case__child__upn"),
    "Standing": label("standing", Standing),
    "Issued": F("issued_on"),
    "Primary need": F("primary_need__meaning"),
    "Setting named": Coalesce("setting__name", "arrangement__meaning", Value("")),
    "Ceased": F("ceased_on"),
    "Reason for ceasing": F("cease_reason__meaning"),
    "Officer": F("case__officer__name"),
    "Team": F("case__team__name"),
}
