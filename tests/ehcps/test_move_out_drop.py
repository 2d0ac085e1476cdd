"""A move away that came to nothing."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.rules import Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(move):
    return reverse("ehcps:move-out-drop", args=[move.pk])


def usual(**changed):
    answers = {"dropped_on": date(2026, 11, 19), "dropped_because": "They stay."}
    return {**answers, **changed}


def test_everything_goes_on_as_before(signed_in):
    plan = build.plan()
    caseworker = signed_in("caseworker")
    press(caseworker, url(build.move_out(plan.case)), **usual())
    plan.refresh_from_db()
    assert plan.standing == Standing.LIVE
    assert Deadline.objects.get(rule="TF-01").ended == "void"
    assert "The family moves to" not in seen(caseworker.get(plan.get_absolute_url()))


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"dropped_on": None}, "dropped_on", "Enter"),
        ({"dropped_on": date(2026, 11, 1)}, "dropped_on", "2 November 2026"),
        ({"dropped_on": date(2026, 11, 21)}, "dropped_on", "today or in the past"),
        ({"dropped_because": ""}, "dropped_because", "Answer the question"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    move = build.move_out(build.plan().case)
    answer = press(signed_in("caseworker"), url(move), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_right_and_sight(signed_in):
    move = build.move_out(build.plan().case)
    assert signed_in("auditor").get(url(move)).status_code == 403
    plan = build.plan(child_=build.restricted_child())
    assert (
        signed_in("caseworker").get(url(build.move_out(plan.case))).status_code == 404
    )
