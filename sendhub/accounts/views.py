"""Pages about the people who sign in."""

from django.http import HttpResponse
from django.shortcuts import render

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.accounts.roles import ROLES, Role


@requires(Permission.ROLE_VIEW)
def role_list(request: Request) -> HttpResponse:
    """Say what each role is for and what it may do."""
    return render(
        request,
        "accounts/role_list.html",
        {"roles": [(role, _sentences(role)) for role in ROLES.values()]},
    )


def _sentences(role: Role) -> list[str]:
    return [permission.label for permission in Permission if permission in role.may]
