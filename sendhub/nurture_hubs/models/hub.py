"""Nurture hubs: who runs them, when they are open, how many places they have."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from sendhub.audit.history import kept
from sendhub.core.models import Versioned, person
from sendhub.nurture_hubs.querysets import HubDayQuerySet, HubQuerySet, MemberQuerySet
from sendhub.nurture_hubs.rules import USUAL_PLACES, Phase
from sendhub.nurture_hubs.rules.running import EARLIEST, LATEST
from sendhub.nurture_hubs.triggers import (
    CAPACITY_HOLDS,
    HUB_STAYS,
    NOBODY_STARTS,
    ONLY_COUNTED,
    OPENING_HOLDS,
)
from sendhub.people.models.periods import Dated, ends_after_start, one_at_a_time
from sendhub.schools.models import Setting
from sendhub.schools.rules import Status


def in_time(name: str, first: str, last: str = "") -> models.CheckConstraint:
    """Refuse days of which the year cannot be meant: hubs are young (seed 30)."""
    condition = Q(**{f"{first}__range": (EARLIEST, LATEST)})
    if last:
        condition &= Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__lte": LATEST})
    return models.CheckConstraint(condition=condition, name=name)


@kept()
class Hub(Versioned):
    """One nurture hub, from its opening to its closing (HUB-1; seed 30 to 32)."""

    name = models.CharField(max_length=120)
    phase = models.CharField(max_length=10, choices=Phase)
    age_from = models.PositiveSmallIntegerField("youngest age at entry")
    age_to = models.PositiveSmallIntegerField("oldest age at entry")
    sessions = models.CharField(
        "sessions", max_length=120, blank=True, help_text="Like: five mornings a week."
    )
    opens_on = models.DateField("opens")
    closes_on = models.DateField("last day", null=True, blank=True)

    objects = HubQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, OPENING_HOLDS]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="nurture_hubs_hub_name_once"),
            models.CheckConstraint(
                condition=Q(closes_on__isnull=True) | Q(closes_on__gte=F("opens_on")),
                name="nurture_hubs_hub_closes_after_opening",
            ),
            in_time("nurture_hubs_hub_in_time", "opens_on", "closes_on"),
            models.CheckConstraint(
                condition=Q(age_from__gte=2, age_to__gte=F("age_from"), age_to__lte=18),
                name="nurture_hubs_hub_ages",
            ),
            models.CheckConstraint(
                condition=Q(phase__in=Phase.values), name="nurture_hubs_hub_known_phase"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("nurture_hubs:hub-page", args=[self.pk])

    def hosts_on(self, on: date) -> list[Setting]:
        """The schools that run it on a day."""
        hosts = self.hosts.filter(starts_on__lte=on).select_related("setting")
        there = hosts.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on))
        return [host.setting for host in there.order_by("pk")]

    def is_hosted_by(self, setting_id: int, *, on: date) -> bool:
        """Whether a school runs it on a day: a child from there is a child of it."""
        hosts = self.hosts.filter(setting=setting_id, starts_on__lte=on)
        return hosts.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on)).exists()


@kept()
class HubHost(Dated, Versioned):
    """A school that runs a hub, alone or with another (seed 30)."""

    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="hosts")
    setting = models.ForeignKey(
        "schools.Setting", on_delete=models.PROTECT, related_name="hubs"
    )

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, HUB_STAYS]
        constraints = [
            ends_after_start("nurture_hubs_hubhost_ends_after_start"),
            one_at_a_time("nurture_hubs_hubhost_one_at_a_time", "hub", "setting"),
            in_time("nurture_hubs_hubhost_in_time", "starts_on", "ends_on"),
        ]

    def __str__(self) -> str:
        return f"{self.setting}"

    @property
    def ending_label(self) -> str:
        """What a tag says where the school closes in the register; "" where not."""
        if not self.setting.is_open:
            return "School closed in the register"
        known = self.setting.status == Status.CLOSING and self.ends_on is None
        return "School is to close" if known else ""

    @property
    def ending_words(self) -> str:
        """What is to be done where the register closes the school, or joins two."""
        if self.setting.is_open:
            begins = f"{self.setting} is to close, as the register of schools says."
        else:
            begins = f"{self.setting} is closed in the register of schools."
        return (
            f"{begins} Add the school that runs the hub from then on, also where two "
            "schools have become one; then end this one’s part. If no school follows, "
            "set the hub’s last day. The children keep their places meanwhile."
        )


@kept()
class HubCapacity(Versioned):
    """How many places a hub has from a day on, until the next says otherwise."""

    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="capacities")
    from_on = models.DateField("from")
    places = models.PositiveSmallIntegerField(default=USUAL_PLACES)
    because = models.CharField("why", max_length=300, blank=True)
    set_by = person(null=False)

    class Meta(Versioned.Meta):
        verbose_name_plural = "hub capacities"
        triggers = [*Versioned.Meta.triggers, HUB_STAYS, CAPACITY_HOLDS]
        constraints = [
            models.UniqueConstraint(
                fields=["hub", "from_on"], name="nurture_hubs_hubcapacity_once"
            ),
            models.CheckConstraint(
                condition=Q(places__lte=40), name="nurture_hubs_hubcapacity_small"
            ),
            in_time("nurture_hubs_hubcapacity_in_time", "from_on"),
        ]

    def __str__(self) -> str:
        return f"{self.places} places"


@kept()
class HubPause(Dated, Versioned):
    """Days on which nobody new may start in a hub; who is there stays (HUB-1)."""

    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="pauses")
    because = models.CharField("why", max_length=300)
    set_by = person(null=False)

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, HUB_STAYS, NOBODY_STARTS]
        constraints = [
            ends_after_start("nurture_hubs_hubpause_ends_after_start"),
            one_at_a_time("nurture_hubs_hubpause_one_at_a_time", "hub"),
            in_time("nurture_hubs_hubpause_in_time", "starts_on", "ends_on"),
            models.CheckConstraint(
                condition=~Q(because=""), name="nurture_hubs_hubpause_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hub} paused"


@kept()
class HubMember(Dated, Versioned):
    """Somebody who works for a hub school, and so sees its hub and no other."""

    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="hubs"
    )

    objects = MemberQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, HUB_STAYS]
        constraints = [
            ends_after_start("nurture_hubs_hubmember_ends_after_start"),
            one_at_a_time("nurture_hubs_hubmember_one_at_a_time", "hub", "user"),
            in_time("nurture_hubs_hubmember_in_time", "starts_on", "ends_on"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.hub}"


@kept()
class Budget(Versioned):
    """What a hub, or the whole network, has for a financial year from April (HUB-11).

    Without a hub it is the network's: £200,000 a year (seed 30).
    """

    hub = models.ForeignKey(
        Hub, on_delete=models.PROTECT, null=True, blank=True, related_name="budgets"
    )
    year = models.PositiveSmallIntegerField("financial year that begins in April of")
    pence = models.PositiveBigIntegerField("amount (pence)")
    set_by = person(null=False)

    class Meta(Versioned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["hub", "year"],
                nulls_distinct=False,
                name="nurture_hubs_budget_once",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=2021, year__lte=2100),
                name="nurture_hubs_budget_known_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hub or 'Network'}, {self.year}"


class HubDay(models.Model):
    """How many places a hub has on a day, and how many are promised (HUB-4).

    The database alone writes it, and refuses one promise too many.
    """

    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="days")
    day = models.DateField()
    places = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0)

    objects = HubDayQuerySet.as_manager()

    class Meta:
        triggers = [ONLY_COUNTED]
        constraints = [
            models.UniqueConstraint(
                fields=["hub", "day"], name="nurture_hubs_hubday_once"
            ),
            models.CheckConstraint(
                condition=Q(taken__lte=F("places")),
                name="nurture_hubs_day_not_overbooked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hub}, {self.day}: {self.taken} of {self.places}"
