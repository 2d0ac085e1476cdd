"""Filters on children and the people around them."""

from sendhub.people.querysets.around import (
    AddressQuerySet,
    AdultQuerySet,
    ContactQuerySet,
    PostcodeQuerySet,
    ProfessionalQuerySet,
    WithholdingQuerySet,
    digits_of,
)
from sendhub.people.querysets.children import (
    ChildQuerySet,
    LocalityAreaQuerySet,
    MergeQuerySet,
    NotSameQuerySet,
    Slips,
)
from sendhub.people.querysets.elsewhere import ExternalNumberQuerySet
from sendhub.people.querysets.involvements import InvolvementQuerySet
from sendhub.people.querysets.restriction import (
    AccessGrantQuerySet,
    AccessRequestQuerySet,
    NamedStaffQuerySet,
)
from sendhub.people.querysets.scoped import (
    AttendanceQuerySet,
    ChildScopedQuerySet,
    DatedQuerySet,
    badges_of,
    register_sight,
    setting_of,
    sights,
)

__all__ = [
    "AccessGrantQuerySet",
    "AccessRequestQuerySet",
    "AddressQuerySet",
    "AdultQuerySet",
    "AttendanceQuerySet",
    "ChildQuerySet",
    "ChildScopedQuerySet",
    "ContactQuerySet",
    "DatedQuerySet",
    "ExternalNumberQuerySet",
    "InvolvementQuerySet",
    "LocalityAreaQuerySet",
    "MergeQuerySet",
    "NamedStaffQuerySet",
    "NotSameQuerySet",
    "PostcodeQuerySet",
    "ProfessionalQuerySet",
    "Slips",
    "WithholdingQuerySet",
    "badges_of",
    "digits_of",
    "register_sight",
    "setting_of",
    "sights",
]
