"""Who agrees that a child comes into a hub: coordinator and hub school (HUB-3)."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.models import Document
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.actions.place import locked
from sendhub.nurture_hubs.actions.referral import check_no_place
from sendhub.nurture_hubs.actions.waits import wait_or_not
from sendhub.nurture_hubs.models import Agreement, Hub, Referral
from sendhub.nurture_hubs.rules import Party, check_can_fit
from sendhub.nurture_hubs.rules.referrals import (
    check_not_before_referral,
    check_open,
    check_reasons,
)
from sendhub.statutory.words import date_words


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
    document = answer["document"]
    if document and document.case_id != referral.case_id:
        raise RuleBroken("Choose a document of this case.", "document")
    made = _answered(referral, hub, answer, by)
    record(
        "nurture_hubs.agreement_record",
        by=by,
        child=referral.case.child,
        about=made,
        on=made.on,
        who=made.get_party_display(),
        said=made.said,
        hub=hub,
    )
    return made


@transaction.atomic
def agreement_answer(
    *, referral: Referral, hub: Hub, agreed: bool, on: date, conditions: str, by: User
) -> Agreement:
    """Answer for one's own hub school, after the coordinator agreed (HUB-3)."""
    referral = locked(referral)
    if not Hub.objects.visible_to(by, on=clock.today()).filter(pk=hub.pk).exists():
        raise RuleBroken("You may answer for your own hub only.")
    if not Referral.objects.filter(pk=referral.pk).offered_to(hub).exists():
        raise RuleBroken(
            f"There is nothing to answer for {hub}: it has answered, or the "
            "coordinator does not ask it any more."
        )
    answer: Answer = {
        "party": Party.SCHOOL,
        "agreed": agreed,
        "on": on,
        "conditions": conditions,
        "document": None,
    }
    made = _answered(referral, hub, answer, by)
    record(
        "nurture_hubs.agreement_answer",
        by=by,
        child=referral.case.child,
        about=made,
        on=on,
        said=made.said,
        hub=hub,
    )
    return made


@transaction.atomic
def agreement_withdraw(
    *, agreement: Agreement, withdrawn_on: date, reason: str, by: User
) -> Agreement:
    """Record that an answer was taken back, while no place stands on it."""
    referral = locked(agreement.referral)
    found = Agreement.objects.select_related("hub").select_for_update(of=("self",))
    agreement = found.get(pk=agreement.pk)
    if agreement.withdrawn_on:
        raise RuleBroken("This was taken back already.")
    check_not_future(withdrawn_on, on=clock.today(), field="withdrawn_on")
    if withdrawn_on < agreement.on:
        raise RuleBroken(
            f"The answer was given on {date_words(agreement.on)}: it cannot be taken "
            "back before.",
            "withdrawn_on",
        )
    if agreement.agreed:
        check_no_place(
            referral,
            "A place stands on this, and it stays as recorded. If the child may not "
            "come any more, end the place; if the child never came, take the place "
            "back first.",
            field=None,
        )
    agreement.withdrawn_on, agreement.withdrawn_because = withdrawn_on, reason
    agreement.save(update_fields=["withdrawn_on", "withdrawn_because"])
    wait_or_not(referral)
    record(
        "nurture_hubs.agreement_withdraw",
        by=by,
        child=referral.case.child,
        about=agreement,
        on=withdrawn_on,
        who=agreement.get_party_display(),
        what="agreement" if agreement.agreed else "refusal",
        hub=agreement.hub,
        reason=reason,
    )
    return agreement


def _answered(referral: Referral, hub: Hub, answer: Answer, by: User) -> Agreement:
    on = answer["on"]
    check_open(referral.standing)
    check_not_future(on, on=clock.today(), field="on")
    check_not_before_referral(on, received_on=referral.received_on, field="on")
    check_reasons(agreed=answer["agreed"], conditions=answer["conditions"])
    if not Hub.objects.not_closed(on=on).filter(pk=hub.pk).exists():
        raise RuleBroken(f"{hub} had closed by then. Choose another hub.", "hub")
    if answer["agreed"]:
        check_can_fit(
            referral.case.child.born_on,
            ages=(hub.age_from, hub.age_to),
            first=max(clock.today(), hub.opens_on),
            last=hub.closes_on,
        )
    made = Agreement.objects.create(
        referral=referral, hub=hub, recorded_by=by, **answer
    )
    wait_or_not(referral)
    return made
