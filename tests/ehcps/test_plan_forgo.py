"""A plan that was awaited from elsewhere and will not come."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
NONE = {"dropped_on": date(2026, 11, 9), "dropped_because": "There never was one."}


def url(move):
    return reverse("ehcps:plan-forgo", args=[move.pk])


def test_nobody_is_reminded_any_more(signed_in):
    move = build.awaited()
    caseworker = signed_in("caseworker")
    press(caseworker, url(move), **NONE)
    assert Deadline.objects.get(rule="TF-01").ended == "void"
    page = seen(caseworker.get(move.case.get_absolute_url()))
    assert "No plan will come: There never was one." in page
    assert "Log the plan that came" not in page
    again = press(caseworker, url(move), **NONE)
    assert "recorded already" in errors(again)["__all__"][0]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"dropped_on": None}, "dropped_on", "Enter"),
        ({"dropped_on": date(2026, 10, 1)}, "dropped_on", "2 October 2026"),
        ({"dropped_on": date(2026, 11, 21)}, "dropped_on", "today or in the past"),
        ({"dropped_because": ""}, "dropped_because", "Answer"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(build.awaited()), **{**NONE, **changed})
    assert said in " ".join(errors(answer)[field])


def test_a_plan_that_is_ours_has_come(signed_in):
    answer = press(signed_in("caseworker"), url(build.move_in()), **NONE)
    assert "ours already" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.awaited())).status_code == 403
    hidden = build.awaited(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
