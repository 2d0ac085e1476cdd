"""Finding people who sign in."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import BaseUserManager
from django.db.models import QuerySet

if TYPE_CHECKING:
    from sendhub.accounts.models import User


class UserQuerySet(QuerySet["User"]):
    """Filters on users."""

    def with_any_role(self, *keys: str) -> "UserQuerySet":
        """Active people who hold one of these roles, by name."""
        return (
            self.filter(is_active=True, groups__name__in=keys)
            .distinct()
            .order_by("name", "pk")
        )


class UserManager(BaseUserManager["User"]):
    """Makes users; a superuser does not exist here, an administrator is a role."""

    def get_queryset(self) -> UserQuerySet:
        return UserQuerySet(self.model, using=self._db)

    def with_any_role(self, *keys: str) -> UserQuerySet:
        return self.get_queryset().with_any_role(*keys)

    def create_user(
        self, email: str, password: str | None = None, **more: Any
    ) -> "User":
        """Make a user who signs in with an e-mail address."""
        user = self.model(email=self.normalize_email(email).lower(), **more)
        user.set_password(password)
        user.save(using=self._db)
        return user
