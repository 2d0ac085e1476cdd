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
    TalkQuerySet,
)
from sendhub.nurture_hubs.querysets.referrals import (
    WAITING_ORDER,
    AgreementQuerySet,
    MeasureQuerySet,
    ReferralQuerySet,
    TargetQuerySet,
    VisitQuerySet,
)

__all__ = [
    "WAITING_ORDER",
    "AgreementQuerySet",
    "HubDayQuerySet",
    "HubQuerySet",
    "MeasureQuerySet",
    "MemberQuerySet",
    "PlaceQuerySet",
    "PlaceScopedQuerySet",
    "ReferralQuerySet",
    "StepQuerySet",
    "TalkQuerySet",
    "TargetQuerySet",
    "VisitQuerySet",
]
