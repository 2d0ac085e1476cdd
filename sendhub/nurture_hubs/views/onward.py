"""The page that asks for a needs assessment out of a hub."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.views.heads import about_case, note_case_look
from sendhub.core import clock
from sendhub.ehcps.views.heads import here_already
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.forms.onward import OnwardRequestForm
from sendhub.nurture_hubs.models import HubPlace


@requires(Permission.ONWARD_REQUEST)
def onward_request(request: Request, place_id: int) -> HttpResponse:
    """Ask for a needs assessment out of a place, with its evidence."""
    seen = HubPlace.objects.visible_to(request.user).standing().for_page()
    place = get_object_or_404(seen.with_badges(on=clock.today()), pk=place_id)
    place.referral.case.child = place.child
    note_case_look(request, place.referral.case)
    form = OnwardRequestForm(request, place=place)
    if form.performs(actions.onward_request, place=place, by=request.user):
        messages.success(
            request, "Request logged. Its evidence stands on the EHC case."
        )
        return redirect(form.result.assessment)
    context = {
        **about_case(place.referral.case, "Ask for an EHC needs assessment"),
        **here_already(place.child),
        "form": form,
        "place": place,
    }
    return render(request, "nurture_hubs/onward_request.html", context)
