"""The numbers by which systems of others know a child."""

from django.db import models
from django.db.models import Q

from sendhub.audit.history import kept
from sendhub.people.identifiers import ELSEWHERE_NUMBER, Elsewhere
from sendhub.people.querysets import ExternalNumberQuerySet


@kept()
class ExternalNumber(models.Model):
    """A child's number in social care's, a school's or an NHS trust's system (PPL-13).

    Schools and trusts each count for themselves; a Mosaic number is one child's. Whose
    two records are merged may have two.
    """

    child = models.ForeignKey(
        "people.Child", on_delete=models.CASCADE, related_name="external_numbers"
    )
    system = models.CharField(max_length=10, choices=Elsewhere)
    number = models.CharField(max_length=30)

    objects = ExternalNumberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number", "system", "child"], name="people_externalnumber_once"
            ),
            models.UniqueConstraint(
                fields=["number"],
                condition=Q(system=Elsewhere.MOSAIC),
                name="people_externalnumber_mosaic_one_child",
            ),
            models.CheckConstraint(
                condition=Q(number__regex=ELSEWHERE_NUMBER),
                name="people_externalnumber_shape",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_system_display()}: {self.number}"
