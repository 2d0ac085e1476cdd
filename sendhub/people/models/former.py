"""What a child was called, and by which number schools knew them."""

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.people.querysets import ChildScopedQuerySet


@kept()
class FormerName(models.Model):
    """A name the child used to have; search still finds it."""

    child = models.ForeignKey(
        "people.Child", on_delete=models.CASCADE, related_name="former_names"
    )
    given_names = models.CharField(max_length=200)
    family_name = models.CharField(max_length=200)
    since_on = models.DateField("from", null=True, blank=True)
    until_on = models.DateField()

    objects = ChildScopedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(since_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="people_formername_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.given_names} {self.family_name}"


@kept()
class FormerUpn(models.Model):
    """A UPN the child used to have, such as a temporary one; search still finds it."""

    child = models.ForeignKey(
        "people.Child", on_delete=models.CASCADE, related_name="former_upns"
    )
    upn = models.CharField("UPN", max_length=13)
    until_on = models.DateField()

    objects = ChildScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "former UPN"
        constraints = [
            models.UniqueConstraint(
                fields=["upn", "child"], name="people_formerupn_once"
            ),
            models.CheckConstraint(
                condition=Q(upn__regex=r"^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$"),
                name="people_formerupn_shape",
            ),
        ]

    def __str__(self) -> str:
        return self.upn
