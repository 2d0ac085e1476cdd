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
