"""Ceasing a live plan."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.ehcps.rules import Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(plan):
    return reverse("ehcps:plan-cease", args=[plan.pk])


def ceasing(**changed):
    answers = {
        "told_on": date(2026, 11, 12),
        "ceased_on": date(2026, 11, 15),
        "cease_reason": build.code("CEASE_REASON", "1"),
    }
    return {**answers, **changed}


def test_ceases_a_live_plan(signed_in):
    plan = build.plan()
    manager = signed_in("team_manager")
    press(manager, url(plan), **ceasing())
    plan.refresh_from_db()
    assert (plan.standing, plan.ceased_by) == (Standing.CEASED, manager.user)
    assert plan.cease_reason.code == "1"


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"told_on": date(2026, 11, 9)}, "told_on", "10 November 2026"),
        ({"ceased_on": date(2026, 11, 11)}, "ceased_on", "family was told"),
        ({"ceased_on": date(2026, 11, 21)}, "ceased_on", "today or in the past"),
        ({"ceased_on": None}, "ceased_on", "Enter"),
        ({"cease_reason": None}, "cease_reason", "Choose"),
        ({"cease_reason": "CEASE_REASON:5"}, "cease_reason", "valid choice"),
        ({"cease_reason": "CEASE_REASON:8"}, "cease_reason", "Record the death"),
    ],
)
def test_says_what_keeps_a_plan_from_ceasing(signed_in, changed, field, said):
    plan = build.plan()
    answer = press(signed_in("team_manager"), url(plan), **ceasing(**changed))
    assert said in errors(answer)[field][0]


def test_only_a_live_plan_ceases(signed_in):
    answer = press(
        signed_in("team_manager"), url(build.plan(standing=Standing.DRAFT)), **ceasing()
    )
    assert "Only a live plan" in errors(answer)["__all__"][0]


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(build.plan())).status_code == 403


def test_a_restricted_child_is_out_of_sight(signed_in):
    plan = build.plan(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(plan)).status_code == 404


@pytest.mark.parametrize(
    ("born_on", "offered"), [(date(2008, 11, 20), True), (date(2008, 11, 21), False)]
)
def test_the_maximum_age_is_not_offered_of_a_child(signed_in, born_on, offered):
    plan = build.plan(child_=build.child(born_on=born_on))
    page = seen(signed_in("team_manager").get(plan.get_absolute_url()))
    assert ("It ended at the maximum age" in page) is offered
