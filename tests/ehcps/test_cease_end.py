"""Ending a plan once nobody can appeal any more (s45(4), CE-04)."""

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
    return reverse("ehcps:cease-end", args=[ceasing.pk])


def told(**more):
    return build.ceasing(build.plan(issued_on=ISSUED, **more), told_on=TOLD)


def test_ends_with_the_reason_and_the_notice(signed_in):
    ceasing = told()
    manager = signed_in("team_manager")
    press(manager, url(ceasing), ceased_on=KEPT_UNTIL)
    plan = ceasing.plan
    plan.refresh_from_db()
    assert (plan.standing, plan.ceased_by) == (Standing.CEASED, manager.user)
    assert (plan.cease_told_on, plan.cease_reason.code) == (TOLD, "2")
    assert Deadline.objects.get(rule="CE-04").ended == "void"
    assert "Ceased" in seen(manager.get(plan.get_absolute_url()))


@pytest.mark.parametrize(
    ("ceased_on", "said"),
    [
        (None, "Enter"),
        (date(2026, 10, 18), "goes on until 19 October 2026"),
        (date(2026, 12, 1), "today or in the past"),
    ],
)
def test_never_before_the_time_to_appeal_has_run(signed_in, ceased_on, said):
    ceasing = told()
    answer = press(signed_in("team_manager"), url(ceasing), ceased_on=ceased_on)
    assert said in errors(answer)["ceased_on"][0]
    assert not Ceasing.objects.get().ended


def test_never_while_an_appeal_waits(signed_in):
    ceasing = told()
    build.appealed(ceasing, appealed_on=date(2026, 10, 5))
    answer = press(signed_in("team_manager"), url(ceasing), ceased_on=date(2026, 11, 2))
    assert "An appeal waits" in errors(answer)["ceased_on"][0]


def test_never_without_notice(signed_in):
    ceasing = build.ceasing(build.plan(issued_on=ISSUED))
    answer = press(signed_in("team_manager"), url(ceasing), ceased_on=KEPT_UNTIL)
    assert "First record" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    assert signed_in("caseworker").get(url(told())).status_code == 403
    hidden = told(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(hidden)).status_code == 404
