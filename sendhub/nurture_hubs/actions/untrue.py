"""Letters that have not gone yet and are not so any more."""

from collections.abc import Iterable

from sendhub.letters.actions import stop_untrue
from sendhub.nurture_hubs.models import HubPlace


def letters_stop(place: HubPlace, kinds: Iterable[str], *, reason: str) -> None:
    """Stop letters about a place; called inside the act that made them untrue."""
    case = place.referral.case
    for kind in kinds:
        stop_untrue(case=case, kind=kind, reason=reason, about=place.pk)
