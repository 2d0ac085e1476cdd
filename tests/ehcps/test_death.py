"""A child's death ends what would reach the family (PPL-11)."""

from datetime import date

import pytest

from sendhub.casework.models import Deadline
from sendhub.ehcps.rules import Stage, Standing
from sendhub.people.actions import child_died
from tests import build

pytestmark = pytest.mark.django_db


def test_an_open_request_ends_and_its_deadlines_fall_away():
    assessment = build.assessment(stage=Stage.ASSESSING)
    build.advice(assessment_=assessment)
    child_died(
        child=assessment.case.child,
        died_on=date(2026, 11, 1),
        by=build.user("caseworker"),
    )
    assessment.refresh_from_db()
    assert assessment.stage == Stage.WITHDRAWN
    assert not Deadline.objects.open().exists()


def test_a_live_plan_ceases_with_the_return_s_reason():
    plan = build.plan()
    child_died(
        child=plan.case.child, died_on=date(2026, 11, 15), by=build.user("caseworker")
    )
    plan.refresh_from_db()
    assert plan.standing == Standing.CEASED
    assert (plan.ceased_on, plan.cease_reason.code) == (date(2026, 11, 15), "8")


def died(child):
    child_died(child=child, died_on=date(2026, 11, 15), by=build.user("caseworker"))


def test_nothing_is_owed_for_a_plan_that_came_from_elsewhere():
    move = build.move_in()
    died(move.case.child)
    move.plan.refresh_from_db()
    assert (move.plan.standing, move.plan.cease_reason.code) == (Standing.CEASED, "8")
    assert not Deadline.objects.open().exists()


def test_an_assessment_begun_elsewhere_ends():
    made = build.taken_over()
    died(made.case.child)
    made.refresh_from_db()
    assert made.stage == Stage.WITHDRAWN


def test_nobody_moves_away_any_more():
    move = build.move_out(build.plan().case)
    died(move.case.child)
    move.refresh_from_db()
    assert (move.ended, move.dropped_because) == ("dropped", "The child has died.")
    assert not Deadline.objects.open().exists()
