"""Correcting a date of a request: asked by one, agreed to by another (issue 4)."""

from datetime import date

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.audit.record import record
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.actions.clocks import clocks_refresh
from sendhub.ehcps.models import Correction, NeedsAssessment, PlanVersion
from sendhub.ehcps.rules import Refusal
from sendhub.ehcps.rules.correction import (
    ONE_IS_ENOUGH,
    Corrected,
    Day,
    Outcome,
    check_between,
    check_changes,
    check_second_person,
)


@transaction.atomic
def correction_ask(
    *, assessment: NeedsAssessment, field: str, new_on: date, reason: str, by: User
) -> Correction:
    """Ask for another date; the date of a decision waits for a second person.

    The day a request was received is corrected at once, by somebody who may agree.
    """
    assessment = _locked(assessment)
    which = Corrected(field)
    alone = which in ONE_IS_ENOUGH
    if alone and not by.may(Permission.CORRECTION_DECIDE):
        raise RuleBroken("Only a manager corrects the day a request came.", "field")
    old_on = check_changes(getattr(assessment, which), new_on)
    _check(assessment, which, new_on)
    correction = Correction.objects.create(
        assessment=assessment,
        field=which,
        old_on=old_on,
        new_on=new_on,
        reason=reason,
        asked_by=by,
        asked_at=clock.now(),
        outcome=Outcome.ALONE if alone else Outcome.OPEN,
    )
    if alone:
        _apply(correction, assessment)
    said = "corrected" if alone else "to be corrected"
    _record_correction("ehcps.correction_ask", correction, said=said, by=by)
    return correction


@transaction.atomic
def correction_decide(
    *, correction: Correction, agree: bool, because: str, by: User
) -> Correction:
    """Agree to a correction that somebody else asked for, or refuse it.

    The value changes only now; the rules of the date are asked again.
    """
    correction = (
        Correction.objects.select_related("assessment__case__child", "asked_by")
        .select_for_update(of=("self",))
        .get(pk=correction.pk)
    )
    if correction.outcome != Outcome.OPEN:
        raise RuleBroken("This was decided already.")
    check_second_person(asked_by=correction.asked_by_id, by=by.pk)
    if not agree and not because.strip():
        raise RuleBroken("Say why not: whoever asked will want to know.", "because")
    correction.outcome = Outcome.AGREED if agree else Outcome.REFUSED
    correction.decided_by, correction.decided_at = by, clock.now()
    correction.because = "" if agree else because
    correction.save(update_fields=["outcome", "decided_by", "decided_at", "because"])
    if agree:
        assessment = _locked(correction.assessment)
        if getattr(assessment, correction.field) != correction.old_on:
            raise RuleBroken("This date was changed meanwhile: ask for it anew.")
        _check(assessment, Corrected(correction.field), correction.new_on)
        _apply(correction, assessment)
    said = "corrected" if agree else "not corrected"
    _record_correction("ehcps.correction_decide", correction, said=said, by=by)
    return correction


def _locked(assessment: NeedsAssessment) -> NeedsAssessment:
    return (
        NeedsAssessment.objects.select_related("case__child")
        .select_for_update(of=("self",))
        .get(pk=assessment.pk)
    )


def _check(assessment: NeedsAssessment, which: Corrected, new_on: date) -> None:
    """Ask of the new day what was asked of the first: its place among the steps."""
    check_not_future(new_on, on=clock.today(), field="new_on")
    after, before = _neighbours(assessment, which)
    check_between(new_on, after=after, before=before)


def _neighbours(
    assessment: NeedsAssessment, which: Corrected
) -> tuple[list[Day], list[Day]]:
    """The steps that come before and after a date, each with its day."""
    withdrawn = (assessment.withdrawn_on, "it was withdrawn")
    assess_told = (assessment.assess_told_on, "the decision whether to assess")
    issue_told = (assessment.issue_told_on, "the decision whether to issue")
    if which is Corrected.RECEIVED:
        born = (assessment.case.child.born_on, "the child’s birth")
        return [born], [assess_told, withdrawn]
    reversed_on = {r.of: r.happened_on for r in assessment.reversals.all()}
    if which is Corrected.ASSESS_TOLD:
        asked = assessment.advices.asked().order_by("asked_on").first()
        first = (asked.asked_on if asked else None, "advice was asked for")
        turned = (reversed_on.get(Refusal.ASSESS), "the refusal was reversed")
        received = (assessment.received_on, "the request")
        return [received], [first, issue_told, turned, withdrawn]
    versions = PlanVersion.objects.filter(plan__assessment=assessment).sent()
    sent = versions.order_by("sent_on").values_list("sent_on", flat=True).first()
    turned = (reversed_on.get(Refusal.ISSUE), "the refusal was reversed")
    start = (assessment.assessing_from, "the decision to assess")
    return [start], [(sent, "the draft was sent"), turned, withdrawn]


def _apply(correction: Correction, assessment: NeedsAssessment) -> None:
    setattr(assessment, correction.field, correction.new_on)
    assessment.save(update_fields=[correction.field])
    clocks_refresh(assessment)


def _record_correction(
    act: str, correction: Correction, *, said: str, by: User
) -> None:
    record(
        act,
        by=by,
        child=correction.assessment.case.child,
        about=correction,
        what=correction.get_field_display(),
        said=said,
        old_on=correction.old_on,
        new_on=correction.new_on,
        reason=correction.reason,
        asked_by=correction.asked_by,
    )
