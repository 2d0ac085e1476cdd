"""Correcting a date or a decision: asked by one, agreed to by another (ADR 18)."""

from datetime import date
from typing import NotRequired, TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.actions import corrected
from sendhub.ehcps.actions.assessment import locked_assessment
from sendhub.ehcps.models import (
    Advice,
    Correction,
    MoveIn,
    MoveOut,
    NeedsAssessment,
)
from sendhub.ehcps.rules import Stage, check_counts
from sendhub.ehcps.rules.correction import (
    ALONE_REFUSED,
    ONE_IS_ENOUGH,
    YES_OR_NO,
    Corrected,
    Outcome,
    check_answered,
    check_no_day,
    check_second_person,
)


class CorrectionTerms(TypedDict):
    """What is wrong, and what is right."""

    field: str
    advice: Advice | None
    new_on: date | None
    reasons: NotRequired[str]
    reason: str


class MoveTerms(TypedDict):
    """What is wrong of a move, and what is right."""

    field: str
    new_on: date | None
    reason: str


@transaction.atomic
def correction_ask(
    *, assessment: NeedsAssessment, by: User, **terms: Unpack[CorrectionTerms]
) -> Correction:
    """Ask for another date or answer; a decision and its date wait for a second person.

    The days of a request and of its advice are corrected at once, by somebody who may
    agree. `reasons` are those of a refusal, where no was the right answer.
    """
    assessment = locked_assessment(assessment)
    correction = _asked(
        Correction(case=assessment.case, assessment=assessment, **terms), by
    )
    _record_correction(
        "ehcps.correction_ask", correction, said=_said(correction), by=by
    )
    return correction


@transaction.atomic
def move_in_correct(
    *, move: MoveIn, by: User, **terms: Unpack[MoveTerms]
) -> Correction:
    """Correct a date of a move here, or what the family was told after it (EHC-11).

    The day of the move is corrected at once by a manager; the rest waits for a second
    person, as a request's decisions do.
    """
    correction = _asked(Correction(case=move.case, move_in=move, **terms), by)
    said = _said(correction)
    _record_correction("ehcps.move_in_correct", correction, said=said, by=by)
    return correction


@transaction.atomic
def move_out_correct(
    *, move: MoveOut, by: User, **terms: Unpack[MoveTerms]
) -> Correction:
    """Correct a date of a move away; that of the transfer waits for a second person."""
    correction = _asked(Correction(case=move.case, move_out=move, **terms), by)
    said = _said(correction)
    _record_correction("ehcps.move_out_correct", correction, said=said, by=by)
    return correction


@transaction.atomic
def request_void(*, assessment: NeedsAssessment, reason: str, by: User) -> Correction:
    """Say that a request was recorded by mistake: twice, or on the wrong child.

    Once a second person has agreed it counts nowhere (ADR 18); it is recorded anew if
    that was wrong.
    """
    assessment = locked_assessment(assessment)
    correction = _asked(
        Correction(
            case=assessment.case,
            assessment=assessment,
            field=Corrected.MISTAKE,
            reason=reason,
        ),
        by,
    )
    record(
        "ehcps.request_void",
        by=by,
        child=assessment.case.child,
        about=assessment,
        request=str(assessment),
        reason=reason,
    )
    return correction


def _asked(correction: Correction, by: User) -> Correction:
    """Check what is asked for and write it down; change the value where one may."""
    which = Corrected(correction.field)
    alone = which in ONE_IS_ENOUGH
    if correction.assessment:
        check_counts(Stage(correction.assessment.stage))
    if alone and not by.may(Permission.CORRECTION_DECIDE):
        raise RuleBroken(ALONE_REFUSED[which], "field")
    correction.asked_by, correction.asked_at = by, clock.now()
    correction.outcome = Outcome.ALONE if alone else Outcome.OPEN
    _fill(correction, which)
    corrected.check(correction)
    correction.save()
    if alone:
        corrected.apply(correction)
    return correction


def _said(correction: Correction) -> str:
    return "corrected" if correction.outcome else "to be corrected"


@transaction.atomic
def correction_decide(
    *, correction: Correction, agree: bool, because: str, by: User
) -> Correction:
    """Agree to a correction that somebody else asked for, or refuse it.

    The value changes only now; its rules are asked again.
    """
    correction = (
        Correction.objects.select_related(
            "case__child", "assessment", "move_in", "move_out", "asked_by"
        )
        .select_for_update(of=("self",))
        .get(pk=correction.pk)
    )
    if correction.outcome != Outcome.OPEN:
        raise RuleBroken("This was decided already.")
    check_second_person(asked_by=correction.asked_by_id, by=by.pk)
    if not agree and not because.strip():
        raise RuleBroken("Say why not: whoever asked will want to know.", "because")
    if agree:
        if correction.assessment:
            correction.assessment = locked_assessment(correction.assessment)
        _check_unchanged(correction)
    correction.outcome = Outcome.AGREED if agree else Outcome.REFUSED
    correction.decided_by, correction.decided_at = by, clock.now()
    correction.because = "" if agree else because
    correction.save(update_fields=["outcome", "decided_by", "decided_at", "because"])
    if agree:
        corrected.apply(correction)
    said = "corrected" if agree else "not corrected"
    _record_correction("ehcps.correction_decide", correction, said=said, by=by)
    return correction


def _fill(correction: Correction, which: Corrected) -> None:
    """Write down what stands there now; a decision needs no day and turns round."""
    if which in YES_OR_NO:
        check_no_day(correction.new_on)
        check_answered(corrected.answered(correction))
        correction.to_yes = not corrected.answered(correction)
        return
    correction.old_on = corrected.recorded(correction)
    correction.reasons = ""


def _check_unchanged(correction: Correction) -> None:
    """What is recorded is still what whoever asked saw there, and the rules agree."""
    if correction.field in YES_OR_NO:
        changed = corrected.answered(correction) is correction.to_yes
    else:
        changed = corrected.recorded(correction) != correction.old_on
    if changed:
        raise RuleBroken("This was changed meanwhile: ask for it anew.")
    corrected.check(correction)


def _record_correction(
    act: str, correction: Correction, *, said: str, by: User
) -> None:
    record(
        act,
        by=by,
        child=correction.case.child,
        about=correction,
        what=str(correction),
        said=said,
        old=correction.old,
        new=correction.new,
        reason=correction.reason,
        asked_by=correction.asked_by,
    )
