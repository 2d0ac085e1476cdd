"""What may be done next on a child's hub case."""

from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case
from sendhub.core.navigation import ActLink

Act = tuple[Permission, ActLink]


def case_acts(case: Case, user: User) -> list[ActLink]:
    """What may be done on a case, the usual next act first."""
    acts: list[Act] = []
    return [link for permission, link in acts if user.may(permission)]


def link(name: str, pk: int, label: str, *, usual: bool = True) -> ActLink:
    """A way to an act of this app."""
    return ActLink(label, reverse(f"nurture_hubs:{name}", args=[pk]), usual=usual)
