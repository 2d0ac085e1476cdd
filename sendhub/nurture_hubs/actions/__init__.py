"""The acts on nurture hubs: the only writers of this app's tables."""

from sendhub.nurture_hubs.actions.place import (
    place_allocate,
    place_end,
    place_move,
    place_withdraw,
)
from sendhub.nurture_hubs.actions.referral import (
    agreement_record,
    agreement_withdraw,
    referral_end,
    referral_log,
    visit_log,
)

__all__ = [
    "agreement_record",
    "agreement_withdraw",
    "place_allocate",
    "place_end",
    "place_move",
    "place_withdraw",
    "referral_end",
    "referral_log",
    "visit_log",
]
