"""A child or young person, and what is true of them over time."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from sendhub import statutory
from sendhub.audit.history import kept
from sendhub.core import clock
from sendhub.core.addresses import page_of
from sendhub.core.models import Versioned, from_set, person
from sendhub.people.models.periods import Dated, ends_after_start, one_at_a_time
from sendhub.people.querysets import (
    AttendanceQuerySet,
    ChildQuerySet,
    DatedQuerySet,
    NamedStaffQuerySet,
    Slips,
)
from sendhub.people.rules import AccessibleFormat, Provision, StatusKind
from sendhub.people.triggers import ALIAS_STANDS_STILL, NO_ALIAS_OF_ALIAS

if TYPE_CHECKING:
    from sendhub.people.models.around import Address
    from sendhub.schools.models import Setting

URGENT = {StatusKind.PROTECTION_PLAN, StatusKind.MISSING_EDUCATION}


def code_key(label: str, *, null: bool = True) -> models.ForeignKey:
    """A column that holds a national code."""
    return models.ForeignKey(
        "core.Code",
        on_delete=models.PROTECT,
        null=null,
        blank=null,
        related_name="+",
        verbose_name=label,
    )


@dataclass(frozen=True)
class Badge:
    """What everybody must see wherever a child is shown."""

    label: str
    tone: str


@kept()
class Child(Versioned):
    """One record of a child or young person, birth to 25, shared by every service."""

    given_names = models.CharField(max_length=200)
    family_name = models.CharField(max_length=200)
    preferred_name = models.CharField(max_length=200, blank=True)
    sort_name = models.CharField(max_length=410, editable=False)
    search_text = models.TextField(editable=False)
    born_on = models.DateField("date of birth")
    sex = code_key("sex", null=False)
    ethnicity = code_key("ethnicity")
    upn = models.CharField("UPN", max_length=13, blank=True)
    upn_unknown = code_key("reason for no UPN")
    uln = models.CharField("ULN", max_length=10, blank=True)
    nhs_number = models.CharField("NHS number", max_length=10, blank=True)
    home_authority = code_key("home authority")
    team = models.ForeignKey(
        "accounts.Team",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="locality team",
    )
    primary_need = code_key("primary need")
    secondary_need = code_key("secondary need")
    first_language = models.CharField(max_length=60, blank=True)
    interpreter_needed = models.BooleanField("an interpreter is needed", default=False)
    communication_needs = models.TextField(max_length=1000, blank=True)
    accessible_format = models.CharField(
        max_length=20, choices=AccessibleFormat, default=AccessibleFormat.STANDARD
    )
    own_phone = models.CharField("young person's phone", max_length=30, blank=True)
    own_email = models.EmailField("young person's e-mail", blank=True)
    lacks_capacity = models.BooleanField(
        "lacks capacity for these decisions", default=False
    )
    died_on = models.DateField("date of death", null=True, blank=True)
    restricted_at = models.DateTimeField("restricted", null=True, blank=True)
    restricted_by = person()
    restricted_reason = models.CharField(max_length=500, blank=True)
    restricted_review_on = models.DateField(
        "restriction to be looked at again", null=True, blank=True
    )
    named_staff = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="people.NamedStaff", related_name="+"
    )
    recorded_at = models.DateTimeField(default=clock.now, editable=False)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="aliases",
        db_index=False,
    )

    objects = ChildQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name_plural = "children"
        triggers = [*Versioned.Meta.triggers, NO_ALIAS_OF_ALIAS, ALIAS_STANDS_STILL]
        constraints = [
            models.UniqueConstraint(
                fields=["upn"],
                condition=~Q(upn="") & Q(merged_into=None),
                name="people_child_upn_once",
            ),
            models.UniqueConstraint(
                fields=["uln"],
                condition=~Q(uln="") & Q(merged_into=None),
                name="people_child_uln_once",
            ),
            models.UniqueConstraint(
                fields=["nhs_number"],
                condition=~Q(nhs_number="") & Q(merged_into=None),
                name="people_child_nhs_number_once",
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("pk")),
                name="people_child_not_into_itself",
            ),
            models.CheckConstraint(
                condition=Q(upn="")
                | Q(upn__regex=r"^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$"),
                name="people_child_upn_shape",
            ),
            models.CheckConstraint(
                condition=Q(uln="") | Q(uln__regex=r"^\d{10}$"),
                name="people_child_uln_shape",
            ),
            models.CheckConstraint(
                condition=Q(nhs_number="") | Q(nhs_number__regex=r"^\d{10}$"),
                name="people_child_nhs_number_shape",
            ),
            models.CheckConstraint(
                condition=Q(died_on__isnull=True) | Q(died_on__gte=F("born_on")),
                name="people_child_dies_after_birth",
            ),
            models.CheckConstraint(
                condition=Q(secondary_need__isnull=True)
                | (
                    Q(primary_need__isnull=False) & ~Q(secondary_need=F("primary_need"))
                ),
                name="people_child_needs_differ",
            ),
            models.CheckConstraint(
                condition=Q(restricted_at__isnull=True, restricted_by__isnull=True)
                & Q(restricted_reason="")
                | Q(restricted_at__isnull=False, restricted_by__isnull=False)
                & ~Q(restricted_reason=""),
                name="people_child_restriction_all_or_nothing",
            ),
            models.CheckConstraint(
                condition=Q(restricted_at__isnull=True)
                & Q(restricted_review_on__isnull=True)
                | Q(restricted_at__isnull=False, restricted_review_on__isnull=False),
                name="people_child_restriction_is_reviewed",
            ),
            from_set("sex", "SEX", name="people_child_sex_code"),
            from_set("ethnicity", "ETHNICITY", name="people_child_ethnicity_code"),
            from_set("upn_unknown", "UPNUNKNOWN", name="people_child_upn_unknown_code"),
            from_set("home_authority", "LA_CODE", name="people_child_authority_code"),
            from_set("primary_need", "SEN_TYPE", name="people_child_primary_code"),
            from_set("secondary_need", "SEN_TYPE", name="people_child_secondary_code"),
        ]
        indexes = [
            models.Index(fields=["sort_name", "id"], name="people_child_by_name"),
            models.Index(fields=["born_on", "sort_name"], name="people_child_by_birth"),
            models.Index(
                fields=["restricted_at"],
                condition=Q(restricted_at__isnull=False),
                name="people_child_restricted",
            ),
            models.Index(
                fields=["merged_into"],
                condition=Q(merged_into__isnull=False),
                name="people_child_aliases",
            ),
            GinIndex(Slips("search_text"), name="people_child_slips"),
            GinIndex(
                fields=["search_text"],
                opclasses=["gin_trgm_ops"],
                name="people_child_names",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_names} {self.family_name}"

    def get_absolute_url(self) -> str:
        return page_of("people:child-page", self.pk)

    @property
    def known_as(self) -> str:
        """The name people use."""
        if self.preferred_name:
            return f"{self.preferred_name} {self.family_name}"
        return str(self)

    @property
    def is_restricted(self) -> bool:
        """Whether only named staff may see this record."""
        return self.restricted_at is not None

    def age(self, on: date) -> int:
        """Age in whole years on a day, or at death."""
        return statutory.people.age_on(self.born_on, self.died_on or on)

    def age_words(self, on: date) -> str:
        """The age with the year group, like "10, Year 5"; at death, the age alone."""
        if self.died_on:
            return str(self.age(on))
        return f"{self.age(on)}, {statutory.people.year_group(self.born_on, on).label}"

    @property
    def badges(self) -> list[Badge]:
        """The statuses in force, a death and a restriction; needs `with_badges`."""
        if not hasattr(self, "statuses_now"):
            raise RuntimeError(
                "Load the child with_badges(): a property never queries."
            )
        made = [Badge("Restricted", "warn")] if self.is_restricted else []
        if self.died_on:
            return [Badge("Has died", "plain"), *made]
        return made + [status.badge for status in self.statuses_now]

    @property
    def setting_now(self) -> "Setting | None":
        """The setting attended today; needs `with_setting`."""
        if not hasattr(self, "attending_now"):
            raise RuntimeError(
                "Load the child with_setting(): a property never queries."
            )
        return self.attending_now[0].setting if self.attending_now else None

    @property
    def home_now(self) -> "Address | None":
        """The address lived at today; needs `with_home`."""
        if not hasattr(self, "living_now"):
            raise RuntimeError("Load the child with_home(): a property never queries.")
        return self.living_now[0] if self.living_now else None


@kept()
class NamedStaff(models.Model):
    """Somebody who may open a restricted child's record."""

    child = models.ForeignKey("people.Child", on_delete=models.CASCADE)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )

    objects = NamedStaffQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "named staff"
        constraints = [
            models.UniqueConstraint(
                fields=["child", "user"], name="people_namedstaff_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} on {self.child}"


@kept()
class ChildStatus(Dated, Versioned):
    """A status that changes how everybody works with the child (PPL-2)."""

    child = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="statuses"
    )
    kind = models.CharField(max_length=20, choices=StatusKind)
    authority = code_key("looked after by")
    detail = models.CharField(max_length=300, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Versioned.Meta):
        verbose_name_plural = "statuses"
        constraints = [
            ends_after_start("people_childstatus_ends_after_start"),
            one_at_a_time("people_childstatus_one_at_a_time", "child", "kind"),
            models.CheckConstraint(
                condition=Q(kind=StatusKind.LOOKED_AFTER, authority__isnull=False)
                | ~Q(kind=StatusKind.LOOKED_AFTER) & Q(authority__isnull=True),
                name="people_childstatus_looked_after_by_whom",
            ),
            from_set("authority", "LA_CODE", name="people_childstatus_authority_code"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def badge(self) -> Badge:
        """The status as a badge; a looked after child's says by whom."""
        by = f" by {self.authority}" if self.authority else ""
        return Badge(f"{self}{by}", "late" if self.kind in URGENT else "info")


@kept()
class Attendance(Dated, Versioned):
    """The setting where the child is taught, from one day to another.

    With what the SEN2 return asks of a place (module 5b).
    """

    child = models.ForeignKey(
        "people.Child", on_delete=models.PROTECT, related_name="attendances"
    )
    setting = models.ForeignKey(
        "schools.Setting", on_delete=models.PROTECT, related_name="attendances"
    )
    provision = models.CharField(
        "kind of place", max_length=10, choices=Provision, default=Provision.ORDINARY
    )
    residential = code_key("residential place")
    work_based = code_key("work-based learning")

    objects = AttendanceQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            ends_after_start("people_attendance_ends_after_start"),
            one_at_a_time("people_attendance_one_at_a_time", "child"),
            models.CheckConstraint(
                condition=Q(provision__in=Provision.values),
                name="people_attendance_known_provision",
            ),
            from_set(
                "residential", "RESIDENTIAL", name="people_attendance_residential_code"
            ),
            from_set("work_based", "WBP", name="people_attendance_work_based_code"),
        ]

    def __str__(self) -> str:
        return f"{self.setting}"

    @property
    def place_words(self) -> str:
        """What is not ordinary about the place; "" for an ordinary day place."""
        ordinary = self.provision == Provision.ORDINARY
        special = "" if ordinary else Provision(self.provision).label
        more = (special, self.residential, self.work_based)
        return ", ".join(str(word) for word in more if word)
