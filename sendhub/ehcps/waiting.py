"""How many corrections wait for somebody; the navigation shows it."""

from typing import TYPE_CHECKING

from sendhub.ehcps.models import Correction

if TYPE_CHECKING:
    from sendhub.accounts.models import User


def corrections_waiting(user: "User") -> int:
    """Those that this person can agree to: not their own."""
    waiting = Correction.objects.visible_to(user).waiting().exclude(asked_by=user)
    return waiting.order_by().count()
