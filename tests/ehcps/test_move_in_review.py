"""Our first review of a plan that was transferred (TF-03)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.ehcps import actions as ehcps
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(move):
    return reverse("ehcps:move-in-review", args=[move.pk])


def test_the_review_meets_its_limit(signed_in):
    move = build.move_in()
    caseworker = signed_in("caseworker")
    press(caseworker, url(move), reviewed_on=date(2026, 11, 18))
    assert Deadline.objects.get(rule="TF-03").ended == "met"
    page = seen(caseworker.get(move.case.get_absolute_url()))
    assert "Reviewed by us, decision sent on 18 November 2026" in page
    again = press(caseworker, url(move), reviewed_on=date(2026, 11, 19))
    assert "reviewed on 18 November 2026" in errors(again)["__all__"][0]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "Enter"),
        (date(2026, 10, 4), "5 October 2026"),
        (date(2026, 11, 21), "today or in the past"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, day, said):
    answer = press(signed_in("caseworker"), url(build.move_in()), reviewed_on=day)
    assert said in " ".join(errors(answer)["reviewed_on"])


def test_a_plan_that_ended_is_not_reviewed(signed_in):
    move = build.move_in()
    ended(move)
    answer = press(signed_in("caseworker"), url(move), reviewed_on=date(2026, 11, 18))
    assert "Only a live plan" in errors(answer)["__all__"][0]
    assert set(Deadline.objects.values_list("ended", flat=True)) == {"void"}


def ended(move):
    ehcps.plan_cease(
        plan=move.plan,
        told_on=date(2026, 11, 9),
        ceased_on=date(2026, 11, 10),
        cease_reason=build.code("CEASE_REASON", "1"),
        detail="",
        by=build.user("team_manager"),
    )


def test_right_and_sight(signed_in):
    assert signed_in("auditor").get(url(build.move_in())).status_code == 403
    hidden = build.move_in(child_=build.restricted_child())
    assert signed_in("caseworker").get(url(hidden)).status_code == 404
