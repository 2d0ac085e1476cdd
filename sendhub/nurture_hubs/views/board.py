"""The board of the hubs: each place by week."""

from django.http import HttpResponse
from django.shortcuts import render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.nurture_hubs.models import Hub


@requires(Permission.HUB_VIEW)
def board(request: Request) -> HttpResponse:
    """Show each hub's places by week: who is there, what is free, who waits."""
    today = clock.today()
    hubs = Hub.objects.visible_to(request.user, on=today).not_closed(on=today)
    context = {"title": "Nurture hubs", "hubs": hubs.in_order()}
    return render(request, "nurture_hubs/board.html", context)
