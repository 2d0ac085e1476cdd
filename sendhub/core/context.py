"""What every page's template may use."""

from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

from sendhub.core import clock, navigation
from sendhub.core.models import Partnership


def page(request: HttpRequest) -> dict[str, Any]:
    """Give templates the header's and footer's contents.

    Lazily: a page that shows none of it asks the database nothing.
    """
    user: Any = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    return {
        "searched_for": _searched_for(request),
        "navigation": navigation.entries_for(request) if signed_in else [],
        "partnership": Partnership.objects.filter(pk=1).first,
        "search_url": navigation.search_url_for(user) if signed_in else "",
        "demonstration": settings.DEMO,
        "today": clock.today,
    }


def _searched_for(request: HttpRequest) -> str:
    """What stands in the search box; an address too long to be read holds nothing."""
    try:
        return request.GET.get("q", "")
    except SuspiciousOperation:
        return ""
