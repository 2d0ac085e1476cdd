"""Filters on hubs, referrals and places."""

from sendhub.nurture_hubs.querysets.hubs import (
    HubDayQuerySet,
    HubQuerySet,
    MemberQuerySet,
)
from sendhub.nurture_hubs.querysets.places import (
    PlaceQuerySet,
    PlaceScopedQuerySet,
    StepQuerySet,
)
from sendhub.nurture_hubs.querysets.referrals import (
    AgreementQuerySet,
    MeasureQuerySet,
    ReferralQuerySet,
    TargetQuerySet,
    VisitQuerySet,
    waiting_columns,
)

__all__ = [
    "AgreementQuerySet",
    "HubDayQuerySet",
    "HubQuerySet",
    "MeasureQuerySet",
    "MemberQuerySet",
    "PlaceQuerySet",
    "PlaceScopedQuerySet",
    "ReferralQuerySet",
    "StepQuerySet",
    "TargetQuerySet",
    "VisitQuerySet",
    "waiting_columns",
]
