"""Advice that is here: held already, judged, or with a document to add (EHC-4)."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.models import Document
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.ehcps import rules
from sendhub.ehcps.actions.advice import (
    check_document,
    counted_assessment,
    judge,
    locked_advice,
)
from sendhub.ehcps.actions.clocks import advice_clock_refresh
from sendhub.ehcps.models import Advice, NeedsAssessment
from sendhub.ehcps.rules import AdviceKind, Quality, Stage


class HeldTerms(TypedDict):
    """Advice held already: whose, of which day, and who agreed that it is enough."""

    kind: str
    author: str
    dated_on: date
    agreed_on: date
    agreed_with: str
    author_agrees: bool
    family_agrees: bool
    summary: str
    document: Document | None


@transaction.atomic
def advice_accept(
    *, assessment: NeedsAssessment, by: User, **terms: Unpack[HeldTerms]
) -> Advice:
    """Record that advice held already is enough, so that it is not asked for.

    SEND Regulations 2014 reg. 6(4): its author, the council and the parent or young
    person are satisfied. Where it had been asked for, nothing is awaited any more.
    """
    assessment = counted_assessment(assessment)
    if assessment.stage != Stage.ASSESSING:
        raise RuleBroken("Advice is needed only while the assessment runs.")
    kind = AdviceKind(terms["kind"])
    _check_held(kind, terms)
    advice = _awaited(assessment, kind, terms["author"]) or Advice(
        assessment=assessment, kind=kind, asked_of=terms["author"]
    )
    advice.held_from, advice.held_agreed_on = terms["dated_on"], terms["agreed_on"]
    advice.held_agreed_by, advice.held_agreed_with = by, terms["agreed_with"]
    advice.summary, advice.document = terms["summary"], terms["document"]
    advice.save()
    advice_clock_refresh(assessment, advice)
    record(
        "ehcps.advice_accept",
        by=by,
        child=assessment.case.child,
        about=advice,
        on=terms["agreed_on"],
        kind=kind.label,
        whom=terms["author"],
        dated_on=terms["dated_on"],
    )
    return advice


def _check_held(kind: AdviceKind, terms: HeldTerms) -> None:
    rules.check_held(
        kind=kind,
        author_agrees=terms["author_agrees"],
        family_agrees=terms["family_agrees"],
        agreed_with=terms["agreed_with"],
    )
    for field in ("dated_on", "agreed_on"):
        day: date = terms[field]
        check_not_future(day, on=clock.today(), field=field)
    rules.check_held_dates(dated_on=terms["dated_on"], agreed_on=terms["agreed_on"])
    check_document(terms["document"])


def _awaited(
    assessment: NeedsAssessment, kind: AdviceKind, author: str
) -> Advice | None:
    """The request for this very advice, if it was made and is not answered."""
    asked = assessment.advices.select_for_update().awaited().filter(kind=kind)
    named = asked.filter(asked_of=author).first()
    return named or (asked.first() if kind is not AdviceKind.OTHER else None)


@transaction.atomic
def advice_judge(*, advice: Advice, quality: str, lacking: str, by: User) -> Advice:
    """Record whether advice that arrived meets the need, or what is missing.

    Advice sent back starts no new six weeks; it is outstanding until it is mended.
    """
    advice = locked_advice(advice)
    if not advice.received_on:
        raise RuleBroken("This advice has not arrived yet.")
    if quality == Quality.UNREAD:
        raise RuleBroken("Say whether it meets the need.", "quality")
    judge(advice, Quality(quality), lacking, by=by)
    advice.save(update_fields=["quality", "lacking", "judged_on", "judged_by"])
    found = "meets the need" if quality == Quality.MEETS else "was sent back for more"
    record(
        "ehcps.advice_judge",
        by=by,
        child=advice.assessment.case.child,
        about=advice,
        kind=AdviceKind(advice.kind).label,
        whom=advice.asked_of,
        found=found,
    )
    return advice


@transaction.atomic
def advice_attach(*, advice: Advice, document: Document, by: User) -> Advice:
    """Add its document to advice that came without one, or came again."""
    advice = locked_advice(advice)
    if not advice.is_here:
        raise RuleBroken("This advice has not arrived yet: record its arrival.")
    if advice.document and not (advice.is_sent_back or advice.document.withdrawn_at):
        raise RuleBroken("This advice has its document already.", "document")
    check_document(document)
    advice.document = document
    advice.save(update_fields=["document"])
    record(
        "ehcps.advice_attach",
        by=by,
        child=advice.assessment.case.child,
        about=advice,
        kind=AdviceKind(advice.kind).label,
        whom=advice.asked_of,
    )
    return advice
