"""Kinds of history: acts, looks, sign-ins, and (by triggers) every change of a row.

No foreign keys: history outlives what it is about and never stands in its way.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from sendhub.audit import sentences
from sendhub.audit.querysets import ActQuerySet, LookQuerySet, SignInQuerySet
from sendhub.audit.triggers import NO_TRUNCATE, ONLY_INSERTS


class Act(models.Model):
    """Something a person did, in words; the chronology reads it."""

    act = models.CharField(max_length=80)
    at = models.DateTimeField(db_index=True)
    happened_on = models.DateField()
    by_id = models.BigIntegerField()
    by_name = models.CharField(max_length=200)
    child_id = models.BigIntegerField(null=True)
    case_id = models.BigIntegerField(null=True)
    about_type = models.CharField(max_length=80, blank=True)
    about_id = models.BigIntegerField(null=True)
    facts = models.JSONField(default=dict)

    objects = ActQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["child_id", "-happened_on", "-id"], name="audit_act_by_child"
            )
        ]
        triggers = [ONLY_INSERTS, NO_TRUNCATE]

    def __str__(self) -> str:
        return self.sentence

    @property
    def app(self) -> str:
        """The service that the act belongs to."""
        return self.act.partition(".")[0]

    @property
    def sentence(self) -> str:
        """What was done, as a person reads it."""
        return sentences.sentence(self.act, self.facts)


class Look(models.Model):
    """Somebody opened something about a child: a page, a document, an export."""

    class Kind(models.TextChoices):
        CHILD = "child", "Child's page"
        CASE = "case", "Case"
        DOCUMENT = "document", "Document"
        SEARCH = "search", "Search by identifier"
        EXPORT = "export", "Export"
        ADMIN = "admin", "Django admin"

    kind = models.CharField(max_length=10, choices=Kind)
    at = models.DateTimeField(db_index=True)
    by_id = models.BigIntegerField(db_index=True)
    by_name = models.CharField(max_length=200)
    child_id = models.BigIntegerField(null=True)
    about_type = models.CharField(max_length=80, blank=True)
    about_id = models.BigIntegerField(null=True)
    ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    path = models.CharField(max_length=500)
    address = models.CharField(max_length=64, blank=True)

    objects = LookQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["child_id", "-at", "-id"], name="audit_look_by_child"),
            GinIndex(fields=["ids"], name="audit_look_with_child"),
        ]
        triggers = [ONLY_INSERTS, NO_TRUNCATE]

    def __str__(self) -> str:
        return f"{self.by_name}: {self.get_kind_display()}"


class SignIn(models.Model):
    """Somebody signed in, tried to, or changed how they do. Never holds a password."""

    class Kind(models.TextChoices):
        SIGNED_IN = "signed_in", "Signed in"
        REFUSED = "refused", "Wrong e-mail address or password"
        LOCKED = "locked", "Locked after too many tries"
        WRONG_CODE = "wrong_code", "Wrong code"
        SIGNED_OUT = "signed_out", "Signed out"
        TIMED_OUT = "timed_out", "Signed out by the time limit"
        PASSWORD = "password", "Password changed"
        FACTOR_ADDED = "factor_added", "Second step set up"
        FACTOR_REMOVED = "factor_removed", "Second step removed"

    kind = models.CharField(max_length=20, choices=Kind)
    at = models.DateTimeField(db_index=True)
    email = models.CharField("e-mail address typed", max_length=254, blank=True)
    by_id = models.BigIntegerField(null=True, db_index=True)
    address = models.CharField(max_length=64, blank=True)

    objects = SignInQuerySet.as_manager()

    class Meta:
        verbose_name = "sign-in"
        triggers = [ONLY_INSERTS, NO_TRUNCATE]

    def __str__(self) -> str:
        return f"{self.email}: {self.get_kind_display()}"
