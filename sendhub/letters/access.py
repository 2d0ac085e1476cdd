"""Who writes letters on a case: who works on cases of its service."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.casework.rules import worked_with

if TYPE_CHECKING:
    from sendhub.accounts.models import User


def may_write(user: "User", case: Case) -> bool:
    """Whether somebody writes letters on this case and sees to their sending."""
    works = user.may(worked_with(case.service))
    return works and user.may(Permission.LETTER_MAKE)


def check_may_write(user: "User", case: Case) -> None:
    """Answer 403 to whoever works for another service."""
    if not may_write(user, case):
        raise PermissionDenied(worked_with(case.service).label)
