"""Keeping a record for named staff: restricting, naming, looking again (ADM-2)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.people import rules
from sendhub.people.models import AccessGrant, AccessRequest, Child, NamedStaff
from sendhub.people.rules import Outcome

RESTRICTION = (
    "restricted_at",
    "restricted_by",
    "restricted_reason",
    "restricted_review_on",
)


def locked(child: Child) -> Child:
    """Take the child's row: whoever changes who may open it comes one by one."""
    return Child.objects.select_for_update().get(pk=child.pk)


@transaction.atomic
def child_restrict(
    *,
    child: Child,
    named: Iterable[User],
    reason: str,
    by: User,
    review_on: date | None = None,
) -> Child:
    """Keep a record for named staff only; whoever restricts is named too.

    Without a day, the restriction is looked at again after half a year.
    """
    child = locked(child)
    if child.is_restricted:
        raise RuleBroken("This record is restricted already.")
    if not reason.strip():
        raise RuleBroken("Say why this record is restricted.", "reason")
    today = clock.today()
    review_on = review_on or today + rules.USUAL_RESTRICTION
    rules.check_review(review_on, on=today)
    child.restricted_at = clock.now()
    child.restricted_by = by
    child.restricted_reason = reason
    child.restricted_review_on = review_on
    child.save(update_fields=RESTRICTION)
    users = {user.pk for user in named} | {by.pk}
    NamedStaff.objects.bulk_create(
        [NamedStaff(child=child, user_id=pk) for pk in sorted(users)]
    )
    record("people.child_restrict", by=by, child=child, about=child, named=len(users))
    return child


@transaction.atomic
def restriction_review(
    *, child: Child, reason: str, review_on: date, by: User
) -> Child:
    """Keep the restriction after another look at it, until the next."""
    child = _restricted(child)
    rules.check_review(review_on, on=clock.today())
    child.restricted_reason = reason
    child.restricted_review_on = review_on
    child.save(update_fields=["restricted_reason", "restricted_review_on"])
    record(
        "people.restriction_review",
        by=by,
        child=child,
        about=child,
        review_on=review_on,
    )
    return child


@transaction.atomic
def restriction_lift(*, child: Child, reason: str, by: User) -> Child:
    """Open a restricted record to everybody again; what was given for a time ends."""
    child = _restricted(child)
    if not reason.strip():
        raise RuleBroken("Say why the restriction ends.", "reason")
    child.restricted_at = child.restricted_by = child.restricted_review_on = None
    child.restricted_reason = ""
    child.save(update_fields=RESTRICTION)
    NamedStaff.objects.filter(child=child).delete()
    settle(child, by=by)
    record("people.restriction_lift", by=by, child=child, about=child, reason=reason)
    return child


@transaction.atomic
def staff_name(*, child: Child, user: User, reason: str, by: User) -> NamedStaff:
    """Let one more person open a restricted record, until they are taken off it."""
    child = _restricted(child)
    named = NamedStaff.objects.create(child=child, user=user)
    settle(child, by=by, user=user)
    record(
        "people.staff_name", by=by, child=child, about=named, who=user, reason=reason
    )
    return named


@transaction.atomic
def staff_unname(*, named: NamedStaff, reason: str, by: User) -> Child:
    """Take somebody off a restricted record; one person at least stays named."""
    child = _restricted(named.child)
    if not NamedStaff.objects.filter(pk=named.pk).exists():
        raise RuleBroken(f"{named.user} is not named on this record any more.")
    others = NamedStaff.objects.filter(child=child, user__is_active=True)
    if not others.exclude(pk=named.pk).exists():
        raise RuleBroken(
            "Nobody else who signs in is named on this record. Name somebody first, "
            "or lift the restriction."
        )
    NamedStaff.objects.filter(pk=named.pk).delete()
    record(
        "people.staff_unname",
        by=by,
        child=child,
        about=child,
        who=named.user,
        reason=reason,
    )
    return child


def _restricted(child: Child) -> Child:
    child = locked(child)
    if not child.is_restricted:
        raise RuleBroken("This record is not restricted.")
    return child


def end(grant: AccessGrant, *, at: datetime, by: User, reason: str = "") -> None:
    """End access for a time before it ends by itself."""
    grant.ended_at, grant.ended_by, grant.ended_reason = at, by, reason
    grant.save(update_fields=["ended_at", "ended_by", "ended_reason"])


def settle(child: Child, *, by: User, user: User | None = None) -> None:
    """End the access for a time, and close the requests, that are needed no more.

    Of one person who is named from now on, or of everybody once all may see.
    """
    now = clock.now()
    grants = AccessGrant.objects.of_child(child).running(at=now)
    requests = AccessRequest.objects.of_child(child).waiting()
    if user is not None:
        grants, requests = grants.filter(user=user), requests.filter(asked_by=user)
    for grant in grants.select_for_update():
        end(grant, at=now, by=by)
    for request in requests.select_for_update():
        request.outcome = Outcome.NOT_NEEDED
        request.decided_at, request.decided_by = now, by
        request.save(update_fields=["outcome", "decided_at", "decided_by"])
