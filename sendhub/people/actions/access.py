"""Coming to a restricted record for a time: asking, breaking the glass, its end."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.timezone import make_aware

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Partnership
from sendhub.people import rules
from sendhub.people.actions.restriction import end, locked
from sendhub.people.models import AccessGrant, AccessRequest, Child
from sendhub.people.rules import AccessWay, Outcome

OPEN_ALREADY = "You can open this record already."
OVER = "This access is over already."


@transaction.atomic
def access_ask(*, child: Child, reason: str, by: User) -> AccessRequest:
    """Ask those who are named on a restricted record to be let in."""
    child = locked(child)
    _check_hidden(child, by)
    rules.check_said_why(reason)
    made = AccessRequest.objects.create(
        child=child, asked_by=by, asked_at=clock.now(), reason=reason
    )
    record("people.access_ask", by=by, child=child, about=made)
    return made


@transaction.atomic
def access_decide(
    *,
    request: AccessRequest,
    grant: bool,
    until_on: date | None,
    answer: str,
    by: User,
) -> AccessRequest:
    """Let somebody in until a day, or refuse; nobody answers their own request."""
    locked(request.child)  # first, as everywhere, so that two acts never wait in turn
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    if request.outcome:
        raise RuleBroken(f"{request.decided_by} has answered this request already.")
    if request.asked_by_id == by.pk:
        raise RuleBroken("Somebody else answers your own request.")
    if not grant and not answer.strip():
        raise RuleBroken("Say why not, so that they know what to do.", "answer")
    now = clock.now()
    request.outcome = Outcome.GRANTED if grant else Outcome.REFUSED
    request.answer, request.decided_by, request.decided_at = answer, by, now
    request.save(update_fields=["outcome", "answer", "decided_by", "decided_at"])
    if grant:
        rules.check_until(until_on, on=clock.today())
        _let_in(request, _end_of(until_on or clock.today()), by)
    record(
        "people.access_decide",
        by=by,
        child=request.child,
        about=request,
        who=request.asked_by,
        outcome="granted" if grant else "refused",
    )
    return request


def _let_in(request: AccessRequest, ends_at: datetime, by: User) -> None:
    """Write what lets somebody in; who broke the glass meanwhile is in by this now."""
    now = clock.now()
    running = AccessGrant.objects.of_child(request.child).running(at=now)
    for former in running.filter(user=request.asked_by).select_for_update():
        end(former, at=now, by=by, reason="Let in by one of those named")
    AccessGrant.objects.create(
        child=request.child,
        user=request.asked_by,
        way=AccessWay.ASKED,
        reason=request.reason,
        request=request,
        given_by=by,
        starts_at=now,
        ends_at=ends_at,
    )


def _end_of(day: date) -> datetime:
    return make_aware(datetime.combine(day + timedelta(days=1), time.min))


@transaction.atomic
def glass_break(*, child: Child, reason: str, by: User) -> AccessGrant:
    """Open a restricted record in an emergency; it ends by itself and is reviewed."""
    child = locked(child)
    _check_hidden(child, by)
    rules.check_said_why(reason)
    hours = Partnership.objects.values_list("glass_hours", flat=True).get(pk=1)
    now = clock.now()
    made = AccessGrant.objects.create(
        child=child,
        user=by,
        way=AccessWay.GLASS,
        reason=reason,
        given_by=by,
        starts_at=now,
        ends_at=now + timedelta(hours=hours),
    )
    record("people.glass_break", by=by, child=child, about=made)
    return made


def _check_hidden(child: Child, by: User) -> None:
    """Only what one cannot open has to be asked for."""
    if not Child.objects.hidden_from(by).filter(pk=child.pk).exists():
        raise RuleBroken(OPEN_ALREADY)


@transaction.atomic
def access_give_back(*, grant: AccessGrant, by: User) -> AccessGrant:
    """Give access back before it ends by itself."""
    grant = _running(grant)
    if grant.user_id != by.pk:
        raise RuleBroken("Only the person who holds this access can give it back.")
    end(grant, at=clock.now(), by=by)
    record("people.access_give_back", by=by, child=grant.child, about=grant)
    return grant


@transaction.atomic
def access_revoke(*, grant: AccessGrant, reason: str, by: User) -> AccessGrant:
    """Take somebody's access away before it ends by itself."""
    grant = _running(grant)
    end(grant, at=clock.now(), by=by, reason=reason)
    record(
        "people.access_revoke",
        by=by,
        child=grant.child,
        about=grant,
        who=grant.user,
        reason=reason,
    )
    return grant


def _running(grant: AccessGrant) -> AccessGrant:
    grant = AccessGrant.objects.select_for_update().get(pk=grant.pk)
    if not grant.is_running(at=clock.now()):
        raise RuleBroken(OVER)
    return grant


@transaction.atomic
def glass_review(*, grant: AccessGrant, review_note: str, by: User) -> AccessGrant:
    """Say that somebody has looked at one use of break-glass, and what came of it."""
    grant = AccessGrant.objects.select_for_update().get(pk=grant.pk)
    if grant.way != AccessWay.GLASS:
        raise RuleBroken("Only the breaking of glass is reviewed.")
    if grant.reviewed_at:
        raise RuleBroken(f"{grant.reviewed_by} has reviewed this already.")
    if grant.user_id == by.pk:
        raise RuleBroken("Somebody else reviews what you did.")
    if grant.is_running(at=clock.now()):
        raise RuleBroken(
            "The record is still open to them. Take the access away first."
        )
    if not review_note.strip():
        raise RuleBroken("Say what you found.", "review_note")
    grant.reviewed_by, grant.reviewed_at = by, clock.now()
    grant.review_note = review_note
    grant.save(update_fields=["reviewed_by", "reviewed_at", "review_note"])
    record("people.glass_review", by=by, child=grant.child, about=grant)
    return grant
