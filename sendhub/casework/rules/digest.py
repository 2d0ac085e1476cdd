"""When the weekly digest goes, and how far one is. Pure."""

from datetime import date, datetime, time, timedelta

from django.db.models import TextChoices

from sendhub.casework.rules import monday_of


class DigestState(TextChoices):
    """How far a week's digest is on its way; what may have gone never goes again."""

    WAITING = "waiting", "Waiting for the mail server"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    FAILED = "failed", "Refused by the mail server"
    UNKNOWN = "unknown", "Not known whether it went"
    EMPTY = "empty", "Not sent: there was nothing to say"


DIGEST_FROM = time(6, 30)
"""When the first people come on a Monday, it is there."""
DIGEST_DAYS = 2
"""A mail server or worker away all Monday is waited for until Tuesday night."""
DIGEST_LOST_AFTER = timedelta(minutes=15)
"""A worker that was sending for so long is dead: the mail server gives up before."""


def digest_week(moment: datetime) -> date | None:
    """The Monday whose digest is to be sent at a moment of local time, if any is."""
    monday = monday_of(moment.date())
    if moment.date() - monday >= timedelta(days=DIGEST_DAYS):
        return None
    starts = datetime.combine(monday, DIGEST_FROM, tzinfo=moment.tzinfo)
    return monday if moment >= starts else None
