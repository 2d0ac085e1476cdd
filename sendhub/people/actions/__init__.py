"""Everything that changes a child's record."""

from sendhub.people.actions.access import (
    access_ask,
    access_decide,
    access_give_back,
    access_revoke,
    glass_break,
    glass_review,
)
from sendhub.people.actions.around import (
    AdultDetails,
    ContactDetails,
    adult_edit,
    contact_add,
    contact_edit,
    contact_end,
    involvement_end,
    involvement_start,
    professional_edit,
    withholding_lift,
    withholding_set,
)
from sendhub.people.actions.child import (
    ChildDetails,
    NewChild,
    child_died,
    child_edit,
    child_record,
    children_not_same,
    needs_set,
)
from sendhub.people.actions.corrections import address_correct, attendance_correct
from sendhub.people.actions.directory import postcodes_import
from sendhub.people.actions.elsewhere import number_add, number_remove
from sendhub.people.actions.merge import children_merge, merge_undo, shown_of
from sendhub.people.actions.moving_on import attendances_move
from sendhub.people.actions.places import (
    address_change,
    adult_address_change,
    attendance_end,
    attendance_start,
    locality_set,
)
from sendhub.people.actions.restriction import (
    child_restrict,
    restriction_lift,
    restriction_review,
    staff_name,
    staff_unname,
)
from sendhub.people.actions.statuses import status_end, status_start

__all__ = [
    "AdultDetails",
    "ChildDetails",
    "ContactDetails",
    "NewChild",
    "access_ask",
    "access_decide",
    "access_give_back",
    "access_revoke",
    "address_change",
    "address_correct",
    "adult_address_change",
    "adult_edit",
    "attendance_correct",
    "attendance_end",
    "attendance_start",
    "attendances_move",
    "child_died",
    "child_edit",
    "child_record",
    "child_restrict",
    "children_merge",
    "children_not_same",
    "contact_add",
    "contact_edit",
    "contact_end",
    "glass_break",
    "glass_review",
    "involvement_end",
    "involvement_start",
    "locality_set",
    "merge_undo",
    "needs_set",
    "number_add",
    "number_remove",
    "postcodes_import",
    "professional_edit",
    "restriction_lift",
    "restriction_review",
    "shown_of",
    "staff_name",
    "staff_unname",
    "status_end",
    "status_start",
    "withholding_lift",
    "withholding_set",
]
