"""Finding people who sign in."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib.auth.base_user import BaseUserManager
from django.db.models import Q, QuerySet

from sendhub.accounts.roles import roles_with

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

    def may(self, *permissions: str) -> "UserQuerySet":
        """Active people who may do one of these things, by name."""
        return self.with_any_role(*roles_with(*permissions))

    def led_teams(self) -> "UserQuerySet":
        """Of these people, those of a team who want its weekly digest."""
        return self.filter(team__isnull=False, weekly_digest=True)


class SavedFilterQuerySet(QuerySet):
    """Filters on filters that somebody kept."""

    def of_list(self, url_name: str) -> "SavedFilterQuerySet":
        """Those of one list."""
        return self.filter(page=url_name)

    def open_to(self, user: "User") -> "SavedFilterQuerySet":
        """One's own, and what is shared with one's team."""
        shared = Q(team=user.team_id) if user.team_id else Q(pk__in=[])
        return self.filter(Q(person=user) | shared)

    def owned_by(self, user: "User") -> "SavedFilterQuerySet":
        """One's own."""
        return self.filter(person=user)

    def for_list(self) -> "SavedFilterQuerySet":
        """Everything that a list of them shows, by name."""
        return self.select_related("person", "team").order_by("name", "pk")


class LastFilterQuerySet(QuerySet):
    """Filters on what people last narrowed lists to."""

    def query_of(self, user: "User", url_name: str) -> str:
        """What one person last asked of one list, or nothing."""
        mine = self.filter(person=user, page=url_name)
        return mine.values_list("query", flat=True).first() or ""


class NoticeQuerySet(QuerySet):
    """Filters on notices."""

    def for_person(self, user: "User", *, on: date) -> "NoticeQuerySet":
        """What one person is still to read on a day, the newest on top."""
        shown = self.filter(starts_on__lte=on, ends_on__gte=on)
        theirs = Q(roles__isnull=True) | Q(roles__in=user.groups.all())
        unread = shown.filter(theirs).exclude(seen__person=user)
        return unread.distinct().order_by("-starts_on", "-pk")


class UserManager(BaseUserManager["User"]):
    """Makes users; a superuser does not exist here, an administrator is a role."""

    def get_queryset(self) -> UserQuerySet:
        return UserQuerySet(self.model, using=self._db)

    def with_any_role(self, *keys: str) -> UserQuerySet:
        return self.get_queryset().with_any_role(*keys)

    def may(self, *permissions: str) -> UserQuerySet:
        return self.get_queryset().may(*permissions)

    def create_user(
        self, email: str, password: str | None = None, **more: Any
    ) -> "User":
        """Make a user who signs in with an e-mail address."""
        user = self.model(email=self.normalize_email(email).lower(), **more)
        user.set_password(password)
        user.save(using=self._db)
        return user
