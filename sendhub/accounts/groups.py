"""Keeping Django's groups in step with the roles, after each migration."""

from typing import Any

from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission

from sendhub.accounts.roles import ROLES


def rights_there() -> dict[str, int]:
    """Every right that Django admin knows, by its name."""
    return {
        f"{app}.{codename}": pk
        for pk, app, codename in DjangoPermission.objects.values_list(
            "pk", "content_type__app_label", "codename"
        )
    }


def sync_groups(**kwargs: Any) -> None:
    """Make one group for each role, with the role's rights in Django admin."""
    known = rights_there()
    for role in ROLES.values():
        group, _ = Group.objects.get_or_create(name=role.key)
        group.permissions.set(
            [known[right] for right in sorted(role.admin) if right in known]
        )
