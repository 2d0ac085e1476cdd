"""Settings that closed while children are there or live plans name them (PPL-5)."""

from typing import Any

from django.db.models import F
from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.background.exports import asks_for_file, export
from sendhub.core import clock
from sendhub.core.lists import Sort, list_page, sort_links
from sendhub.ehcps.models import Plan
from sendhub.people.models import Attendance
from sendhub.schools.models import Setting

SORTS = {
    "name": Sort("Setting", ("name", "pk")),
    "closed": Sort("Closed", ("closed_on", "pk"), backwards=True),
}
COLUMNS: dict[str, Any] = {
    "Setting": F("name"),
    "URN": F("urn"),
    "Local authority": F("authority_code"),
    "Closed": F("closed_on"),
    "Children there": F("children"),
    "Live plans that name it": F("named_by"),
}


@requires(Permission.ATTENDANCES_MOVE)
@require_safe
def closed_setting_list(request: Request) -> HttpResponseBase:
    """List closed settings that children still attend or live plans still name."""
    today = clock.today()
    attended = Attendance.objects.visible_to(request.user).not_over(on=today)
    named = Plan.objects.visible_to(request.user).live()
    found = Setting.objects.closed_in_use(attended=attended, named=named)
    if asks_for_file(request):
        return export(
            request,
            found,
            sorts=SORTS,
            columns=COLUMNS,
            filename=f"closed-settings-{today}",
        )
    context = {
        "title": "Closed settings",
        "page": list_page(
            request, found.prefetch_related("links_on__successor"), sorts=SORTS
        ),
        "sorts": sort_links(request, SORTS),
    }
    return render(request, "ehcps/closed_setting_list.html", context)
