"""The kept filters of a list, as links above it."""

from collections.abc import Mapping
from typing import Any

from django import template

from sendhub.accounts.models import SavedFilter
from sendhub.accounts.permissions import Permission
from sendhub.core import narrowing

register = template.Library()


@register.inclusion_tag("accounts/_saved_filters.html", takes_context=True)
def saved_filters(context: Mapping[str, Any]) -> dict[str, Any]:
    """Give one person's and their team's kept filters of the list being shown."""
    request = context["request"]
    listed = narrowing.list_at(request.resolver_match.view_name)
    if listed is None or not request.user.may(Permission.FILTER_SAVE):
        return {}
    now = listed.kept(request.GET)
    kept = SavedFilter.objects.of_list(listed.url_name).open_to(request.user)
    rows = list(kept.for_list())
    return {
        "rows": rows,
        "now": now,
        "me": request.user.pk,
        "list": listed.url_name,
        "may_save": now and now not in {row.query for row in rows},
    }
