"""The transfer of a plan, and the end of our part (TF-01; SEN2 4.6)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.rules import Stage, Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(move):
    return reverse("ehcps:move-out-finish", args=[move.pk])


def usual(**changed):
    answers = {"gone_on": date(2026, 11, 19), "papers": "The plan and its advice."}
    return {**answers, **changed}


def test_the_plan_ceases_on_the_day_of_the_transfer(signed_in):
    plan = build.plan()
    manager = signed_in("team_manager")
    press(manager, url(build.move_out(plan.case)), **usual())
    plan.refresh_from_db()
    assert (plan.standing, plan.ceased_on) == (Standing.CEASED, date(2026, 11, 19))
    assert plan.cease_reason.code == "5"
    assert Deadline.objects.get(rule="TF-01").ended == "met"
    assert "Transferred to another LA" in seen(manager.get(plan.get_absolute_url()))


def test_outside_england_nothing_is_transferred(signed_in):
    plan = build.plan()
    move = build.move_out(plan.case, authority=None, country="Wales")
    press(signed_in("team_manager"), url(move), **usual(papers=""))
    plan.refresh_from_db()
    assert plan.cease_reason.code == "7"
    assert not Deadline.objects.filter(rule="TF-01").exists()


def test_an_assessment_ends_where_it_stands_with_the_reason(signed_in):
    made = build.assessment(stage=Stage.ASSESSING)
    move = build.move_out(made.case)
    press(signed_in("team_manager"), url(move), **usual(papers=""))
    made.refresh_from_db()
    assert (made.stage, made.withdrawn_on) == (Stage.WITHDRAWN, date(2026, 11, 19))
    assert made.withdrawn_reason == "The family moved to Shropshire."
    assert not Deadline.objects.open().exists()


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"gone_on": None}, "gone_on", "Enter"),
        ({"gone_on": date(2026, 11, 17)}, "gone_on", "18 November 2026"),
        ({"gone_on": date(2026, 11, 21)}, "gone_on", "today or in the past"),
        ({"papers": " "}, "papers", "Say what was sent"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    move = build.move_out(build.plan().case)
    answer = press(signed_in("team_manager"), url(move), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_what_has_ended_is_not_transferred(signed_in):
    plan = build.plan()
    move = build.move_out(plan.case)
    ehcps.plan_cease(
        plan=plan,
        told_on=date(2026, 11, 16),
        ceased_on=date(2026, 11, 17),
        cease_reason=build.code("CEASE_REASON", "1"),
        detail="",
        by=build.user("team_manager"),
    )
    answer = press(signed_in("team_manager"), url(move), **usual())
    assert "has ended meanwhile" in errors(answer)["__all__"][0]
    assert Deadline.objects.get(rule="TF-01").ended == "void"


def test_is_done_once(signed_in):
    move = build.move_out(build.plan().case)
    manager = signed_in("team_manager")
    press(manager, url(move), **usual())
    answer = press(manager, url(move), **usual())
    assert "This is over" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    move = build.move_out(build.plan().case)
    assert signed_in("caseworker").get(url(move)).status_code == 403
    plan = build.plan(child_=build.restricted_child())
    hidden = build.move_out(plan.case)
    assert signed_in("team_manager").get(url(hidden)).status_code == 404
