"""How much about restricted records waits for somebody; the navigation shows it."""

from typing import TYPE_CHECKING

from sendhub.accounts.permissions import Permission
from sendhub.people.models import AccessGrant, AccessRequest

if TYPE_CHECKING:
    from sendhub.accounts.models import User


def waiting_for(user: "User") -> int:
    """Requests that this person can answer, and uses of break-glass to review."""
    number = 0
    if user.may(Permission.ACCESS_DECIDE):
        requests = AccessRequest.objects.waiting_for(user).visible_to(user)
        number += requests.order_by().count()
    if user.may(Permission.GLASS_REVIEW):
        number += AccessGrant.objects.waiting_for(user).order_by().count()
    return number
