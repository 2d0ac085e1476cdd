"""The page of a list of cases: its order, its export, and the choosing of rows."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F

from sendhub.accounts.access import Request
from sendhub.casework.actions.handover import Chosen
from sendhub.casework.filters import CaseFilter
from sendhub.casework.models import Case
from sendhub.casework.querysets import CaseQuerySet
from sendhub.casework.rules import ServiceKey
from sendhub.core.exports import label
from sendhub.core.lists import Sort, read_keys
from sendhub.people import exports as people

SORTS: Mapping[str, Sort] = {
    "child": Sort("Child", ("child__sort_name", "pk")),
    "opened": Sort("Opened", ("opened_on", "pk"), indexed=True),
}
MOST = 1000
ALL = "all"


def ticked(request: Request, *, on: date) -> CaseQuerySet:
    """The cases that a list asks for: the rows ticked, or all that it shows."""
    if request.GET.get("which") == ALL:
        found: Any = CaseFilter(request, on=on).qs
        return found
    keys = read_keys(request.GET.getlist("case"))[:MOST]
    return Case.objects.open().chosen_by(request.user, keys)


def chosen_in(found: CaseQuerySet) -> list[Chosen]:
    """Which cases, and whose they are now, as far as one act gives away at once."""
    rows = found.order_by("pk").values_list("pk", "officer_id")
    return [Chosen(pk, officer or 0) for pk, officer in rows[: MOST + 1]]


def exported(*, on: date) -> Mapping[str, Any]:
    """The columns of the export; statuses are those of a day."""
    return {
        "Child": F("child_name"),
        "Date of birth": F("child__born_on"),
        "Statuses": people.statuses("child", on=on),
        "Case": F("reference_words"),
        "Service": label("service", ServiceKey),
        "Officer": F("officer__name"),
        "Team": F("team__name"),
        "Opened": F("opened_on"),
        "Given": F("assigned_at"),
        "Next date": F("due_on"),
    }
