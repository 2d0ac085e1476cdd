"""Records that look like one child: told apart, or brought together."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, person
from sendhub.people.querysets import MergeQuerySet, NotSameQuerySet


@kept()
class NotSame(models.Model):
    """Two children who look alike and are not the same: never proposed again."""

    first = models.ForeignKey(
        "people.Child", on_delete=models.CASCADE, related_name="+"
    )
    second = models.ForeignKey(
        "people.Child", on_delete=models.CASCADE, related_name="+"
    )
    noted_by = person(null=False)
    noted_at = models.DateTimeField()

    objects = NotSameQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "children who are not the same"
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="people_notsame_once"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="people_notsame_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} is not {self.second}"


@kept()
class Merge(Versioned):
    """Two records of one child brought together: one is kept, the other is its alias.

    `changes` lists every row that was changed, with what it said before and after, so
    that a merge can be undone (`actions.merge_log`).
    """

    kept = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="merges"
    )
    other = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="merges_away"
    )
    merged_by = person(null=False)
    merged_at = models.DateTimeField()
    changes = models.JSONField(default=list, encoder=DjangoJSONEncoder, editable=False)
    undone_by = person()
    undone_at = models.DateTimeField(null=True, blank=True)
    undo_reason = models.CharField(max_length=500, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(kept=F("other")), name="people_merge_of_two"
            ),
            models.UniqueConstraint(
                fields=["other"],
                condition=Q(undone_at=None),
                name="people_merge_once",
            ),
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True, undone_at__isnull=True)
                & Q(undo_reason="")
                | Q(undone_by__isnull=False, undone_at__isnull=False)
                & ~Q(undo_reason=""),
                name="people_merge_undone_who_when_why",
            ),
        ]

    def __str__(self) -> str:
        return f"Merge of two records of {self.kept}"
