"""What the whole product shares: the partnership's own details, codes, form tokens."""

from collections.abc import Sequence
from typing import Any

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Left
from django.db.models.lookups import Exact

from sendhub.core import clock
from sendhub.core.querysets import CodeQuerySet, FormTokenQuerySet


def person(*, null: bool = True) -> models.ForeignKey:
    """A column that holds somebody who signs in."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=null,
        blank=null,
        related_name="+",
    )


def counting(*, but: Sequence[str] = ()) -> pgtrigger.Trigger:
    """The trigger that counts a record's changes.

    `but`: columns that the database itself derives from other tables. What nobody
    wrote is no change that a stale save could lose.
    """
    return pgtrigger.Trigger(
        name="count_version",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func="NEW.version = OLD.version + 1; RETURN NEW;",
        condition=pgtrigger.AnyChange(exclude=list(but)),
    )


class Versioned(models.Model):
    """A record that counts its changes, so that a stale save can be noticed.

    The database does the counting: bulk updates and SQL count too.
    """

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
        triggers = [counting()]


class Withdrawable(models.Model):
    """A record that may turn out wrong: it stays, with who said so, when and why."""

    withdrawn_at = models.DateTimeField(
        "entered in error, said at", null=True, blank=True, editable=False
    )
    withdrawn_by = person()
    withdrawn_reason = models.CharField(
        "why it was an error", max_length=300, blank=True
    )

    class Meta:
        abstract = True

    def take_back(self, *, by: Any, reason: str) -> None:
        """Keep that it was wrong; nothing else of it changes."""
        self.withdrawn_at, self.withdrawn_by = clock.now(), by
        self.withdrawn_reason = reason
        self.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])


WITHDRAWN_WHOLE = models.CheckConstraint(
    condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
    & Q(withdrawn_reason="")
    | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
    & ~Q(withdrawn_reason=""),
    name="%(app_label)s_%(class)s_withdrawn_who_when_why",
)
"""Taken back by whom, when and why: all of it or nothing."""


class Partnership(models.Model):
    """The one row of settings that an administrator may change."""

    name = models.CharField(max_length=120, default="Herefordshire SEND partnership")
    authority = models.CharField(
        "local authority", max_length=120, default="Herefordshire Council"
    )
    authority_code = models.CharField(
        "local authority number",
        max_length=3,
        default="884",
        help_text="Three digits, as in the SEN2 return.",
    )
    help_contact = models.CharField(
        "who to ask for help",
        max_length=200,
        blank=True,
        help_text="Shown at the foot of every page.",
    )
    calculator_is_public = models.BooleanField(
        "deadline calculator open to the public",
        default=False,
        help_text="Anybody may then work out dates without signing in.",
    )
    glass_hours = models.PositiveSmallIntegerField(
        "hours that break-glass lasts",
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(168)],
        help_text="How long somebody who broke the glass may open the restricted "
        "record: 1 to 168 hours.",
    )
    letters_by_email = models.BooleanField(
        "letters may be e-mailed",
        default=False,
        help_text="To people who prefer e-mail, with the letter as a PDF. Otherwise "
        "every letter is printed and posted.",
    )
    mediation_adviser = models.CharField(
        max_length=300,
        blank=True,
        help_text="Name, telephone and e-mail or web address, on one line, as letters "
        "print it. No letter about a right of appeal can be written without it (SEND "
        "Regulations 2014, reg. 32).",
    )
    advice_service = models.CharField(
        "SENDIASS",
        max_length=300,
        blank=True,
        help_text="The information, advice and support service for families: name, "
        "telephone and e-mail or web address, on one line. Most letters name it.",
    )
    disagreement_service = models.CharField(
        "disagreement resolution service",
        max_length=300,
        blank=True,
        help_text="Who helps to settle a disagreement without an appeal: name, "
        "telephone and e-mail or web address, on one line. Letters about a right of "
        "appeal name it.",
    )
    demonstration = models.BooleanField(
        "holds the demonstration caseload", default=False, editable=False
    )

    class Meta:
        verbose_name_plural = "partnership settings"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="core_partnership_only_one"),
            models.CheckConstraint(
                condition=Q(glass_hours__range=(1, 168)),
                name="core_partnership_glass_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Code(models.Model):
    """One code of a national code set (SEN2), by the return years that know it.

    The key is `SET:code`, so that a column can refuse codes of another set.
    """

    id = models.CharField(primary_key=True, max_length=60)
    set = models.CharField(max_length=40, db_index=True)
    code = models.CharField(max_length=12)
    meaning = models.CharField(max_length=250)
    first_return = models.PositiveSmallIntegerField("first return year", default=2023)
    last_return = models.PositiveSmallIntegerField(
        "last return year", null=True, blank=True
    )
    position = models.PositiveSmallIntegerField(default=0)
    verified = models.BooleanField(default=True)

    objects = CodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["set", "code"], name="core_code_once_in_its_set"
            )
        ]

    def __str__(self) -> str:
        return self.meaning


class FormToken(models.Model):
    """A form that was sent, so that a double click acts once."""

    token = models.UUIDField(primary_key=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    used_at = models.DateTimeField(auto_now_add=True, db_index=True)
    sent = models.CharField("mark of what was sent", max_length=64, blank=True)
    result_type = models.CharField(max_length=100, blank=True)
    result_id = models.CharField(max_length=60, blank=True)

    objects = FormTokenQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.token)


def from_set(column: str, code_set: str, *, name: str) -> models.CheckConstraint:
    """Make the constraint that a column holds a code of one set only."""
    start = f"{code_set}:"
    condition = Q(Exact(Left(column, len(start)), Value(start)))
    return models.CheckConstraint(
        condition=condition | Q(**{f"{column}__isnull": True}), name=name
    )
