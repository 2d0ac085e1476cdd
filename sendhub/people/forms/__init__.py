"""What may be typed about children and the people around them."""

from sendhub.people.forms.around import (
    AdultEditForm,
    ContactAddForm,
    ContactEditForm,
    InvolvementStartForm,
    WithholdingLiftForm,
    WithholdingSetForm,
)
from sendhub.people.forms.child import (
    ChildDiedForm,
    ChildEditForm,
    ChildrenNotSameForm,
    ChildRestrictForm,
    RestrictionLiftForm,
)
from sendhub.people.forms.child_record import ChildRecordForm
from sendhub.people.forms.periods import (
    AddressCorrectForm,
    AddressForm,
    AttendanceCorrectForm,
    AttendanceStartForm,
    EndForm,
    StatusStartForm,
)

__all__ = [
    "AddressCorrectForm",
    "AddressForm",
    "AdultEditForm",
    "AttendanceCorrectForm",
    "AttendanceStartForm",
    "ChildDiedForm",
    "ChildEditForm",
    "ChildRecordForm",
    "ChildRestrictForm",
    "ChildrenNotSameForm",
    "ContactAddForm",
    "ContactEditForm",
    "EndForm",
    "InvolvementStartForm",
    "RestrictionLiftForm",
    "StatusStartForm",
    "WithholdingLiftForm",
    "WithholdingSetForm",
]
