"""How many children attend a setting, as one person sees it."""

from typing import TYPE_CHECKING

from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.core.lists import count_words
from sendhub.people.models import Attendance
from sendhub.schools.models import Setting

if TYPE_CHECKING:
    from sendhub.accounts.models import User


def attending(setting: Setting, user: "User") -> str:
    """Count the children in sight at a setting today; "" for those who see none."""
    if not user.may(Permission.CHILD_VIEW):
        return ""
    now = Attendance.objects.visible_to(user).in_force(on=clock.today())
    return count_words(now.filter(setting=setting))
