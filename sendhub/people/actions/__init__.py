"""Everything that changes a child's record."""

from sendhub.people.actions.child import (
    ChildDetails,
    child_died,
    child_edit,
    child_record,
    child_restrict,
    needs_set,
    restriction_lift,
)

__all__ = [
    "ChildDetails",
    "child_died",
    "child_edit",
    "child_record",
    "child_restrict",
    "needs_set",
    "restriction_lift",
]
