"""The ways between the pages of the nurture hubs."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse

from sendhub.accounts.permissions import Permission

register = template.Library()

WAYS = (
    ("Board", "nurture_hubs:board", Permission.HUB_VIEW),
    ("Year", "nurture_hubs:year", Permission.HUB_VIEW),
    ("Waiting and referrals", "nurture_hubs:referral-list", Permission.HUB_VIEW),
    ("Places", "nurture_hubs:place-list", Permission.HUB_VIEW),
    ("Hubs", "nurture_hubs:hub-list", Permission.HUB_VIEW),
    ("Evaluation", "nurture_hubs:evaluation", Permission.HUB_EVALUATE),
)


@register.inclusion_tag("nurture_hubs/_ways.html", takes_context=True)
def hub_ways(context: Mapping[str, Any]) -> dict[str, Any]:
    """Give the pages of the hubs that this person may open."""
    request = context["request"]
    here = request.resolver_match.view_name
    items = [
        {"title": title, "url": reverse(name), "current": name == here}
        for title, name, needed in WAYS
        if request.user.may(needed)
    ]
    return {"items": items}
