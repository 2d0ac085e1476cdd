"""Everything that changes a notice or a referral."""

from datetime import date
from typing import Required, TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.actions import (
    case_assign,
    case_close_if_idle,
    case_open,
    case_reopen,
    deadlines_refresh,
)
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey, check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.ehcps.actions import assessment_open
from sendhub.ehcps.models import NeedsAssessment
from sendhub.ehcps.rules import Begun
from sendhub.intakes import letters, rules
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind, Outcome
from sendhub.letters.actions import stop_untrue
from sendhub.people.models import Child
from sendhub.statutory.words import date_words

DIED = "The child has died."
UNTRUE = "The notice or referral that it is about was recorded by mistake."
ONE_GOES_ON = "It goes on as one with that of {day}."


class Told(TypedDict, total=False):
    """What is known of a notice or a referral when it is logged."""

    kind: Required[str]
    received_on: Required[date]
    source: Required[Code]
    informant: Required[str]
    words: Required[str]
    parent_told_on: date | None


class AssessTerms(TypedDict, total=False):
    """What an assessment begins with, where none runs yet."""

    responsible_on: date
    source: Code
    youth_accommodation: bool
    officer: User | None


@transaction.atomic
def intake_log(
    *,
    child: Child,
    by: User,
    officer: User | None = None,
    dates_checked: bool = False,
    **told: Unpack[Told],
) -> Intake:
    """Log a notice, a child brought to attention, or an early years referral (EHC-15).

    The welcome letter is due in two weeks; a notice is decided on in six.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    _check_told(child, told)
    if not dates_checked:
        rules.check_date_usual(told["received_on"], on=clock.today())
    case = case_open(
        child=child,
        service=ServiceKey.INTAKE,
        opened_on=told["received_on"],
        by=by,
    )
    if officer and case.officer_id is None:
        case = case_assign(case=case, officer=officer, handover="", by=by)
    intake = Intake.objects.create(case=case, logged_by=by, **told)
    _clock_refresh(intake)
    record(
        "intakes.intake_log",
        by=by,
        child=child,
        about=intake,
        on=intake.received_on,
        kind=intake.get_kind_display(),
        informant=intake.informant,
    )
    return intake


@transaction.atomic
def intake_answer(*, intake: Intake, answered_on: date, by: User) -> Intake:
    """Record the welcome letter to the family, or the answer to whoever told us."""
    intake = _locked(intake)
    rules.check_open(intake.outcome)
    if intake.answered_on:
        said = date_words(intake.answered_on)
        raise RuleBroken(f"This was answered on {said} already.")
    _check_day(intake, answered_on, "answered_on")
    intake.answered_on, intake.answered_by = answered_on, by
    intake.save(update_fields=["answered_on", "answered_by"])
    _clock_refresh(intake)
    what = f"Answer sent to {intake.informant}"
    record(
        "intakes.intake_answer",
        by=by,
        child=intake.case.child,
        about=intake,
        on=answered_on,
        what="Welcome letter sent" if intake.is_referral else what,
    )
    return intake


@transaction.atomic
def intake_start(*, intake: Intake, started_on: date, by: User) -> Intake:
    """Record that early years support or portage began: the wait is over."""
    intake = _locked(intake)
    if not intake.is_referral:
        raise RuleBroken("Only a referral to early years or portage waits for support.")
    _check_day(intake, started_on, "started_on")
    _end(intake, Outcome.SUPPORT, started_on, by)
    record(
        "intakes.intake_start",
        by=by,
        child=intake.case.child,
        about=intake,
        on=started_on,
        kind=str(intake).lower(),
        weeks=intake.weeks_waited(on=started_on),
    )
    return intake


@transaction.atomic
def intake_assess(
    *, intake: Intake, by: User, **terms: Unpack[AssessTerms]
) -> NeedsAssessment:
    """Consider an assessment: begin one, or join the request that runs already.

    The six weeks run from the day we became responsible, usually that on which it
    reached us (CFA 2014 ss24(1)(b), 36(3); reg. 5(1)(b)).
    """
    child = Child.objects.select_for_update().get(pk=intake.case.child_id)
    intake = _locked(intake)
    rules.check_open(intake.outcome)
    found = NeedsAssessment.objects.open().of_child(child)
    running = found.select_for_update(of=("self",)).first()
    if running is None and "responsible_on" not in terms:
        raise RuleBroken(
            "The request that this would have joined has ended meanwhile. Open this "
            "page again to begin an assessment."
        )
    assessment = running or _begin(child, intake, terms, by)
    intake.assessment = assessment
    _end(intake, Outcome.ASSESSMENT, clock.today(), by)
    since = date_words(assessment.received_on)
    record(
        "intakes.intake_assess",
        by=by,
        child=child,
        about=intake,
        kind=str(intake),
        what=f"joined to the request of {since}"
        if running
        else f"we consider an assessment, responsible since {since}",
    )
    case_close_if_idle(case=intake.case, by=by)
    return assessment


@transaction.atomic
def intake_close(
    *, intake: Intake, outcome: str, ended_on: date, end_reason: str, by: User
) -> Intake:
    """Close what leads neither to an assessment nor to support, with its reason.

    What was recorded by mistake counts nowhere, and stays in the history; the letter
    about it does not go any more.
    """
    intake = _locked(intake)
    if outcome not in rules.ways_to_end(Kind(intake.kind)):
        raise RuleBroken("Choose what became of it.", "outcome")
    _check_day(intake, ended_on, "ended_on")
    intake.end_reason = end_reason
    _end(intake, Outcome(outcome), ended_on, by)
    if intake.outcome == Outcome.MISTAKE:
        _letters_stop(intake)
    record(
        "intakes.intake_close",
        by=by,
        child=intake.case.child,
        about=intake,
        on=ended_on,
        kind=str(intake),
        outcome=Outcome(outcome).label.lower(),
        reason=end_reason,
    )
    case_close_if_idle(case=intake.case, by=by)
    return intake


@transaction.atomic
def intake_resume(*, assessment: NeedsAssessment, by: User) -> None:
    """Take in hand again what led to a request that was recorded by mistake (ADR 27).

    Its own clock runs as before. Of several of a kind the first goes on, for its time
    runs from the earliest day; the others are closed and say so.
    """
    led = Intake.objects.select_related("case__child").filter(assessment=assessment)
    locked = led.select_for_update(of=("self",)).order_by("received_on", "pk")
    for intake in locked:
        if intake.case.child.died_on:
            _close_beside(intake, DIED, by)
            continue
        intake.case = case_reopen(case=intake.case, by=by)
        twin = Intake.objects.open().filter(case=intake.case, kind=intake.kind).first()
        if twin and twin.received_on <= intake.received_on:
            day = date_words(twin.received_on)
            _close_beside(intake, ONE_GOES_ON.format(day=day), by)
            continue
        if twin:
            day = date_words(intake.received_on)
            _close_beside(_locked(twin), ONE_GOES_ON.format(day=day), by)
        _resume(intake, assessment, by)


def _resume(intake: Intake, assessment: NeedsAssessment, by: User) -> None:
    intake.assessment, intake.outcome = None, Outcome.OPEN
    intake.ended_on = intake.ended_by = None
    intake.save(update_fields=["case", "assessment", "outcome", "ended_on", "ended_by"])
    _clock_refresh(intake)
    record(
        "intakes.intake_resume",
        by=by,
        child=intake.case.child,
        about=intake,
        kind=str(intake),
        request=f"request of {date_words(assessment.received_on)}",
    )


def _close_beside(intake: Intake, reason: str, by: User) -> None:
    """Close what another goes on for, or nobody can; it led to no assessment."""
    intake.assessment, intake.outcome = None, Outcome.CLOSED
    intake.ended_on = intake.ended_on or max(clock.today(), intake.received_on)
    intake.ended_by, intake.end_reason = intake.ended_by or by, reason
    intake.save(
        update_fields=[
            "case",
            "assessment",
            "outcome",
            "ended_on",
            "ended_by",
            "end_reason",
        ]
    )
    _clock_refresh(intake)
    record(
        "intakes.intake_close",
        by=by,
        child=intake.case.child,
        about=intake,
        on=intake.ended_on,
        kind=str(intake),
        outcome=Outcome.CLOSED.label.lower(),
        reason=reason,
    )


def case_clocks_refresh(case: Case) -> None:
    """Recompute the deadlines of all that is in hand on a case."""
    for intake in Intake.objects.open().filter(case=case).for_page():
        _clock_refresh(intake)


def stop_at_death(*, child: Child, by: User) -> None:
    """Close what is in hand for a child who has died (PPL-11)."""
    if child.died_on is None:
        return
    for intake in Intake.objects.open().of_child(child):
        intake_close(
            intake=intake,
            outcome=Outcome.CLOSED,
            ended_on=max(child.died_on, intake.received_on),
            end_reason=DIED,
            by=by,
        )


def _locked(intake: Intake) -> Intake:
    found = Intake.objects.select_related("case__child")
    return found.select_for_update(of=("self",)).get(pk=intake.pk)


def _end(intake: Intake, outcome: Outcome, on: date, by: User) -> None:
    rules.check_open(intake.outcome)
    intake.outcome, intake.ended_on, intake.ended_by = outcome, on, by
    intake.save(
        update_fields=["outcome", "ended_on", "ended_by", "end_reason", "assessment"]
    )
    _clock_refresh(intake)


def _letters_stop(intake: Intake) -> None:
    kind = letters.kind_for(intake)
    stop_untrue(case=intake.case, kind=kind, reason=UNTRUE, about=intake.pk)


def _begin(
    child: Child, intake: Intake, terms: AssessTerms, by: User
) -> NeedsAssessment:
    responsible_on = terms["responsible_on"]
    rules.check_not_before(responsible_on, intake.received_on, "responsible_on")
    check_not_future(responsible_on, on=clock.today(), field="responsible_on")
    return assessment_open(
        child=child,
        by=by,
        officer=terms.get("officer"),
        dates_checked=True,
        begun=Begun.RESPONSIBLE,
        received_on=responsible_on,
        source=terms.get("source", intake.source),
        requester=intake.informant,
        reasons=intake.words,
        youth_accommodation=terms.get("youth_accommodation", False),
    )


def _clock_refresh(intake: Intake) -> None:
    wanted = rules.deadlines_wanted(intake.facts)
    deadlines_refresh(case=intake.case, about=intake, wanted=wanted)


def _check_told(child: Child, told: Told) -> None:
    received_on, parent_told_on = told["received_on"], told.get("parent_told_on")
    check_not_future(received_on, on=clock.today(), field="received_on")
    rules.check_may_log(
        Kind(told["kind"]),
        born_on=child.born_on,
        died_on=child.died_on,
        received_on=received_on,
    )
    if parent_told_on:
        check_not_future(parent_told_on, on=clock.today(), field="parent_told_on")


def _check_day(intake: Intake, day: date, field: str) -> None:
    check_not_future(day, on=clock.today(), field=field)
    rules.check_not_before(day, intake.received_on, field)
