"""What the family is told after a transfer (TF-02)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(move):
    return reverse("ehcps:move-in-tell", args=[move.pk])


def usual(**changed):
    answers = {
        "told_on": date(2026, 11, 12),
        "will_assess": "no",
        "review_on": date(2027, 2, 1),
    }
    return {**answers, **changed}


def test_the_family_is_told_in_time(signed_in):
    move = build.move_in()
    caseworker = signed_in("caseworker")
    press(caseworker, url(move), **usual())
    move.refresh_from_db()
    assert (move.told_by, move.will_assess) == (caseworker.user, False)
    assert Deadline.objects.get(rule="TF-02").ended == "met"
    page = seen(caseworker.get(move.case.get_absolute_url()))
    assert "we do not assess again and review the plan by 1 February 2027" in page


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"told_on": None}, "told_on", "Enter"),
        ({"told_on": date(2026, 10, 4)}, "told_on", "5 October 2026"),
        ({"told_on": date(2026, 11, 21)}, "told_on", "today or in the past"),
        ({"will_assess": None}, "will_assess", "Choose whether"),
        ({"review_on": None}, "review_on", "Enter"),
        ({"review_on": date(2026, 10, 4)}, "review_on", "5 October 2026"),
        ({"review_on": date(2027, 3, 3)}, "review_on", "by 2 March 2027"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, changed, field, said):
    answer = press(signed_in("caseworker"), url(build.move_in()), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_is_told_once(signed_in):
    move = build.move_in()
    caseworker = signed_in("caseworker")
    press(caseworker, url(move), **usual())
    answer = press(caseworker, url(move), **usual())
    assert "told on 12 November 2026" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.move_in())).status_code == 403
    hidden = build.move_in(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
