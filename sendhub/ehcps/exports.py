"""The columns of exported lists: heading and where the value stands."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Case, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce

from sendhub.casework.querysets import reference_in_sql
from sendhub.core.exports import FewRows, Made, label
from sendhub.ehcps.models import Correction, MoveOut
from sendhub.ehcps.quality import Broken, Counts, conditions
from sendhub.ehcps.querysets import next_limit
from sendhub.ehcps.rules import (
    OPEN,
    AdviceKind,
    Begun,
    MoveOutEnd,
    Quality,
    Stage,
    Standing,
)
from sendhub.ehcps.rules.sen2 import RETURN_RULES
from sendhub.people import exports as people
from sendhub.people.names import name_in_sql

CHILD = name_in_sql("case__child")


def request_columns(*, on: date) -> Mapping[str, Any]:
    """The columns of the requests' export; statuses are those of a day."""
    return {
        "Child": CHILD,
        "Case": reference_in_sql(),
        "Date of birth": F("case__child__born_on"),
        "UPN": F("case__child__upn"),
        "Statuses": people.statuses("case__child", on=on),
        "Request received": F("received_on"),
        "Time runs from": label("begun", Begun),
        "Who asked": F("source__meaning"),
        "Stage": label("stage", Stage),
        "Next limit": next_limit("due_on"),
        "Its rule": next_limit("rule"),
        "Family told whether we assess": F("assess_told_on"),
        "Family told whether we issue": F("issue_told_on"),
        "Moved away": Subquery(
            MoveOut.objects.filter(assessment=OuterRef("pk"), ended=MoveOutEnd.GONE)
            .order_by("pk")
            .values("ended_on")[:1]
        ),
        "Officer": F("case__officer__name"),
        "Team": F("case__team__name"),
    }


def advice_columns(*, on: date) -> Mapping[str, Any]:
    """The columns of the export of advice; days are counted to a day."""
    case = "assessment__case"
    return {
        "Service": label("kind", AdviceKind),
        "Asked of": F("asked_of"),
        "Child": name_in_sql(f"{case}__child"),
        "Case": reference_in_sql(case),
        "Asked": F("asked_on"),
        "Due": F("due_on"),
        "Received": F("received_on"),
        "Days late": Made(
            (F("due_on"), F("received_on"), F("assessment__stage")),
            lambda due, here, stage: (
                max(0, ((here or on) - due).days) if here or stage in OPEN else ""
            ),
        ),
        "Sent back": label("quality", Quality),
        "Officer": F(f"{case}__officer__name"),
        "Team": F(f"{case}__team__name"),
    }


def plan_columns(*, on: date) -> Mapping[str, Any]:
    """The columns of the plans' export; ages and statuses are those of a day."""
    return {
        "Child": CHILD,
        "Case": reference_in_sql(),
        "Date of birth": F("case__child__born_on"),
        "UPN": F("case__child__upn"),
        "Age": people.age("case__child", on=on),
        "Year group": people.year_group("case__child", on=on),
        "Statuses": people.statuses("case__child", on=on),
        "Standing": label("standing", Standing),
        "Issued": F("issued_on"),
        "Primary need": F("primary_need__meaning"),
        "Setting named": Coalesce("setting__name", "arrangement__meaning", Value("")),
        "Transferred in": F("move_in__transferred_on"),
        "From authority": Coalesce("move_in__authority__meaning", Value("")),
        "Ceased": F("ceased_on"),
        "Reason for ceasing": F("cease_reason__meaning"),
        "Officer": F("case__officer__name"),
        "Team": F("case__team__name"),
    }


def correction_table(waiting: Iterable[Correction]) -> FewRows:
    """The corrections that wait for a second person: never many."""
    headings = ["Child", "Case", "What is wrong", "From", "To", "Asked by", "Asked"]
    rows = [
        (
            one.case.child_id,
            [
                str(one.case.child),
                one.case.reference,
                str(one),
                one.old,
                one.new,
                str(one.asked_by),
                one.asked_at,
            ],
        )
        for one in waiting
    ]
    return FewRows(headings, rows)


def quality_columns(*, on: date) -> Mapping[str, Any]:
    """The columns of the export of data quality: each rule, broken or not."""
    found = {
        f"{rule}: {RETURN_RULES[rule].title}": Case(
            When(condition, then=Value("yes")), default=Value("")
        )
        for rule, condition in conditions(on=on).items()
    }
    return {
        "Child": name_in_sql("child"),
        "Case": reference_in_sql(None),
        "Date of birth": F("child__born_on"),
        "Officer": F("officer__name"),
        "Team": F("team__name"),
        **found,
    }


def quality_table(counts: Counts) -> FewRows:
    """The rules of the return as they are counted on the page."""
    headings = ["What is missing or odd", "Rule", "Kind", "Cases"]
    return FewRows(headings, [(None, _counted(one)) for one in counts.rows])


def _counted(one: Broken) -> list[Any]:
    kind = "To mend" if one.rule.must_mend else "To check"
    return [one.rule.title, one.rule.id, kind, one.cases]
