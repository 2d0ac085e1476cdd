"""The way to a page, without steps that its reader may not take."""

from collections.abc import Mapping
from typing import Any

from django import template

from sendhub.core.navigation import may_follow

register = template.Library()


@register.simple_tag(takes_context=True)
def crumbs_open_to_reader(context: Mapping[str, Any]) -> list[dict[str, str]]:
    """Leave out what leads to a page that is closed to whoever reads this one."""
    user = context.get("user")
    return [
        crumb
        for crumb in context["breadcrumbs"]
        if not crumb.get("url") or may_follow(user, crumb["url"])
    ]
