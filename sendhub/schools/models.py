"""Schools, colleges, early-years and other settings (PPL-5)."""

import uuid
from pathlib import PurePath

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import ExpressionWrapper, Q
from django.urls import reverse

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, person
from sendhub.schools.querysets import (
    LoadQuerySet,
    LoadRowQuerySet,
    SettingLinkQuerySet,
    SettingQuerySet,
)
from sendhub.schools.rules import (
    Category,
    Outcome,
    Point,
    Stage,
    Status,
    point_of,
)


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
    further_type = models.CharField(
        "type of further education college", max_length=80, blank=True
    )
    phase = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=1, choices=Status, default=Status.OPEN)
    opened_on = models.DateField(null=True, blank=True)
    opened_because = models.CharField("why opened", max_length=100, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_because = models.CharField("why closed", max_length=100, blank=True)
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
    own_category = models.CharField(
        "kind of setting, as we know it",
        max_length=30,
        choices=Category,
        blank=True,
        help_text="Only where the register has it wrong.",
    )

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
        indexes = [
            models.Index(fields=["name", "id"], name="schools_setting_by_name"),
            models.Index(fields=["laestab"], name="schools_setting_by_laestab"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("schools:setting-page", args=[self.pk])

    @property
    def told_apart(self) -> str:
        """Its name with the town and the URN, as far as they are known."""
        more = [self.town, f"URN {self.urn}" if self.urn else ""]
        said = ", ".join(part for part in more if part)
        return f"{self.name} ({said})" if said else self.name

    @property
    def is_open(self) -> bool:
        """Whether a child can attend now."""
        return self.status in (Status.OPEN, Status.CLOSING)

    @property
    def not_open_words(self) -> str:
        """Say that it is not open, and what follows it."""
        links = SettingLink.objects.after(self)
        after = [f" {link.successor.told_apart} follows it." for link in links]
        return f"{self.name} is not open.{''.join(after)}"

    @property
    def has_closed(self) -> bool:
        """Whether the register says that it closed; one not open yet has not."""
        return self.status == Status.CLOSED

    @property
    def point(self) -> Point | None:
        """Where it is on the National Grid, if the register says."""
        return point_of(self.easting, self.northing)


@kept()
class SettingLink(models.Model):
    """One setting that came after another: an academy after the school it was.

    Children's history stays with the setting they were at. Several may follow one
    (a school is split), and one may follow several (an amalgamation).
    """

    predecessor = models.ForeignKey(
        "schools.Setting", on_delete=models.PROTECT, related_name="links_on"
    )
    successor = models.ForeignKey(
        "schools.Setting", on_delete=models.PROTECT, related_name="links_back"
    )
    kind = models.CharField(
        max_length=80,
        blank=True,
        help_text="As the register has it; empty where the same LAESTAB told it.",
    )
    linked_on = models.DateField(null=True, blank=True)

    objects = SettingLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="schools_settinglink_once"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=models.F("successor")),
                name="schools_settinglink_of_two",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


FOLDER = "register"
"""Where uploaded registers lie in the store."""


def storage_path(load: "Load", filename: str) -> str:
    """Choose where an uploaded register lies: in its own folder, by a random name."""
    name = uuid.uuid4().hex
    return str(PurePath(FOLDER, name[:2], name))


class Load(models.Model):
    """One file of the national register: who loaded it, when, and what it did.

    `links` is the register's own file of predecessors and successors. What the file
    would change is in `rows`; the files go when it is loaded or not to be loaded.
    """

    file = models.FileField(upload_to=storage_path, max_length=100, blank=True)
    file_name = models.CharField("file", max_length=200)
    links = models.FileField(upload_to=storage_path, max_length=100, blank=True)
    links_name = models.CharField("file of links", max_length=200, blank=True)
    asked_by = person()
    asked_at = models.DateTimeField()
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.READING)
    job_id = models.BigIntegerField("work in the background", null=True)
    line = models.PositiveIntegerField("loaded up to line", default=0)
    headings = models.JSONField("its columns", default=list)
    found = models.JSONField("what the file would do", default=dict)
    done = models.JSONField("what it did", default=dict)
    fault = models.CharField("why it could not be used", max_length=500, blank=True)
    decided_by = person()
    decided_at = models.DateTimeField("confirmed or taken away", null=True)
    finished_at = models.DateTimeField(null=True)

    objects = LoadQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    stage__in=[Stage.LOADED, Stage.DROPPED], finished_at__isnull=False
                )
                | Q(
                    stage__in=[Stage.READING, Stage.READ, Stage.LOADING],
                    finished_at__isnull=True,
                ),
                name="schools_load_finished_when_over",
            ),
            models.UniqueConstraint(
                ExpressionWrapper(
                    Q(asked_by__isnull=False), output_field=models.BooleanField()
                ),
                condition=Q(asked_by__isnull=False, finished_at__isnull=True),
                name="schools_load_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(fault="") | Q(stage=Stage.DROPPED),
                name="schools_load_fault_when_dropped",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None, decided_at=None)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="schools_load_decided_by_whom_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("schools:register-page", args=[self.pk])

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.stage in (Stage.LOADED, Stage.DROPPED)


class LoadRow(models.Model):
    """What one row of a register would change, or what is wrong with it."""

    load = models.ForeignKey(Load, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    urn = models.CharField("URN", max_length=20, blank=True)
    name = models.CharField(max_length=200, blank=True)
    changes = models.JSONField(
        "each fact that changes: its name, before, after", default=list
    )
    fault = models.TextField("what is wrong", blank=True)
    cells = models.JSONField("the row, where it is to be mended", default=list)

    objects = LoadRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["load", "line"], name="schools_loadrow_line_once"
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.WRONG) & ~Q(fault="")
                | ~Q(outcome=Outcome.WRONG) & Q(fault=""),
                name="schools_loadrow_wrong_why",
            ),
        ]
        indexes = [
            models.Index(
                fields=["load", "outcome", "line"], name="schools_loadrow_by_outcome"
            )
        ]

    def __str__(self) -> str:
        return f"{self.urn} {self.name}"
