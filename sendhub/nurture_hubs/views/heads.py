"""Opening a referral or a place, for the pages of the acts on it."""

from django.shortcuts import get_object_or_404

from sendhub.accounts.access import Request
from sendhub.casework.views.heads import note_case_look
from sendhub.core import clock
from sendhub.nurture_hubs.models import HubPlace, Referral


def open_referral(request: Request, referral_id: int) -> Referral:
    """Open a referral in sight of this person, and note that they looked."""
    seen = Referral.objects.visible_to(request.user).for_page().with_answers()
    referral = get_object_or_404(seen.with_badges(on=clock.today()), pk=referral_id)
    note_case_look(request, referral.case)
    return referral


def open_place(request: Request, place_id: int) -> HubPlace:
    """Open a place that stands, in sight of this person; note that they looked."""
    seen = HubPlace.objects.standing().visible_to(request.user).for_page()
    found = seen.with_the_end().with_badges(on=clock.today())
    place = get_object_or_404(found, pk=place_id)
    place.referral.case.child = place.child
    note_case_look(request, place.referral.case)
    return place
