"""Taking back an exemption that should not have been recorded."""

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def exemption(**more):
    made = build.assessment(**more)
    limits = Deadline.objects.filter(about_type="ehcps.needsassessment", rule="NA-03")
    return build.exemption(limits.get(about_id=made.pk))


def url(exemption):
    return reverse("ehcps:exemption-withdraw", args=[exemption.pk])


def test_the_case_shows_it_no_longer_and_history_keeps_it(signed_in):
    made = exemption()
    manager = signed_in("team_manager")
    press(manager, url(made), reason="It was another child's.")
    page = seen(manager.get(made.deadline.case.get_absolute_url()))
    assert "Exemption recorded" not in page
    made.refresh_from_db()
    assert (made.withdrawn_by, bool(made.withdrawn_at)) == (manager.user, True)
    again = press(manager, url(made), reason="Once more.")
    assert "already taken back" in errors(again)["__all__"][0]


def test_needs_a_reason(signed_in):
    answer = press(signed_in("team_manager"), url(exemption()), reason="")
    assert "Answer the question" in errors(answer)["reason"][0]


def test_right_and_sight(signed_in):
    assert signed_in("caseworker").get(url(exemption())).status_code == 403
    hidden = exemption(child_=build.restricted_child())
    assert signed_in("team_manager").get(url(hidden)).status_code == 404
