"""Schools, colleges, early-years and other settings (PPL-5)."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from sendhub.audit.history import kept
from sendhub.core.models import Versioned
from sendhub.schools.querysets import SettingQuerySet
from sendhub.schools.rules import Category, Status


@kept()
class Setting(Versioned):
    """A place where a child is educated.

    The first part comes from Get Information About Schools and is refreshed from
    it; the second part, what we know ourselves, is never touched by a refresh.
    """

    name = models.CharField(max_length=200)
    urn = models.CharField(
        "URN",
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^\d{6}$", "A URN is six digits.")],
    )
    ukprn = models.CharField(
        "UKPRN",
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^1\d{7}$", "A UKPRN is eight digits from 1.")],
    )
    laestab = models.CharField("LAESTAB", max_length=7, blank=True)
    authority_code = models.CharField("local authority", max_length=3, blank=True)
    type_code = models.CharField("type code", max_length=3, blank=True)
    type_name = models.CharField("type", max_length=100, blank=True)
    category = models.CharField(
        "kind of setting", max_length=30, choices=Category, default=Category.OTHER
    )
    phase = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=1, choices=Status, default=Status.OPEN)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    age_from = models.PositiveSmallIntegerField(null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(null=True, blank=True)
    pupils = models.PositiveIntegerField(null=True, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    section_41 = models.BooleanField("section 41 approved", default=False)
    resourced_provision = models.BooleanField(default=False)
    sen_unit = models.BooleanField("SEN unit", default=False)
    street = models.CharField(max_length=120, blank=True)
    town = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    easting = models.PositiveIntegerField("easting (metres)", null=True, blank=True)
    northing = models.PositiveIntegerField("northing (metres)", null=True, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    website = models.CharField(max_length=200, blank=True)
    head_name = models.CharField("head teacher", max_length=120, blank=True)
    refreshed_on = models.DateField("last refreshed", null=True, blank=True)

    senco_name = models.CharField("SENCO", max_length=120, blank=True)
    senco_email = models.EmailField("SENCO's e-mail", blank=True)
    senco_phone = models.CharField("SENCO's phone", max_length=30, blank=True)
    local_note = models.TextField("our note", max_length=2000, blank=True)

    objects = SettingQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["urn"], condition=~Q(urn=""), name="schools_setting_urn_once"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True)
                | Q(opened_on__isnull=True)
                | Q(closed_on__gte=models.F("opened_on")),
                name="schools_setting_closes_after_opening",
            ),
        ]
        indexes = [models.Index(fields=["name", "id"], name="schools_setting_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("schools:setting-page", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether a child can attend now."""
        return self.status in (Status.OPEN, Status.CLOSING)
