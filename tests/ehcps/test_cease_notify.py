"""The notice that a plan will end: the second step (CE-03, CE-04)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
ISSUED = date(2026, 3, 2)
TOLD = date(2026, 8, 17)
KEPT_UNTIL = date(2026, 10, 19)  # two months, from a Saturday to the Monday


def url(ceasing):
    return reverse("ehcps:cease-notify", args=[ceasing.pk])


def test_the_plan_goes_on_while_the_family_may_appeal(signed_in):
    ceasing = build.ceasing(build.plan(issued_on=ISSUED))
    manager = signed_in("team_manager")
    press(manager, url(ceasing), told_on=TOLD)
    deadline = Deadline.objects.get(rule="CE-04")
    assert (deadline.due_on, deadline.ended) == (KEPT_UNTIL, "")
    page = seen(manager.get(ceasing.plan.get_absolute_url()))
    assert "The plan may end: the time has run since 19 October 2026" in page


def test_the_plan_says_until_when_it_surely_goes_on(signed_in):
    ceasing = build.ceasing(build.plan(issued_on=ISSUED), told_on=date(2026, 10, 26))
    page = seen(signed_in("auditor").get(ceasing.plan.get_absolute_url()))
    assert "The plan goes on until 4 January 2027 at least" in page


@pytest.mark.parametrize(
    ("told_on", "said"),
    [
        (None, "Enter"),
        (date(2026, 12, 1), "today or in the past"),
        (date(2026, 3, 11), "they were asked on 12 March 2026"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, told_on, said):
    ceasing = build.ceasing(build.plan(issued_on=ISSUED))
    answer = press(signed_in("team_manager"), url(ceasing), told_on=told_on)
    assert said in errors(answer)["told_on"][0]


def test_is_given_once(signed_in):
    ceasing = build.ceasing(build.plan(issued_on=ISSUED), told_on=TOLD)
    answer = press(signed_in("team_manager"), url(ceasing), told_on=TOLD)
    assert "already been told" in errors(answer)["__all__"][0]
