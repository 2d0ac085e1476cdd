"""Saying that a step of the plan was taken."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.nurture_hubs.models import HubMember
from tests import build
from tests.conftest import TODAY
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url(step):
    return reverse("nurture_hubs:step-do", args=[step.pk])


def test_is_done_on_a_day(signed_in):
    step, client = build.hubs.step(), signed_in("hub_coordinator")
    case = step.talk.place.referral.case
    assert "It is done : Two mornings in class" in seen(
        client.get(case.get_absolute_url())
    )
    assert opened(client, url(step))["done_on_day"] == TODAY.day
    press(client, url(step), done_on=date(2026, 11, 19))
    step.refresh_from_db()
    assert (step.done_on, step.done_by) == (date(2026, 11, 19), client.user)
    assert Deadline.objects.get(rule="NH-05").ended == Ended.MET
    again = press(client, url(step), done_on=TODAY)
    assert "done on 19 November 2026" in str(errors(again))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "Enter"),
        (date(2026, 11, 21), "today or in the past"),
        (date(2026, 11, 5), "6 November 2026"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, day, said):
    answer = press(signed_in("hub_coordinator"), url(build.hubs.step()), done_on=day)
    assert said in " ".join(errors(answer)["done_on"])


def member(of_hub):
    """Somebody of a hub school."""
    one = build.user("hub_school")
    HubMember.objects.create(hub=of_hub, user=one, starts_on=date(2026, 9, 1))
    return one


def test_a_hub_school_says_so_of_its_own_hub(signed_in):
    step = build.hubs.step()
    client = signed_in(member(step.talk.place.hub))
    press(client, url(step), done_on=TODAY)
    step.refresh_from_db()
    assert step.done_by == client.user


def test_a_hub_school_finds_no_step_of_another_hub(signed_in):
    client = signed_in(member(build.hubs.hub()))
    assert client.get(url(build.hubs.step())).status_code == 404


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(build.hubs.step())).status_code == 403
