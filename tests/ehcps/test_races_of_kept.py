"""What is kept for lists is right whoever else writes: real connections, threads."""

from datetime import date
from threading import Event
from time import monotonic, sleep

import pytest
from django.db import connection, transaction

from sendhub.casework import actions as casework
from sendhub.casework.models import Deadline
from sendhub.ehcps import actions
from sendhub.ehcps.actions.assessment import locked_assessment
from sendhub.ehcps.models import Advice, NeedsAssessment
from sendhub.ehcps.rules import NO_LIMIT, AdviceKind, Stage
from tests import build
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)

WAITING = """SELECT count(*) FROM pg_locks
    WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"""


def somebody_waits():
    """Wait until another connection waits for a lock of this one."""
    until = monotonic() + 15
    while monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return True
        sleep(0.02)
    return False


def one_behind_the_other(first, second, then=lambda: None):
    """Do the first in a transaction that goes on only once the second waits for it."""
    begun = Event()

    def leads():
        with transaction.atomic():
            first()
            begun.set()
            waited = somebody_waits()
            then()
            return waited

    def follows():
        assert begun.wait(timeout=20)
        return second()

    waited, _ = at_once(leads, follows)
    return waited


def test_two_end_two_limits_of_one_request_at_once():
    assessment = build.assessment(received_on=date(2026, 9, 1))
    one, two, *others = Deadline.objects.filter(about_id=assessment.pk).order_by("pk")
    for other in others:
        other.delete()

    def ends(deadline):
        return lambda: Deadline.objects.filter(pk=deadline.pk).update(ended="void")

    assert one_behind_the_other(ends(one), ends(two))
    assert NeedsAssessment.objects.get(pk=assessment.pk).limit_on == NO_LIMIT


def test_advice_asked_for_while_the_assessment_ends():
    assessment = build.assessment(stage=Stage.ASSESSING)
    by = build.user("caseworker")
    row = {
        "assessment": assessment,
        "kind": AdviceKind.EDUCATION,
        "asked_of": "Hillside School",
        "asked_on": date(2026, 10, 1),
        "asked_by": by,
        "due_on": date(2026, 11, 12),
    }

    def ask():
        Advice.objects.create(**row)

    def end():
        actions.request_withdraw(
            assessment=assessment,
            withdrawn_on=date(2026, 11, 2),
            reason="They moved.",
            by=by,
        )

    assert one_behind_the_other(end, ask)
    assert not Advice.objects.get().outstanding


def test_the_assessment_ends_while_advice_is_asked_for():
    assessment = build.assessment(stage=Stage.ASSESSING)
    by = build.user("caseworker")

    def ask():
        actions.advice_ask(
            assessment=assessment,
            asked_on=date(2026, 10, 1),
            asked_of={AdviceKind.EDUCATION: "Hillside School"},
            by=by,
        )

    def end():
        actions.request_withdraw(
            assessment=NeedsAssessment.objects.get(pk=assessment.pk),
            withdrawn_on=date(2026, 11, 2),
            reason="They moved.",
            by=by,
        )

    assert one_behind_the_other(ask, end)
    assert not Advice.objects.get().outstanding


def test_who_recomputes_takes_a_request_before_its_case_as_who_decides_does():
    assessment = build.assessment(received_on=date(2026, 9, 1))
    case, by = assessment.case, build.user("team_manager")
    Deadline.objects.filter(about_id=assessment.pk).update(due_on=date(2026, 9, 9))

    def decide():
        actions.assessment_decide(
            assessment=assessment,
            assess=True,
            told_on=date(2026, 10, 1),
            reasons="",
            by=by,
        )

    assert one_behind_the_other(
        lambda: locked_assessment(assessment),
        lambda: casework.deadlines_recompute(case=case, dry_run=False),
        then=decide,
    )
    kept = NeedsAssessment.objects.get(pk=assessment.pk)
    assert kept.stage == Stage.ASSESSING
    assert kept.limit_on == date(2026, 12, 22)


def test_a_case_is_given_away_while_its_request_is_decided():
    assessment = build.assessment(received_on=date(2026, 9, 1))
    manager, officer = build.user("team_manager"), build.user("caseworker")

    def decide():
        actions.assessment_decide(
            assessment=assessment,
            assess=True,
            told_on=date(2026, 10, 1),
            reasons="",
            by=manager,
        )

    def give():
        casework.case_assign(
            case=assessment.case, officer=officer, handover="All is said.", by=manager
        )

    assert one_behind_the_other(decide, give)
    assert NeedsAssessment.objects.get().limit_on == date(2026, 12, 22)
    assert {d.officer for d in Deadline.objects.filter(ended="")} == {officer}
