"""Going on after a refusal was reversed (NA-15; EHC-9, EHC-10)."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import rules
from sendhub.ehcps.actions.assessment import locked_assessment
from sendhub.ehcps.actions.clocks import clocks_refresh
from sendhub.ehcps.actions.plan import draft_open
from sendhub.ehcps.facts import check_free
from sendhub.ehcps.models import NeedsAssessment, Reversal
from sendhub.ehcps.rules import Refusal, Reversed, Route, Stage
from sendhub.people.models import Child


class ReversalTerms(TypedDict):
    """How a refusal came to be reversed."""

    route: Route
    happened_on: date
    agreed_by: date | None
    told_on: date | None
    reasons: str


@transaction.atomic
def refusal_reverse(
    *, assessment: NeedsAssessment, by: User, **terms: Unpack[ReversalTerms]
) -> Reversal:
    """Reverse a refusal and go on; the refusal itself stays recorded.

    SEND Regulations 2014 regs. 42, 44 and 45; R (W) v Hertfordshire (NA-15). An order,
    an appeal not opposed and an agreement in mediation start a clock of their own.
    """
    Child.objects.select_for_update().get(pk=assessment.case.child_id)
    assessment = locked_assessment(assessment)
    refusal = rules.refusal_of(Stage(assessment.stage))
    check_free(assessment)
    if assessment.is_again and refusal is Refusal.ISSUE:
        raise RuleBroken("The plan stayed as it is: an order would amend it.")
    _check_terms(assessment, refusal, terms)
    reversal = Reversal.objects.create(
        assessment=assessment, of=refusal, recorded_by=by, **terms
    )
    assessment.stage = rules.GOES_ON_AT[refusal]
    assessment.save(update_fields=["stage"])
    if refusal is Refusal.ISSUE:
        draft_open(assessment)
    clocks_refresh(assessment)
    record(
        "ehcps.refusal_reverse",
        by=by,
        child=assessment.case.child,
        about=reversal,
        on=terms["happened_on"],
        refusal=refusal.label,
        route=Route(terms["route"]).label,
    )
    return reversal


@transaction.atomic
def reversal_tell(*, reversal: Reversal, told_on: date, by: User) -> Reversal:
    """Record the day on which the family was told that we now go on (NA-15)."""
    reversal = (
        Reversal.objects.select_related("assessment__case__child")
        .select_for_update(of=("self",))
        .get(pk=reversal.pk)
    )
    reversal.assessment = locked_assessment(reversal.assessment)
    if reversal.told_on:
        raise RuleBroken("This is already recorded.")
    check_not_future(told_on, on=clock.today(), field="told_on")
    rules.check_told(told_on, happened_on=reversal.happened_on)
    reversal.told_on = told_on
    reversal.save(update_fields=["told_on"])
    clocks_refresh(reversal.assessment)
    record(
        "ehcps.reversal_tell",
        by=by,
        child=reversal.assessment.case.child,
        about=reversal,
        on=told_on,
    )
    return reversal


def _check_terms(
    assessment: NeedsAssessment, refusal: Refusal, terms: ReversalTerms
) -> None:
    check_not_future(terms["happened_on"], on=clock.today(), field="happened_on")
    if terms["told_on"]:
        check_not_future(terms["told_on"], on=clock.today(), field="told_on")
    refused_on = (
        assessment.assess_told_on
        if refusal is Refusal.ASSESS
        else assessment.issue_told_on
    )
    turned = Reversed(
        of=refusal,
        route=Route(terms["route"]),
        happened_on=terms["happened_on"],
        agreed_by=terms["agreed_by"],
        told_on=terms["told_on"],
    )
    rules.check_reversal(turned, refused_on=refused_on or assessment.received_on)
