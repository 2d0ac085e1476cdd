"""People who sign in, and the teams they work in."""

from functools import cached_property
from textwrap import shorten as shortened
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower

from sendhub.accounts.permissions import Permission
from sendhub.accounts.querysets import (
    LastFilterQuerySet,
    NoticeQuerySet,
    SavedFilterQuerySet,
    UserManager,
)
from sendhub.accounts.roles import ROLES, permissions_of
from sendhub.audit.history import kept
from sendhub.core import clock
from sendhub.core.models import Versioned


class Locality(models.TextChoices):
    """The two halves of the county (strategy bulletin 2, outcome 2)."""

    NORTH = "north", "North"
    SOUTH = "south", "South"


@kept()
class Team(models.Model):
    """A team that families can reach, so that nobody depends on one person (PPL-9)."""

    name = models.CharField(max_length=80, unique=True)
    locality = models.CharField(
        max_length=10,
        choices=Locality,
        blank=True,
        help_text="Only for a locality team: its half of the county.",
    )
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["locality"],
                condition=~models.Q(locality=""),
                name="accounts_team_one_per_locality",
            )
        ]

    def __str__(self) -> str:
        return self.name


@kept(exclude=("password", "last_login"))
class User(AbstractBaseUser, PermissionsMixin, Versioned):
    """Somebody who signs in with an e-mail address. Roles are Django groups."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    job_title = models.CharField(max_length=120, blank=True)
    team = models.ForeignKey(
        "accounts.Team",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="members",
    )
    is_active = models.BooleanField(
        "may sign in", default=True, help_text="Untick when somebody leaves."
    )
    joined_on = models.DateField(null=True, blank=True)
    weekly_digest = models.BooleanField(
        "has the weekly digest of the team by e-mail", default=True
    )

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_once")
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_staff(self) -> bool:
        """Whether any of the roles opens Django admin."""
        return any(ROLES[key].admin for key in self.role_keys if key in ROLES)

    @cached_property
    def role_keys(self) -> list[str]:
        """The roles held, by stored name."""
        return sorted(group.name for group in self.groups.all())

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        """Everything the roles allow."""
        return permissions_of(self.role_keys)

    @property
    def role_names(self) -> str:
        """The roles held, in words."""
        return ", ".join(ROLES[key].name for key in self.role_keys if key in ROLES)

    def get_full_name(self) -> str:
        """The name, as Django admin and the header ask for it."""
        return str(self)

    @property
    def role_label(self) -> str:
        """What the header shows below the name."""
        return self.job_title or self.role_names

    def may(self, permission: Permission | str) -> bool:
        """Say whether this person may do a thing."""
        return self.is_active and permission in self.permissions

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Django admin's question; nobody is above the roles."""
        return self.is_active and perm in self.get_all_permissions(obj)


@kept()
class RoleHeld(User.groups.through):  # type: ignore[name-defined]
    """A role that somebody holds; kept, so that giving and taking it is history."""

    class Meta:
        proxy = True

    def __str__(self) -> str:
        return f"{self.user}: {self.group}"


@kept()
class SavedFilter(models.Model):
    """What somebody narrows a list to, kept under a name (WRK-4).

    Of the list's address only; never a child's name. With a team, that team has it too.
    """

    page = models.CharField("list", max_length=60)
    name = models.CharField(max_length=60)
    query = models.CharField("what the address asks for", max_length=1000)
    person = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="saved_filters"
    )
    team = models.ForeignKey(
        "accounts.Team",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="saved_filters",
    )
    saved_at = models.DateTimeField(default=clock.now, editable=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "person",
                "page",
                Lower("name"),
                name="accounts_savedfilter_name_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(query=""),
                name="accounts_savedfilter_asks_something",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class LastFilter(models.Model):
    """What somebody last narrowed a list to, so that it opens so again (WRK-1).

    Like a kept filter it never holds a child's name.
    """

    page = models.CharField("list", max_length=60)
    query = models.CharField("what the address asks for", max_length=1000)
    person = models.ForeignKey(
        "accounts.User", on_delete=models.CASCADE, related_name="last_filters"
    )

    objects = LastFilterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "page"], name="accounts_lastfilter_once"
            )
        ]

    def __str__(self) -> str:
        return self.query


@kept()
class Notice(models.Model):
    """What everybody, or those of some roles, read on their first page for some days.

    Written in Django admin; both days are included. No roles: everybody.
    """

    text = models.TextField(max_length=500)
    starts_on = models.DateField("shown from")
    ends_on = models.DateField("shown until")
    roles = models.ManyToManyField("auth.Group", blank=True, related_name="+")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="accounts_notice_ends_after_start",
                violation_error_message="The last day is before the first.",
            ),
            models.CheckConstraint(
                condition=~models.Q(text=""), name="accounts_notice_says_something"
            ),
        ]

    def __str__(self) -> str:
        return shortened(self.text, width=60, placeholder=" …")


class NoticeSeen(models.Model):
    """Somebody has read a notice, and wants it no longer on their first page."""

    notice = models.ForeignKey(
        "accounts.Notice", on_delete=models.CASCADE, related_name="seen"
    )
    person = models.ForeignKey(
        "accounts.User", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "person"], name="accounts_noticeseen_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.notice}"
