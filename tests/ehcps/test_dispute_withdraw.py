"""Taking back mediation or an appeal that should not have been recorded."""

import pytest
from django.urls import reverse

from sendhub.ehcps.rules import Stage
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(dispute):
    return reverse("ehcps:dispute-withdraw", args=[dispute.pk])


def dispute(**more):
    return build.dispute(build.assessment(stage=Stage.REFUSED, **more).case)


def test_the_case_shows_it_no_longer_and_it_may_be_recorded_anew(signed_in):
    made = dispute()
    manager = signed_in("team_manager")
    press(manager, url(made), reason="It was another child's.")
    page = seen(manager.get(made.case.get_absolute_url()))
    assert "Mediation and appeals" not in page
    made.refresh_from_db()
    assert (made.withdrawn_by, bool(made.withdrawn_at)) == (manager.user, True)
    assert manager.get(url(made)).status_code == 404
    assert build.dispute(made.case).pk != made.pk


def test_needs_a_reason(signed_in):
    answer = press(signed_in("team_manager"), url(dispute()), reason="")
    assert "Answer the question" in errors(answer)["reason"][0]


def test_two_take_it_back_and_the_second_is_told(signed_in):
    made = dispute()
    first, second = signed_in("team_manager"), signed_in("service_manager")
    page = second.get(url(made))
    press(first, url(made), reason="It was another child's.")
    assert page.status_code == 200
    assert second.post(url(made), {"reason": "Mine."}).status_code == 404


def test_right_and_sight(signed_in):
    assert signed_in("caseworker").get(url(dispute())).status_code == 403
    hidden = dispute(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(hidden)).status_code == 404
