"""The ways to export a list, above it."""

from typing import Any

from django import template

from sendhub.background.exports import export_ways

register = template.Library()


@register.inclusion_tag("background/_exports.html", takes_context=True)
def exports(context: dict[str, Any]) -> dict[str, Any]:
    """CSV and Excel, exactly as the list is filtered; nothing for who may not."""
    return {"ways": export_ways(context["request"])}
