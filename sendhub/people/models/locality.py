"""Which locality team is whose, by ward or postcode."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from sendhub.audit.history import kept
from sendhub.people.querysets import LocalityAreaQuerySet, PostcodeQuerySet
from sendhub.schools.rules import FAR_EAST, FAR_NORTH


@kept()
class LocalityArea(models.Model):
    """Which locality team a postcode belongs to: by its ward, or its start (PPL-9)."""

    postcode_start = models.CharField(
        max_length=6,
        blank=True,
        help_text="Like HR6, or HR1 1 for part of a district; "
        "the longest match counts.",
    )
    ward = models.CharField(
        "code of a ward",
        max_length=9,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]\d{8}$", "A ward is like E05012345.")],
        help_text="Like E05012345. A ward counts before the start of a postcode; it "
        "needs the directory of postcodes (import_postcodes).",
    )
    team = models.ForeignKey(
        "accounts.Team", on_delete=models.PROTECT, related_name="areas"
    )

    objects = LocalityAreaQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["postcode_start"],
                condition=~Q(postcode_start=""),
                name="people_localityarea_start_once",
            ),
            models.UniqueConstraint(
                fields=["ward"],
                condition=~Q(ward=""),
                name="people_localityarea_ward_once",
            ),
            models.CheckConstraint(
                condition=Q(ward="") & ~Q(postcode_start="")
                | ~Q(ward="") & Q(postcode_start=""),
                name="people_localityarea_ward_or_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ward or self.postcode_start}: {self.team}"


class Postcode(models.Model):
    """Which ward a postcode is in, and where on the National Grid (ONS directory).

    The place is that of one house in its midst, in metres. Outside Great Britain, and
    where nobody knows it, there is none.
    """

    code = models.CharField("postcode", max_length=8, primary_key=True)
    ward = models.CharField("code of its ward", max_length=9, blank=True)
    easting = models.PositiveIntegerField(null=True, blank=True)
    northing = models.PositiveIntegerField(null=True, blank=True)

    objects = PostcodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(easting=None, northing=None)
                | Q(easting__isnull=False, easting__gt=0, easting__lt=FAR_EAST)
                & Q(northing__isnull=False, northing__gt=0, northing__lt=FAR_NORTH),
                name="people_postcode_on_grid",
            ),
        ]

    def __str__(self) -> str:
        return self.code
