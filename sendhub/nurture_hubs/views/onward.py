"""The page that asks for a needs assessment out of a hub."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.casework.views.heads import about_case
from sendhub.ehcps.views.heads import here_already
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.forms.onward import OnwardRequestForm
from sendhub.nurture_hubs.views.heads import open_place


@requires(Permission.ONWARD_REQUEST)
def onward_request(request: Request, place_id: int) -> HttpResponse:
    """Ask for a needs assessment out of a place, with its evidence."""
    place = open_place(request, place_id)
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
