"""Who sees what of the services: by child, and by whose cases one may open."""

from typing import TYPE_CHECKING, Self

from sendhub.casework.rules import OPENED_WITH
from sendhub.people.querysets import ChildScopedQuerySet

if TYPE_CHECKING:
    from sendhub.accounts.models import User


def services_closed_to(user: "User") -> list[str]:
    """The services whose cases this person may not open."""
    return [key for key, needed in OPENED_WITH.items() if not user.may(needed)]


class ServiceScopedQuerySet(ChildScopedQuerySet):
    """Base for what stands on cases and is only for who may open them."""

    service_path = "case__service"

    def visible_to(self, user: "User") -> Self:
        """Of children in sight, and of services this person may open."""
        seen = super().visible_to(user)
        closed = services_closed_to(user)
        return seen.exclude(**{f"{self.service_path}__in": closed}) if closed else seen
