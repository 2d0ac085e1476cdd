"""Asking for advice and receiving it (SEND Regulations 2014 regs 6 and 8; EHC-4)."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.models import Document
from sendhub.casework.rules import check_not_future, check_stands
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import rules
from sendhub.ehcps.actions.clocks import advice_clock_refresh
from sendhub.ehcps.models import Advice, NeedsAssessment
from sendhub.ehcps.rules import AdviceKind, Stage


@transaction.atomic
def advice_ask(
    *,
    assessment: NeedsAssessment,
    asked_on: date,
    asked_of: Mapping[AdviceKind, str],
    by: User,
) -> NeedsAssessment:
    """Ask services for their advice; each has six weeks from the day it was asked.

    `asked_of` names whom, by kind of advice.
    """
    assessment = (
        NeedsAssessment.objects.select_related("case__child")
        .select_for_update(of=("self",))
        .get(pk=assessment.pk)
    )
    _check_asking(assessment, asked_on)
    for kind, whom in asked_of.items():
        advice = Advice.objects.create(
            assessment=assessment,
            kind=kind,
            asked_of=whom,
            asked_on=asked_on,
            asked_by=by,
        )
        advice_clock_refresh(assessment, advice)
        record(
            "ehcps.advice_ask",
            by=by,
            child=assessment.case.child,
            about=advice,
            on=asked_on,
            kind=kind.label,
            whom=whom,
        )
    return assessment


def _check_asking(assessment: NeedsAssessment, asked_on: date) -> None:
    if assessment.stage != Stage.ASSESSING:
        raise RuleBroken("Advice is asked for while the assessment runs.")
    check_not_future(asked_on, on=clock.today(), field="asked_on")
    rules.check_order(
        asked_on,
        after=assessment.assessing_from,
        what="the decision to assess",
        field="asked_on",
    )


@transaction.atomic
def advice_receive(
    *,
    advice: Advice,
    received_on: date,
    summary: str,
    document: Document | None,
    by: User,
) -> Advice:
    """Record that advice arrived, on which day and what it says."""
    advice = (
        Advice.objects.select_related("assessment__case__child")
        .select_for_update(of=("self",))
        .get(pk=advice.pk)
    )
    if advice.received_on:
        raise RuleBroken("This advice is already recorded as received.")
    check_not_future(received_on, on=clock.today(), field="received_on")
    rules.check_order(
        received_on, after=advice.asked_on, what="the request", field="received_on"
    )
    if document is not None:
        document = Document.objects.select_for_update().get(pk=document.pk)
        check_stands(document.withdrawn_at, what="document", field="document")
    advice.received_on = received_on
    advice.received_by = by
    advice.summary = summary
    advice.document = document
    advice.save(update_fields=["received_on", "received_by", "summary", "document"])
    advice_clock_refresh(advice.assessment, advice)
    record(
        "ehcps.advice_receive",
        by=by,
        child=advice.assessment.case.child,
        about=advice,
        on=received_on,
        kind=AdviceKind(advice.kind).label,
        whom=advice.asked_of,
    )
    return advice
