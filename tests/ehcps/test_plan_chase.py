"""Reminding another authority of the plan that it has to send."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
REMINDED = {"chased_on": date(2026, 11, 16), "answer": "Next week, says Ms Pugh."}


def url(move):
    return reverse("ehcps:plan-chase", args=[move.pk])


def test_a_reminder_is_repeated_after_two_weeks(signed_in):
    caseworker = signed_in("caseworker")
    move = build.awaited(officer=caseworker.user)
    work = seen(caseworker.get(reverse("casework:work-list")))
    assert "Remind the other authority of its plan" in work
    press(caseworker, url(move), **REMINDED)
    assert Deadline.objects.get(rule="TF-01").due_on == date(2026, 11, 30)
    act = Act.objects.get(act="ehcps.plan_chase")
    assert act.sentence == "Shropshire reminded of the plan: Next week, says Ms Pugh."
    page = seen(caseworker.get(move.case.get_absolute_url()))
    assert "reminded them on 16 November 2026" in page


def test_a_plan_without_its_file_is_asked_for_too(signed_in):
    move = build.move_in()
    press(signed_in("caseworker"), url(move), **REMINDED)
    move.refresh_from_db()
    assert (move.asked_on, move.chased_on) == (date(2026, 11, 16),) * 2
    assert Deadline.objects.get(rule="TF-01").due_on == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "Enter"),
        (date(2026, 10, 1), "before we last asked for it on 2 October 2026"),
        (date(2026, 11, 21), "today or in the past"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, day, said):
    answer = press(signed_in("caseworker"), url(build.awaited()), chased_on=day)
    assert said in " ".join(errors(answer)["chased_on"])


def test_nobody_is_reminded_of_what_does_not_come(signed_in):
    move = build.taken_over().move_in
    answer = press(signed_in("caseworker"), url(move), **REMINDED)
    assert "No plan is to come" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.awaited())).status_code == 403
    hidden = build.awaited(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
