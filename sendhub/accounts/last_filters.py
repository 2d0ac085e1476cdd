"""A list opens as its reader last narrowed it.

An address that asks for something shows just that, whoever sent it: what is remembered
is what somebody chose on the list itself, and it fills in the bare address only.
"""

from urllib.parse import urlsplit

from django.urls import reverse

from sendhub.accounts import actions
from sendhub.accounts.access import Request
from sendhub.accounts.models import LastFilter
from sendhub.core.narrowing import list_at


def address_again(request: Request) -> str:
    """Where a bare address leads: the list as last narrowed; nothing to stay here.

    What is chosen on the list itself is remembered on the way.
    """
    url_name = request.resolver_match.view_name if request.resolver_match else ""
    listed = list_at(url_name)
    if listed is None:
        return ""
    last = LastFilter.objects
    if not request.GET:
        query = last.query_of(request.user, url_name)
        fits = query and not listed.unknown(query)
        return f"{reverse(url_name)}?{query}" if fits else ""
    chosen = listed.kept(request.GET)
    if _chosen_here(request) and chosen != last.query_of(request.user, url_name):
        actions.filter_remember(listed=listed, query=chosen, by=request.user)
    return ""


def _chosen_here(request: Request) -> bool:
    """Whether the address was followed from the list itself, as a browser says."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    here = came_from.path == request.path and came_from.netloc == request.get_host()
    return here and "format" not in request.GET
