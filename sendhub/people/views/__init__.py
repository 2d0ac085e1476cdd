"""Pages about children and the people around them."""

from sendhub.people.views.around import (
    address_change,
    adult_address_change,
    adult_edit,
    attendance_end,
    attendance_start,
    contact_add,
    contact_edit,
    contact_end,
    involvement_end,
    involvement_start,
    withholding_lift,
    withholding_set,
)
from sendhub.people.views.child import (
    child_chronology,
    child_contacts,
    child_looks,
    child_page,
)
from sendhub.people.views.corrections import address_correct, attendance_correct
from sendhub.people.views.record import (
    child_died,
    child_edit,
    child_record,
    child_restrict,
    child_search,
    children_not_same,
    restriction_lift,
    status_end,
    status_start,
)

__all__ = [
    "address_change",
    "address_correct",
    "adult_address_change",
    "adult_edit",
    "attendance_correct",
    "attendance_end",
    "attendance_start",
    "child_chronology",
    "child_contacts",
    "child_died",
    "child_edit",
    "child_looks",
    "child_page",
    "child_record",
    "child_restrict",
    "child_search",
    "children_not_same",
    "contact_add",
    "contact_edit",
    "contact_end",
    "involvement_end",
    "involvement_start",
    "restriction_lift",
    "status_end",
    "status_start",
    "withholding_lift",
    "withholding_set",
]
