"""Dropping a step of the plan that is not needed."""

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.nurture_hubs import actions
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(step):
    return reverse("nurture_hubs:step-drop", args=[step.pk])


def test_is_gone_from_the_plan_and_its_date_with_it(signed_in):
    step, client = build.hubs.step(), signed_in("hub_coordinator")
    answer = press(client, url(step), reason="She goes every day.")
    assert Deadline.objects.get(rule="NH-05").ended == Ended.VOID
    assert "Plan for what follows" not in seen(client.get(answer.url))
    assert client.get(url(step)).status_code == 404


def test_what_is_done_is_not_dropped(signed_in):
    step = build.hubs.step()
    actions.step_do(step=step, done_on=TODAY, by=build.user("hub_coordinator"))
    answer = press(signed_in("hub_coordinator"), url(step), reason="Why not")
    assert "This was done on 20 November 2026." in str(errors(answer))


def test_needs_a_reason(signed_in):
    answer = press(signed_in("hub_coordinator"), url(build.hubs.step()), reason="")
    assert "Write why" in errors(answer)["reason"][0]


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("hub_school").get(url(build.hubs.step())).status_code == 403
