"""What has not happened yet and is not so any more: letters, a talk."""

from collections.abc import Iterable

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.letters.actions import stop_untrue
from sendhub.nurture_hubs.letters import ABOUT_THE_TALK
from sendhub.nurture_hubs.models import HubPlace, Referral, Talk


def letters_stop(place: HubPlace, kinds: Iterable[str], *, reason: str) -> None:
    """Stop letters about a place; called inside the act that made them untrue."""
    case = place.referral.case
    for kind in kinds:
        stop_untrue(case=case, kind=kind, reason=reason, about=place.pk)


def referral_letters_stop(
    referral: Referral, kinds: Iterable[str], *, reason: str
) -> None:
    """Stop letters about a referral; called inside the act that made them untrue."""
    for kind in kinds:
        stop_untrue(case=referral.case, kind=kind, reason=reason)


def talk_cancel(place: HubPlace, *, by: User, reason: str) -> None:
    """Cancel a talk arranged for a day that is not in the place any more.

    It is to be arranged anew (NH-01); called inside the act that changed the days.
    """
    for talk in Talk.objects.arranged(place).select_for_update():
        if place.starts_on <= talk.planned_for <= place.ends_on:
            continue
        talk.take_back(by=by, reason=reason)
        letters_stop(place, ABOUT_THE_TALK, reason=reason)
        record(
            "nurture_hubs.talk_cancel",
            by=by,
            child=place.child,
            about=place,
            planned_for=talk.planned_for,
            reason=reason,
        )
