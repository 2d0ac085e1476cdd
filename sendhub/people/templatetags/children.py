"""What templates may ask about a child."""

from datetime import date
from typing import Any

from django import template

from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.people.models import AccessGrant, Child

register = template.Library()


@register.filter
def age_on(child: Child, day: date) -> int:
    """Age on a day: `child|age_on:today`."""
    return child.age(day)


@register.filter
def age_words(child: Child, day: date) -> str:
    """Age and year group on a day: `child|age_words:today`."""
    return child.age_words(day)


@register.filter
def glass_words(number: int) -> str:
    """How often the glass was broken: `unreviewed|glass_words`."""
    times = "once" if number == 1 else f"{number} times"
    return f"The glass was broken {times}, not reviewed yet"


@register.simple_tag(takes_context=True)
def badges_for_reader(context: Any, child: Any) -> list[Any]:
    """The statuses of a child, for staff who see the county.

    A school that sees one child of a service sees that service, and not social care.
    """
    reader = getattr(getattr(context, "request", None), "user", None)
    if reader is not None and not reader.may(Permission.CHILDREN_ALL):
        return []
    return list(child.badges)


@register.inclusion_tag("people/_let_in.html", takes_context=True)
def let_in_banner(context: Any, child: Any) -> dict[str, Any]:
    """Say on every page of a restricted child that one is let in, and until when.

    It asks the database itself, and only of restricted children: a page that forgot
    to load the grant would hide that the clock is running.
    """
    if not isinstance(child, Child) or not child.is_restricted:
        return {}
    grants = AccessGrant.objects.of_child(child).held_by(context["user"])
    return {"grant": grants.running(at=clock.now()).first()}
