"""Sending the weekly digest: once to each leader, whatever is started again.

A worker writes down that it is sending before it speaks to the mail server. What is
found in that state later may have gone, so it is not sent again.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from sendhub.accounts.models import User
from sendhub.casework import digest
from sendhub.casework.models import Digest
from sendhub.casework.rules.digest import DigestState, digest_week
from sendhub.core import clock, mail
from sendhub.core.mail import Answer

BECOMES = {
    Answer.SENT: DigestState.SENT,
    Answer.LATER: DigestState.WAITING,
    Answer.NEVER: DigestState.FAILED,
    Answer.UNKNOWN: DigestState.UNKNOWN,
}


def digests_send(*, now: datetime) -> int:
    """Send this week's digest to every leader who has not had it; say how many."""
    Digest.objects.lost(now=now).update(state=DigestState.UNKNOWN)
    monday = digest_week(localtime(now))
    if monday is None:
        return 0
    settled = Digest.objects.of_week(monday).settled().values("person")
    people = list(digest.leaders().exclude(pk__in=settled))
    return sum(digest_send(person=person, week_on=monday) for person in people)


def digest_send(*, person: User, week_on: date) -> bool:
    """Send one leader the digest of a week, if it says anything.

    Not where somebody else has begun to.
    """
    shown = digest.digest_of(person, person.team, on=clock.today())
    claimed = _claim(person, week_on)
    if claimed is None:
        return False
    if not digest.says_something(shown):
        return _settle(claimed, DigestState.EMPTY)
    sent = mail.send(digest.message(person, shown, on=clock.today()))
    return _settle(claimed, BECOMES[sent.state])


@transaction.atomic
def _claim(person: User, week_on: date) -> Digest | None:
    """Write down that a digest is being sent, before it is."""
    made = Digest(person=person, team=person.team, week_on=week_on)
    Digest.objects.bulk_create([made], ignore_conflicts=True)
    there = Digest.objects.of_person(person).of_week(week_on).waiting()
    claimed = there.select_for_update(skip_locked=True).first()
    if claimed is not None:
        claimed.state, claimed.began_at = DigestState.SENDING, clock.now()
        claimed.save(update_fields=["state", "began_at"])
    return claimed


def _settle(claimed: Digest, state: DigestState) -> bool:
    """Write down what became of a digest that this worker has taken."""
    claimed.state = state
    claimed.sent_at = clock.now() if state == DigestState.SENT else None
    claimed.save(update_fields=["state", "sent_at"])
    return claimed.state == DigestState.SENT
