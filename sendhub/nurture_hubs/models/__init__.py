"""Nurture hubs: the hubs, referrals to them, places in them and what came of them."""

from sendhub.nurture_hubs.models.ends import (
    Destination,
    OnwardRequest,
    Talk,
    TransitionStep,
)
from sendhub.nurture_hubs.models.hub import (
    Budget,
    Hub,
    HubCapacity,
    HubDay,
    HubHost,
    HubMember,
    HubPause,
)
from sendhub.nurture_hubs.models.measures import Measure, Score, Target
from sendhub.nurture_hubs.models.place import HubPlace
from sendhub.nurture_hubs.models.referral import Agreement, Referral, Visit

__all__ = [
    "Agreement",
    "Budget",
    "Destination",
    "Hub",
    "HubCapacity",
    "HubDay",
    "HubHost",
    "HubMember",
    "HubPause",
    "HubPlace",
    "Measure",
    "OnwardRequest",
    "Referral",
    "Score",
    "Talk",
    "Target",
    "TransitionStep",
    "Visit",
]
