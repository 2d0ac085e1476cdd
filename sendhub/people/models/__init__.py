"""Children, the adults and professionals around them, and their statuses."""

from sendhub.people.models.around import (
    Address,
    Adult,
    Contact,
    Involvement,
    Professional,
    Withholding,
)
from sendhub.people.models.child import (
    Attendance,
    Child,
    ChildStatus,
    LocalityArea,
    NamedStaff,
    NotSame,
)
from sendhub.people.models.former import FormerName, FormerUpn
from sendhub.people.models.restriction import AccessGrant, AccessRequest

__all__ = [
    "AccessGrant",
    "AccessRequest",
    "Address",
    "Adult",
    "Attendance",
    "Child",
    "ChildStatus",
    "Contact",
    "FormerName",
    "FormerUpn",
    "Involvement",
    "LocalityArea",
    "NamedStaff",
    "NotSame",
    "Professional",
    "Withholding",
]
