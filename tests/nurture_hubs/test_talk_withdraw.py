"""Taking back a talk that was entered in error."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Talk
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(talk):
    return reverse("nurture_hubs:talk-withdraw", args=[talk.pk])


def test_takes_its_plan_along_and_is_arranged_anew(signed_in):
    step = build.hubs.step()
    place, client = step.talk.place, signed_in("hub_coordinator")
    assert "Two mornings in class" in seen(client.get(url(step.talk)))
    press(client, url(step.talk), reason="It was another child.")
    assert Deadline.objects.get(rule="NH-05").ended == Ended.VOID
    assert Deadline.objects.get(rule="NH-02").ended == Ended.OPEN
    page = seen(client.get(place.get_absolute_url()))
    assert "Plan for what follows" not in page
    assert "Next step Arrange the talk" in page
    actions.talk_arrange(
        place=place, planned_for=date(2026, 11, 25), by=build.user("hub_coordinator")
    )
    assert Talk.objects.count() == 2
    assert client.get(url(step.talk)).status_code == 404


def test_needs_a_reason(signed_in):
    talk = build.hubs.talk(build.hubs.begun())
    answer = press(signed_in("hub_coordinator"), url(talk), reason="")
    assert errors(answer)["reason"] == ["Write what was wrong."]


def test_is_not_for_those_without_the_right(signed_in):
    talk = build.hubs.talk(build.hubs.begun())
    assert signed_in("caseworker").get(url(talk)).status_code == 403
