"""What may be typed about children and the people around them."""

from sendhub.people.forms.around import (
    AdultEditForm,
    ContactAddForm,
    ContactEditForm,
    InvolvementStartForm,
    ProfessionalEditForm,
    WithholdingLiftForm,
    WithholdingSetForm,
)
from sendhub.people.forms.child import (
    ChildDiedForm,
    ChildEditForm,
    ChildrenNotSameForm,
)
from sendhub.people.forms.child_record import ChildRecordForm
from sendhub.people.forms.elsewhere import NumberAddForm, NumberRemoveForm
from sendhub.people.forms.merge import ChildrenMergeForm, MergeUndoForm
from sendhub.people.forms.periods import (
    PLACE,
    AddressCorrectForm,
    AddressForm,
    AttendanceCorrectForm,
    AttendanceStartForm,
    EndForm,
    StatusStartForm,
)
from sendhub.people.forms.restriction import (
    AccessAskForm,
    AccessDecideForm,
    AccessGiveBackForm,
    AccessRevokeForm,
    ChildRestrictForm,
    GlassBreakForm,
    GlassReviewForm,
    RestrictionLiftForm,
    RestrictionReviewForm,
    StaffNameForm,
    StaffUnnameForm,
)

__all__ = [
    "PLACE",
    "AccessAskForm",
    "AccessDecideForm",
    "AccessGiveBackForm",
    "AccessRevokeForm",
    "AddressCorrectForm",
    "AddressForm",
    "AdultEditForm",
    "AttendanceCorrectForm",
    "AttendanceStartForm",
    "ChildDiedForm",
    "ChildEditForm",
    "ChildRecordForm",
    "ChildRestrictForm",
    "ChildrenMergeForm",
    "ChildrenNotSameForm",
    "ContactAddForm",
    "ContactEditForm",
    "EndForm",
    "GlassBreakForm",
    "GlassReviewForm",
    "InvolvementStartForm",
    "MergeUndoForm",
    "NumberAddForm",
    "NumberRemoveForm",
    "ProfessionalEditForm",
    "RestrictionLiftForm",
    "RestrictionReviewForm",
    "StaffNameForm",
    "StaffUnnameForm",
    "StatusStartForm",
    "WithholdingLiftForm",
    "WithholdingSetForm",
]
