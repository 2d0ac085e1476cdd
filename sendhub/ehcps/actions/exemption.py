"""Recording why the law excuses a limit (NA-04, NA-07; EHC-2)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.models import Deadline, Document
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import rules
from sendhub.ehcps.actions.advice import check_document
from sendhub.ehcps.facts import facts_of
from sendhub.ehcps.models import Advice, Exemption, NeedsAssessment
from sendhub.ehcps.rules import AdviceKind, Claim, Ground


class ExemptionTerms(TypedDict):
    """What is said for being late."""

    ground: Ground
    starts_on: date | None
    ends_on: date | None
    impractical_because: str
    document: Document | None
    told_on: date | None


@transaction.atomic
def exemption_record(
    *, deadline: Deadline, by: User, **terms: Unpack[ExemptionTerms]
) -> Exemption:
    """Record a reason that excuses a limit; the date itself never moves.

    SEND Regulations 2014 regs. 5(4), 8(2), 10(4), 13(3) and 27(3); R (JSC) v
    Cambridgeshire. What the law does not know as a reason is refused, and why.
    """
    deadline = (
        Deadline.objects.select_related("case__child")
        .select_for_update(of=("self",))
        .get(pk=deadline.pk)
    )
    check_told(terms["told_on"])
    judged = rules.judge(
        deadline.rule,
        _claim(terms),
        asked=_asked(deadline),
        advice_asked_on=_school_asked_on(deadline),
        on=clock.today(),
    )
    check_document(terms["document"])
    exemption = Exemption.objects.create(
        deadline=deadline, judged=judged, recorded_by=by, **terms
    )
    record(
        "ehcps.exemption_record",
        by=by,
        child=deadline.case.child,
        about=exemption,
        what=deadline.title,
        ground=exemption.get_ground_display(),
    )
    return exemption


@transaction.atomic
def exemption_withdraw(*, exemption: Exemption, reason: str, by: User) -> Exemption:
    """Take back an exemption that should not have been recorded; history keeps it."""
    exemption = (
        Exemption.objects.select_related("deadline__case__child")
        .select_for_update(of=("self",))
        .get(pk=exemption.pk)
    )
    if exemption.withdrawn_at:
        raise RuleBroken("This was already taken back.")
    exemption.take_back(by=by, reason=reason)
    record(
        "ehcps.exemption_withdraw",
        by=by,
        child=exemption.deadline.case.child,
        about=exemption,
        what=exemption.deadline.title,
        reason=reason,
    )
    return exemption


def check_told(told_on: date | None) -> None:
    """The family is told why on a day that has come."""
    if told_on:
        check_not_future(told_on, on=clock.today(), field="told_on")


def _claim(terms: ExemptionTerms) -> Claim:
    return Claim(
        ground=Ground(terms["ground"]),
        impractical_because=terms["impractical_because"],
        starts_on=terms["starts_on"],
        ends_on=terms["ends_on"],
    )


def _asked(deadline: Deadline) -> Mapping[str, Any]:
    """The facts that this limit runs on."""
    if deadline.about_type == "ehcps.advice":
        advice = Advice.objects.get(pk=deadline.about_id)
        return {"advice_requested": advice.asked_on}
    assessment = NeedsAssessment.objects.get(pk=deadline.about_id)
    return rules.questions(facts_of(assessment)).get(deadline.rule, {})


def _school_asked_on(deadline: Deadline) -> date | None:
    """The day on which the school was asked for the advice of this assessment."""
    if deadline.about_type != "ehcps.needsassessment":
        return None
    asked = Advice.objects.filter(
        assessment=deadline.about_id, kind=AdviceKind.EDUCATION
    )
    return asked.order_by("asked_on").values_list("asked_on", flat=True).first()
