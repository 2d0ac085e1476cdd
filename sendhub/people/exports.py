"""What exported lists say of a child besides its plain columns."""

from datetime import date, datetime
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, F, OuterRef, Value, When
from django.db.models.functions import Coalesce, Concat

from sendhub import statutory
from sendhub.core.exports import Made, label
from sendhub.people.models import ChildStatus
from sendhub.people.rules import StatusKind


def statuses(path: str, *, on: date) -> Made:
    """The badges of a child in one cell, as the screen shows them beside the name.

    `path` leads from the exported row to the child.
    """
    whom = When(
        authority__isnull=False, then=Concat(Value(" by "), "authority__meaning")
    )
    by = Case(whom, default=Value(""), output_field=CharField())
    in_force = ChildStatus.objects.in_force(on=on).filter(child=OuterRef(path))
    named = in_force.annotate(words=Concat(label("kind", StatusKind), by))
    found = ArraySubquery(named.order_by("kind", "pk").values("words"))
    return Made((F(f"{path}__died_on"), F(f"{path}__restricted_at"), found), _badges)


def _badges(died: date | None, restricted: datetime | None, found: list[str]) -> str:
    shown = ["Restricted"] if restricted else []
    shown = ["Has died", *shown] if died else shown + found
    return "; ".join(shown)


def age(path: str, *, on: date) -> Made:
    """Age in whole years on a day, or at death."""

    @cache
    def years(born: date, died: date | None) -> int:
        return statutory.people.age_on(born, died or on)

    return Made((F(f"{path}__born_on"), F(f"{path}__died_on")), years)


def year_group(path: str, *, on: date) -> Made:
    """The year group on a day; none after a death."""

    @cache
    def words(born: date, died: date | None) -> str:
        return "" if died else statutory.people.year_group(born, on).label

    return Made((F(f"{path}__born_on"), F(f"{path}__died_on")), words)


def glass_columns() -> dict[str, Any]:
    """Who broke the glass: of the child only the record's number."""
    return {
        "From": F("starts_at"),
        "Until": Coalesce("ended_at", "ends_at"),
        "Who": F("user__name"),
        "Record number": F("child_id"),
        "Reason": F("reason"),
        "Reviewed": F("reviewed_at"),
        "Reviewed by": F("reviewed_by__name"),
        "Found": F("review_note"),
    }
