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
    NamedStaff,
)
from sendhub.people.models.elsewhere import ExternalNumber
from sendhub.people.models.former import FormerName, FormerUpn
from sendhub.people.models.locality import LocalityArea, Postcode
from sendhub.people.models.restriction import AccessGrant, AccessRequest
from sendhub.people.models.same import Merge, NotSame

__all__ = [
    "AccessGrant",
    "AccessRequest",
    "Address",
    "Adult",
    "Attendance",
    "Child",
    "ChildStatus",
    "Contact",
    "ExternalNumber",
    "FormerName",
    "FormerUpn",
    "Involvement",
    "LocalityArea",
    "Merge",
    "NamedStaff",
    "NotSame",
    "Postcode",
    "Professional",
    "Withholding",
]
