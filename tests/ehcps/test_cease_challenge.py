"""An appeal about ending a plan keeps it (CE-04)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db
ISSUED = date(2026, 3, 2)
TOLD = date(2026, 8, 17)
KEPT_UNTIL = date(2026, 10, 19)  # two months, from a Saturday to the Monday


def url(ceasing):
    return reverse("ehcps:cease-challenge", args=[ceasing.pk])


def told():
    return build.ceasing(build.plan(issued_on=ISSUED), told_on=TOLD)


@pytest.mark.parametrize(
    ("days", "until"),
    [
        ({"certificate_on": date(2026, 10, 12)}, date(2026, 11, 12)),
        ({"appealed_on": date(2026, 10, 5)}, None),
        (
            {"appealed_on": date(2026, 10, 5), "appeal_decided_on": date(2026, 11, 9)},
            date(2026, 11, 9),
        ),
        ({"appealed_on": date(2026, 11, 2)}, KEPT_UNTIL),
    ],
)
def test_the_day_until_which_the_plan_goes_on_follows(signed_in, days, until):
    ceasing = told()
    press(signed_in("caseworker"), url(ceasing), **days)
    open_ones = Deadline.objects.open().filter(rule="CE-04")
    assert [one.due_on for one in open_ones] == ([until] if until else [])


@pytest.mark.parametrize(
    ("days", "field", "said"),
    [
        ({"certificate_on": date(2026, 8, 16)}, "certificate_on", "the notice on"),
        ({"appealed_on": date(2026, 8, 16)}, "appealed_on", "the notice on"),
        ({"appealed_on": date(2026, 12, 1)}, "appealed_on", "today or in the past"),
        ({"appeal_decided_on": date(2026, 11, 2)}, "appealed_on", "Enter the day"),
        (
            {"appealed_on": date(2026, 11, 2), "appeal_decided_on": date(2026, 11, 1)},
            "appeal_decided_on",
            "the appeal on",
        ),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, days, field, said):
    answer = press(signed_in("caseworker"), url(told()), **days)
    assert said in errors(answer)[field][0]


def test_waits_for_the_notice(signed_in):
    ceasing = build.ceasing(build.plan(issued_on=ISSUED))
    answer = press(signed_in("caseworker"), url(ceasing), appealed_on=TOLD)
    assert "First record" in errors(answer)["__all__"][0]


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(told())).status_code == 403
    hidden = build.plan(child_=build.restricted_child(), issued_on=ISSUED)
    page = url(build.ceasing(hidden, told_on=TOLD))
    assert signed_in("caseworker").get(page).status_code == 404
