"""Which professionals' work with a child somebody may read about."""

from typing import TYPE_CHECKING, Self

from sendhub.accounts.permissions import Permission
from sendhub.people.querysets.scoped import DatedQuerySet
from sendhub.people.rules import ServiceKind

if TYPE_CHECKING:
    from sendhub.accounts.models import User

# Services whose very name tells of a child's health or of social care.
TELLING = {
    ServiceKind.CAMHS: Permission.HEALTH_VIEW,
    ServiceKind.PAEDIATRICS: Permission.HEALTH_VIEW,
    ServiceKind.SOCIAL_CARE: Permission.SOCIAL_CARE_VIEW,
}


class InvolvementQuerySet(DatedQuerySet):
    """Professionals' work with children."""

    def open_to(self, user: "User") -> Self:
        """Without the services that tell this person what they may not read."""
        return self.exclude(professional__kind__in=_closed_kinds(user))

    def closed_to(self, user: "User") -> Self:
        """Only what `open_to` leaves out."""
        return self.filter(professional__kind__in=_closed_kinds(user))


def _closed_kinds(user: "User") -> list[str]:
    """Who keeps the record must see all of it."""
    if user.may(Permission.CHILD_EDIT):
        return []
    return [kind for kind, needed in TELLING.items() if not user.may(needed)]
