"""The weekly digest on its way to those who lead a team."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from sendhub.audit.history import kept
from sendhub.casework.querysets import DigestQuerySet
from sendhub.casework.rules.digest import DigestState


@kept()
class Digest(models.Model):
    """One week's digest for one leader: sent once at most, whatever is started again.

    Its numbers are counted as it is sent and kept nowhere.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="digests"
    )
    team = models.ForeignKey(
        "accounts.Team", on_delete=models.PROTECT, related_name="+"
    )
    week_on = models.DateField("week from")
    state = models.CharField(
        max_length=10, choices=DigestState, default=DigestState.WAITING
    )
    began_at = models.DateTimeField("began to send at", null=True, blank=True)
    sent_at = models.DateTimeField("sent at", null=True, blank=True)

    objects = DigestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "week_on"], name="casework_digest_once_a_week"
            ),
            models.CheckConstraint(
                condition=Q(week_on__iso_week_day=1), name="casework_digest_of_a_monday"
            ),
            models.CheckConstraint(
                condition=Q(state=DigestState.SENT, sent_at__isnull=False)
                | ~Q(state=DigestState.SENT) & Q(sent_at__isnull=True),
                name="casework_digest_sent_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team}, week from {self.week_on}"
