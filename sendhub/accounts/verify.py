"""What must hold of the people who sign in."""

from collections.abc import Iterator

from django.contrib.auth.models import Group

from sendhub.accounts.groups import rights_there
from sendhub.accounts.models import User
from sendhub.accounts.roles import ROLES
from sendhub.core.verifying import Check, rows


def roles_out_of_step() -> Iterator[str]:
    """Groups that are no role, roles without a group, and rights that differ."""
    there = rights_there()
    groups = {
        group.name: group for group in Group.objects.prefetch_related("permissions")
    }
    yield from sorted(set(groups) ^ {str(key) for key in ROLES})
    for key, role in ROLES.items():
        if key in groups:
            rights = groups[key].permissions.select_related("content_type")
            held = {f"{p.content_type.app_label}.{p.codename}" for p in rights}
            wrong = held ^ (role.admin & set(there))
            yield from sorted(f"{key} {right}" for right in wrong)


def rights_beside_roles() -> Iterator[object]:
    """People who were given a right outside every role."""
    people = User.objects.exclude(user_permissions=None)
    yield from people.values_list("pk", flat=True).distinct().iterator()


CHECKS = [
    Check(
        "accounts.groups_are_roles",
        "the groups and their rights in Django admin are those of the roles",
        roles_out_of_step,
    ),
    Check(
        "accounts.rights_come_from_roles",
        "nobody has a right that no role gave",
        rights_beside_roles,
    ),
    Check(
        "accounts.nobody_above_roles",
        "nobody is above the roles",
        rows("SELECT id FROM accounts_user WHERE is_superuser"),
    ),
    Check(
        "accounts.emails_in_small_letters",
        "every sign-in address is written in small letters",
        rows("SELECT id FROM accounts_user WHERE email <> lower(email)"),
    ),
]
