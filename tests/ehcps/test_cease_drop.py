"""Keeping a plan that was to end."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps.models import Ceasing
from sendhub.ehcps.rules import Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
ISSUED = date(2026, 3, 2)
TOLD = date(2026, 8, 17)
KEPT_UNTIL = date(2026, 10, 19)  # two months, from a Saturday to the Monday


def url(ceasing):
    return reverse("ehcps:cease-drop", args=[ceasing.pk])


def usual(**changed):
    answers = {"ended_on": date(2026, 11, 2), "kept_because": "It is still needed."}
    return {**answers, **changed}


def test_the_plan_goes_on_as_before(signed_in):
    ceasing = build.ceasing(build.plan(issued_on=ISSUED), told_on=TOLD)
    manager = signed_in("team_manager")
    press(manager, url(ceasing), **usual())
    ceasing.plan.refresh_from_db()
    assert ceasing.plan.standing == Standing.LIVE
    assert Deadline.objects.get(rule="CE-04").ended == "void"
    assert "It is proposed" not in seen(manager.get(ceasing.plan.get_absolute_url()))
    again = press(manager, url(ceasing), **usual())
    assert "This is over" in errors(again)["__all__"][0]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"ended_on": date(2026, 3, 1)}, "ended_on", "they were asked"),
        ({"ended_on": date(2026, 12, 1)}, "ended_on", "today or in the past"),
        ({"kept_because": ""}, "kept_because", "Answer the question"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    ceasing = build.ceasing(build.plan(issued_on=ISSUED))
    answer = press(signed_in("team_manager"), url(ceasing), **usual(**changed))
    assert said in errors(answer)[field][0]
    assert Ceasing.objects.open().exists()
