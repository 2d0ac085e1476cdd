"""Referring a child, visits, and who agrees that the child comes (HUB-2, HUB-3)."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.actions import case_open
from sendhub.casework.models import Document
from sendhub.casework.rules import ServiceKey, check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.actions.place import locked
from sendhub.nurture_hubs.models import Agreement, Hub, HubPlace, Referral, Visit
from sendhub.nurture_hubs.rules import OPEN, Standing
from sendhub.people.models import Child
from sendhub.people.rules import check_after_birth
from sendhub.schools.models import Setting


class ReferralFacts(TypedDict):
    """What a school says when it refers a child."""

    received_on: date
    setting: Setting
    by_team: bool
    referrer: str
    need: str
    reasons: str
    tried: str
    consent_on: date | None
    consent_by: str


@transaction.atomic
def referral_log(*, child: Child, by: User, **facts: Unpack[ReferralFacts]) -> Referral:
    """Log that a school, or the team itself, refers a child to the hubs (HUB-2)."""
    received_on = facts["received_on"]
    check_not_future(received_on, on=clock.today(), field="received_on")
    check_after_birth(received_on, born_on=child.born_on, field="received_on")
    case = case_open(child=child, service=ServiceKey.HUB, opened_on=received_on, by=by)
    referral = Referral.objects.create(case=case, logged_by=by, **facts)
    record(
        "nurture_hubs.referral_log",
        by=by,
        child=child,
        about=referral,
        on=received_on,
        setting=facts["setting"],
    )
    return referral


class Found(TypedDict):
    """Who came when, and what they saw or advised."""

    kind: str
    on: date
    visitor: str
    setting: Setting
    found: str


@transaction.atomic
def visit_log(*, child: Child, by: User, **facts: Unpack[Found]) -> Visit:
    """Log a visit of the Behaviour Support Team, free to the school (HUB-2).

    With a referral or without one: the child's hub case is opened where there is none.
    """
    check_not_future(facts["on"], on=clock.today(), field="on")
    check_after_birth(facts["on"], born_on=child.born_on, field="on")
    case = case_open(child=child, service=ServiceKey.HUB, opened_on=facts["on"], by=by)
    visit = Visit.objects.create(case=case, recorded_by=by, **facts)
    record(
        "nurture_hubs.visit_log",
        by=by,
        child=child,
        about=visit,
        on=facts["on"],
        kind=visit.get_kind_display(),
    )
    return visit


class Answer(TypedDict):
    """What one of the two said, and the paper it stands on."""

    party: str
    agreed: bool
    on: date
    conditions: str
    document: Document | None


@transaction.atomic
def agreement_record(
    *, referral: Referral, hub: Hub, by: User, **answer: Unpack[Answer]
) -> Agreement:
    """Record what the coordinator or the hub school said (HUB-3; seed 33)."""
    referral = locked(referral)
    if referral.standing not in OPEN:
        raise RuleBroken("This referral has ended or has its place.")
    check_not_future(answer["on"], on=clock.today(), field="on")
    if answer["on"] < referral.received_on:
        raise RuleBroken("This cannot be before the referral.", "on")
    if not answer["agreed"] and not answer["conditions"]:
        raise RuleBroken("A refusal needs its reasons.", "conditions")
    made = Agreement.objects.create(
        referral=referral, hub=hub, recorded_by=by, **answer
    )
    wait_or_not(referral, since=answer["on"])
    record(
        "nurture_hubs.agreement_record",
        by=by,
        child=referral.case.child,
        about=made,
        on=answer["on"],
        who=made.get_party_display(),
        said="agreed" if made.agreed else "refused",
        hub=hub,
    )
    return made


def wait_or_not(referral: Referral, *, since: date) -> None:
    """A referral waits for a place while the family and both parties agree (HUB-3)."""
    agreed = bool(referral.consent_on and referral.agreed_hubs())
    if agreed == (referral.standing == Standing.WAITING):
        return
    referral.standing = Standing.WAITING if agreed else Standing.REFERRED
    referral.waits_since = max(since, referral.received_on) if agreed else None
    referral.save(update_fields=["standing", "waits_since"])


@transaction.atomic
def agreement_withdraw(
    *, agreement: Agreement, withdrawn_on: date, reason: str, by: User
) -> Agreement:
    """Record that an agreement was taken back, while no place stands on it."""
    referral = locked(agreement.referral)
    agreement = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if agreement.withdrawn_on:
        raise RuleBroken("This was already taken back.")
    check_not_future(withdrawn_on, on=clock.today(), field="withdrawn_on")
    standing = HubPlace.objects.standing().filter(referral=referral, hub=agreement.hub)
    if standing.filter(ends_on__gte=clock.today()).exists():
        raise RuleBroken("A place stands on it: end or withdraw the place first.")
    agreement.withdrawn_on, agreement.withdrawn_because = withdrawn_on, reason
    agreement.save(update_fields=["withdrawn_on", "withdrawn_because"])
    wait_or_not(referral, since=withdrawn_on)
    record(
        "nurture_hubs.agreement_withdraw",
        by=by,
        child=referral.case.child,
        about=agreement,
        on=withdrawn_on,
        who=agreement.get_party_display(),
        hub=agreement.hub,
        reason=reason,
    )
    return agreement


@transaction.atomic
def referral_end(
    *, referral: Referral, standing: Standing, ended_on: date, reason: str, by: User
) -> Referral:
    """Refuse a referral, or record that it was withdrawn, with the reason."""
    referral = locked(referral)
    if referral.standing not in OPEN:
        raise RuleBroken("This referral has ended or has its place.")
    check_not_future(ended_on, on=clock.today(), field="ended_on")
    if ended_on < referral.received_on:
        raise RuleBroken("This cannot be before the referral.", "ended_on")
    referral.standing, referral.waits_since = standing, None
    referral.ended_on, referral.ended_by, referral.ended_because = ended_on, by, reason
    referral.save(
        update_fields=[
            "standing",
            "waits_since",
            "ended_on",
            "ended_by",
            "ended_because",
        ]
    )
    record(
        "nurture_hubs.referral_end",
        by=by,
        child=referral.case.child,
        about=referral,
        on=ended_on,
        how=referral.get_standing_display(),
        reason=reason,
    )
    return referral
