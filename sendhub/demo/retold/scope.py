# ruff: noqa: S608  every statement is made of our own names
"""What belongs to a child's life and is told again with it, and what is told once.

Read from the models: everything that a chain of foreign keys ties to a child is named
here, in one of two lists (`tests/demo/retold/test_scope.py`).
"""

from django.apps import apps
from django.db import models

from sendhub.core.errors import RuleBroken

# In the order of writing: what a trigger reads stands before, so do children and cases.
# Sections stand before their version: once that was sent, it takes no more.
TOLD = (
    "people.Child",
    "people.Adult",
    "people.Contact",
    "people.Address",
    "people.Withholding",
    "people.ChildStatus",
    "people.Attendance",
    "people.Involvement",
    "casework.Case",
    "casework.Note",
    "casework.Task",
    "ehcps.NeedsAssessment",
    "ehcps.Plan",
    "ehcps.PlanSection",
    "ehcps.PlanVersion",
    "ehcps.PlanReturn",
    "ehcps.Advice",
    "ehcps.Ceasing",
    "ehcps.MoveIn",
    "ehcps.MoveOut",
    "ehcps.CommissionerChange",
    "ehcps.Dispute",
    "intakes.Intake",
    "casework.Deadline",
    "ehcps.Exemption",
)
# Adults are a child's by their contact: no column of theirs names the child.
FOUND_BY = {"people.Adult": ("people.Contact", "adult_id")}

# These rows are left out of the life that is told again.
LEFT_OUT = {
    "people.FormerName": "a name of this child alone",
    "people.FormerUpn": "a number of this child alone",
    "people.ExternalNumber": "a number that another system gave this child alone",
    "casework.Document": "it stands for one file, and for its content",
    "casework.Handover": "it was written for one officer, about one case",
    "letters.Letter": "it stands for its two files, kept as they were made",
    "letters.Delivery": "it is the way of one letter",
    "letters.BatchRow": "it is a row of one order of letters",
}
# Nobody's life is told again who has one of these.
ALONE = {
    "people.NamedStaff": "who may open a restricted record is one person's decision",
    "people.AccessRequest": "somebody asked for this very record",
    "people.AccessGrant": "somebody was let into this very record",
    "people.Merge": "two records were brought together, row by row",
    "people.NotSame": "two children were told apart",
    "ehcps.Reversal": "it may be written only while the refusal still stands",
    "ehcps.Correction": "two people agreed on this very mistake",
    "nurture_hubs.Referral": "a hub has so many places, counted day by day",
    "nurture_hubs.Agreement": "it is part of a referral to a hub",
    "nurture_hubs.Measure": "it is part of a referral to a hub",
    "nurture_hubs.Score": "it is part of a referral to a hub",
    "nurture_hubs.Target": "it is part of a referral to a hub",
    "nurture_hubs.Visit": "it is part of the work of a hub",
    "nurture_hubs.HubPlace": "it is one of a hub's places",
    "nurture_hubs.Destination": "it follows a hub's place",
    "nurture_hubs.OnwardRequest": "it follows a hub's place",
    "nurture_hubs.Talk": "it follows a hub's place",
    "nurture_hubs.TransitionStep": "it follows a hub's place",
}
TOLD_ONCE = {**LEFT_OUT, **ALONE}


class CannotTell(RuleBroken):
    """Somebody whose life cannot be told of another child; says who and why."""


def told() -> list[type[models.Model]]:
    """The models whose rows are told again, in the order of writing."""
    return [apps.get_model(label) for label in TOLD]


def keys_of(model: type[models.Model]) -> list[models.ForeignKey]:
    """The foreign keys of a model, in the order of its columns."""
    return [f for f in model._meta.concrete_fields if isinstance(f, models.ForeignKey)]


def key_into(model: type[models.Model]) -> list[models.ForeignKey]:
    """The foreign keys by which rows are known to be part of a child's life.

    One that is always filled is enough. Where there is none, either of several.
    """
    inside = [
        key
        for key in keys_of(model)
        if key.related_model is not model
        and isinstance(key.related_model, type)
        and key.related_model._meta.label in TOLD
    ]
    always = [key for key in inside if not key.null]
    return always[:1] or inside


def hanging_on_children() -> set[str]:
    """Every model that a chain of foreign keys ties to a child, by its label."""
    found = {"people.Child", *FOUND_BY}
    there = [m for m in apps.get_models() if not hasattr(m, "pgh_tracked_model")]
    while True:
        more = {
            model._meta.label
            for model in there
            for key in keys_of(model)
            if isinstance(key.related_model, type)
            and key.related_model._meta.label in found
        }
        if more <= found:
            return found
        found |= more


def children_told_once() -> str:
    """A query for the children who have something that makes a life stand alone."""
    found = ["SELECT id AS child_id FROM people_child WHERE restricted_at IS NOT NULL"]
    for label in ALONE:
        model = apps.get_model(label)
        for key in keys_of(model):
            if path := _path_to_child(key):
                rows = f"{model._meta.db_table} t {path[0]}"
                found.append(f"SELECT {path[1]} FROM {rows}")
    return " UNION ".join(found)


def _path_to_child(key: models.ForeignKey) -> tuple[str, str] | None:
    """The joins from a row to its child's case, and the column with the child's key."""
    other = key.related_model
    if not isinstance(other, type) or other._meta.label not in TOLD:
        return None
    columns = {str(field.column) for field in other._meta.concrete_fields}
    case = "JOIN casework_case c ON c.id ="
    if other._meta.label == "people.Child":
        return "", f"t.{key.column}"
    if other._meta.label == "casework.Case":
        return f"{case} t.{key.column}", "c.child_id"
    if "case_id" in columns:
        table = other._meta.db_table
        return f"JOIN {table} o ON o.id = t.{key.column} {case} o.case_id", "c.child_id"
    return None
