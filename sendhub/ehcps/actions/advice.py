"""Asking for advice and receiving it (SEND Regulations 2014 regs 6 and 8; EHC-4)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Required, TypedDict, Unpack

from django.db import transaction

from sendhub import statutory
from sendhub.accounts.models import User
from sendhub.audit.models import Act
from sendhub.audit.record import keep_together, record
from sendhub.casework.models import Document
from sendhub.casework.rules import check_not_future, check_stands
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import rules
from sendhub.ehcps.actions.assessment import locked_assessment
from sendhub.ehcps.actions.clocks import advice_clock_refresh
from sendhub.ehcps.models import Advice, NeedsAssessment
from sendhub.ehcps.rules import AdviceKind, Quality, Stage
from sendhub.statutory.words import date_words


@transaction.atomic
def advice_ask(
    *,
    assessment: NeedsAssessment,
    asked_on: date,
    asked_of: Mapping[AdviceKind, str],
    by: User,
    others: Sequence[str] = (),
) -> NeedsAssessment:
    """Ask services for their advice; each has six weeks from the day it was asked.

    `asked_of` names whom, by kind of advice; `others` any other persons, each by name
    and role (reg. 6(1)(h)).
    """
    assessment = counted_assessment(assessment)
    _check_asking(assessment, asked_on)
    other_kind = [(AdviceKind.OTHER, whom) for whom in others]
    asked = Advice.objects.bulk_create(
        Advice(
            assessment=assessment,
            kind=kind,
            asked_of=whom,
            asked_on=asked_on,
            asked_by=by,
            due_on=statutory.due("NA-07", advice_requested=asked_on),
        )
        for kind, whom in [*asked_of.items(), *other_kind]
    )
    advice_clock_refresh(assessment, *asked)
    keep_together(_asked(assessment, advice, by) for advice in asked)
    return assessment


def _asked(assessment: NeedsAssessment, advice: Advice, by: User) -> Act:
    """The line of history that one advice was asked for, to be kept with others."""
    return record(
        "ehcps.advice_ask",
        by=by,
        child=assessment.case.child,
        about=advice,
        on=advice.asked_on,
        keep=False,
        kind=AdviceKind(advice.kind).label,
        whom=advice.asked_of,
    )


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


class Arrival(TypedDict, total=False):
    """What is known of advice that arrived."""

    received_on: Required[date]
    summary: Required[str]
    document: Required[Document | None]
    quality: str
    lacking: str


@transaction.atomic
def advice_receive(*, advice: Advice, by: User, **arrival: Unpack[Arrival]) -> Advice:
    """Record that advice arrived, on which day, what it says and whether it will do.

    It may come after the plan was issued: it is kept, marked late, and opens nothing.
    """
    advice = locked_advice(advice)
    received_on = arrival["received_on"]
    _check_arrival(advice, received_on)
    check_document(arrival["document"])
    advice.received_on = received_on
    advice.received_by = by
    advice.summary = arrival["summary"]
    advice.document = arrival["document"]
    quality = Quality(arrival.get("quality", Quality.UNREAD))
    judge(advice, quality, arrival.get("lacking", ""), by=by)
    advice.save()
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


def _check_arrival(advice: Advice, received_on: date) -> None:
    if advice.received_on:
        raise RuleBroken("This advice is already recorded as received.")
    if advice.held_agreed_on or advice.asked_on is None:
        raise RuleBroken("What was held already was agreed to be enough.")
    check_not_future(received_on, on=clock.today(), field="received_on")
    if received_on < advice.asked_on:
        raise RuleBroken(
            f"This cannot be before the request on {date_words(advice.asked_on)}. Was "
            "it here already? Then record it as advice held already, if its author, "
            "the family and we agree that it is enough.",
            "received_on",
        )


def judge(advice: Advice, quality: Quality, lacking: str, *, by: User) -> None:
    """Write what we found in it; whoever calls saves and records."""
    rules.check_lacking(quality, lacking)
    advice.quality = quality
    advice.lacking = lacking if quality is Quality.SENT_BACK else ""
    judged = quality is not Quality.UNREAD
    advice.judged_on = clock.today() if judged else None
    advice.judged_by = by if judged else None


def locked_advice(advice: Advice) -> Advice:
    """Take one advice for this transaction alone, of a request that counts."""
    assessment = counted_assessment(advice.assessment)
    found = Advice.objects.select_for_update().get(pk=advice.pk)
    found.assessment = assessment
    return found


def counted_assessment(assessment: NeedsAssessment) -> NeedsAssessment:
    """Take a request for this transaction alone; one made by mistake gets no advice."""
    assessment = locked_assessment(assessment)
    rules.check_counts(Stage(assessment.stage))
    return assessment


def check_document(document: Document | None) -> None:
    """Refuse a document that turned out wrong meanwhile."""
    if document is not None:
        document = Document.objects.select_for_update().get(pk=document.pk)
        check_stands(document.withdrawn_at, what="document", field="document")
