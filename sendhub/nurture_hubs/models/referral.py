"""Children who are referred to a nurture hub, and who agrees that they come."""

from django.db import models
from django.db.models import F, Q

from sendhub.audit.history import kept
from sendhub.core.models import WITHDRAWN_WHOLE, Versioned, Withdrawable, person
from sendhub.nurture_hubs.querysets import (
    AgreementQuerySet,
    ReferralQuerySet,
    VisitQuerySet,
)
from sendhub.nurture_hubs.rules import (
    ENDED,
    OPEN,
    TONES,
    Need,
    Party,
    Standing,
    VisitKind,
)
from sendhub.nurture_hubs.triggers import ANSWER_HOLDS, REFERRAL_HOLDS


@kept()
class Referral(Versioned):
    """One child referred to the nurture hubs by a school or the team (HUB-2)."""

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="hub_referrals"
    )
    standing = models.CharField(
        max_length=10, choices=Standing, default=Standing.REFERRED
    )
    received_on = models.DateField("referral received")
    setting = models.ForeignKey(
        "schools.Setting",
        on_delete=models.PROTECT,
        related_name="hub_referrals",
        verbose_name="school that the child comes from",
    )
    by_team = models.BooleanField("by the Behaviour Support Team itself", default=False)
    referrer = models.CharField("who referred the child", max_length=200)
    need = models.CharField(max_length=1, choices=Need, default=Need.USUAL)
    logged_by = person(null=False)
    reasons = models.TextField(max_length=10_000)
    tried = models.TextField("what has been tried", max_length=10_000)
    consent_on = models.DateField("family agreed", null=True, blank=True)
    consent_by = models.CharField("who agreed", max_length=200, blank=True)
    waits_since = models.DateField("waits since", null=True, blank=True)
    ended_on = models.DateField("ended", null=True, blank=True)
    ended_by = person()
    ended_because = models.TextField("why", max_length=2000, blank=True)

    objects = ReferralQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, REFERRAL_HOLDS]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(standing__in=sorted(OPEN)),
                name="nurture_hubs_referral_one_open",
            ),
            models.CheckConstraint(
                condition=Q(consent_on__isnull=True, consent_by="")
                | Q(consent_on__isnull=False) & ~Q(consent_by=""),
                name="nurture_hubs_referral_consent_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(
                    standing__in=sorted(ENDED),
                    ended_on__isnull=False,
                    ended_on__gte=F("received_on"),
                    ended_by__isnull=False,
                )
                & ~Q(ended_because="")
                | Q(
                    standing__in=[
                        Standing.REFERRED,
                        Standing.WAITING,
                        Standing.PLACED,
                    ],
                    ended_on__isnull=True,
                    ended_by__isnull=True,
                    ended_because="",
                ),
                name="nurture_hubs_referral_ended_who_when_why",
            ),
            models.CheckConstraint(
                condition=Q(need__in=Need.values),
                name="nurture_hubs_referral_known_need",
            ),
            models.CheckConstraint(
                condition=~Q(standing=Standing.WAITING)
                | Q(
                    waits_since__isnull=False,
                    waits_since__gte=F("received_on"),
                    consent_on__isnull=False,
                ),
                name="nurture_hubs_referral_waits_since_and_agreed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["received_on", "id"], name="nurture_hubs_referral_received"
            ),
            models.Index(
                fields=["need", "waits_since", "id"],
                condition=Q(standing=Standing.WAITING),
                name="nurture_hubs_referral_waiting",
            ),
        ]

    def __str__(self) -> str:
        return "Nurture hub referral"

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()

    @property
    def referred_by(self) -> str:
        """The school that referred the child, or the team itself."""
        team = "the Behaviour Support Team, from " if self.by_team else ""
        return f"{team}{self.setting}"

    @property
    def is_open(self) -> bool:
        """Whether it still asks for a place."""
        return self.standing in OPEN

    @property
    def tone(self) -> str:
        """The colour of where it stands."""
        return TONES[Standing(self.standing)]

    def agreed_by(self, hub_id: int) -> list[str]:
        """Who agreed that the child comes into a hub."""
        agreed = self.agreements.filter(hub=hub_id, agreed=True, withdrawn_on=None)
        return list(agreed.values_list("party", flat=True))

    def agreed_hubs(self) -> list[int]:
        """The hubs into which both agreed that the child comes."""
        answers = Agreement.objects.in_force().filter(referral=self)
        return list(answers.hubs_since())


@kept()
class Visit(Withdrawable, Versioned):
    """The Behaviour Support Team came to see a child, or to advise the school (HUB-2).

    It serves the school even where no referral and no place follow (seed 33).
    """

    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="hub_visits"
    )
    kind = models.CharField(max_length=12, choices=VisitKind)
    on = models.DateField("date")
    visitor = models.CharField("who came", max_length=200)
    setting = models.ForeignKey(
        "schools.Setting",
        on_delete=models.PROTECT,
        related_name="hub_visits",
        verbose_name="school",
    )
    found = models.TextField("what was seen or advised", max_length=10_000)
    recorded_by = person(null=False)

    objects = VisitQuerySet.as_manager()

    class Meta(Versioned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=VisitKind.values),
                name="nurture_hubs_visit_known_kind",
            ),
            WITHDRAWN_WHOLE,
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()


@kept()
class Agreement(Versioned):
    """What the coordinator or the hub school said to a referral (HUB-3; seed 33)."""

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="agreements"
    )
    hub = models.ForeignKey(
        "nurture_hubs.Hub", on_delete=models.PROTECT, related_name="agreements"
    )
    party = models.CharField("who", max_length=12, choices=Party)
    agreed = models.BooleanField("agreed")
    on = models.DateField("date")
    conditions = models.TextField("conditions or reasons", max_length=2000, blank=True)
    document = models.ForeignKey(
        "casework.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="evidence",
    )
    recorded_by = person(null=False)
    withdrawn_on = models.DateField("taken back", null=True, blank=True)
    withdrawn_because = models.CharField("why", max_length=300, blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta(Versioned.Meta):
        triggers = [*Versioned.Meta.triggers, ANSWER_HOLDS]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "hub", "party"],
                condition=Q(withdrawn_on__isnull=True),
                name="nurture_hubs_agreement_once",
            ),
            models.CheckConstraint(
                condition=Q(agreed=True) | ~Q(conditions=""),
                name="nurture_hubs_agreement_refusal_has_reasons",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_because="")
                | Q(withdrawn_on__isnull=False, withdrawn_on__gte=F("on"))
                & ~Q(withdrawn_because=""),
                name="nurture_hubs_agreement_withdrawn_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(party__in=Party.values),
                name="nurture_hubs_agreement_known_party",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_party_display()}: {self.said}"

    @property
    def said(self) -> str:
        """The answer in a word."""
        return "agreed" if self.agreed else "refused"
