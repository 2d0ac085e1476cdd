"""The way to a page, without steps that its reader may not take."""

from typing import Any

from django import template

from sendhub.core.navigation import may_follow

register = template.Library()


@register.filter
def open_to(crumbs: list[dict[str, str]], user: Any) -> list[dict[str, str]]:
    """Leave out what leads to a page that is closed to somebody."""
    return [c for c in crumbs if not c.get("url") or may_follow(user, c["url"])]
