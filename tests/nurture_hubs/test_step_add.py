"""Adding a step to the plan for what follows a place."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.actions import case_assign
from sendhub.casework.models import Deadline
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Talk
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db


def url(talk):
    return reverse("nurture_hubs:step-add", args=[talk.pk])


def usual(**changed):
    answers = {
        "what": "Two mornings in class",
        "who": "Ms Bufton",
        "due_on": date(2026, 11, 27),
    }
    return {**answers, **changed}


@pytest.fixture
def talk():
    return build.hubs.talk(build.hubs.begun())


def test_stands_on_the_case_and_in_my_work(signed_in, talk):
    client = signed_in("hub_coordinator")
    case_assign(
        case=talk.place.referral.case,
        officer=client.user,
        handover="",
        by=build.user("service_manager"),
    )
    answer = press(client, url(talk), **usual())
    limit = Deadline.objects.get(rule="NH-05")
    assert (limit.title, limit.due_on) == (
        "Step: Two mornings in class",
        date(2026, 11, 27),
    )
    assert str(Act.objects.get(act="nurture_hubs.step_add")) == (
        "Step by 27 November 2026: Two mornings in class (Ms Bufton)"
    )
    page = seen(client.get(answer.url))
    assert "Plan for what follows" in page
    assert "Ms Bufton" in page
    work = seen(client.get(reverse("casework:work-list")))
    assert "Two mornings in class" in work


def test_what_is_in_the_plan_already_stands_above_the_form(signed_in, talk):
    client = signed_in("hub_coordinator")
    press(client, url(talk), **usual())
    assert "Two mornings in class (Ms Bufton" in seen(client.get(url(talk)))


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"what": ""}, "what", "Enter"),
        ({"what": "x" * 181}, "what", "180"),
        ({"who": ""}, "who", "Enter"),
        ({"due_on": None}, "due_on", "Enter"),
        ({"due_on": date(2026, 11, 5)}, "due_on", "6 November 2026"),
        ({"due_on": date(2028, 5, 15)}, "due_on", "until 14 May 2028"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, talk, changed, field, said):
    answer = press(signed_in("hub_coordinator"), url(talk), **usual(**changed))
    assert said in " ".join(errors(answer)[field])


def test_a_plan_follows_the_talk(signed_in):
    place = build.hubs.begun(date(2026, 1, 5), date(2026, 12, 18))
    by = build.user("hub_coordinator")
    actions.talk_arrange(place=place, planned_for=date(2026, 11, 25), by=by)
    client = signed_in("hub_coordinator")
    answer = press(client, url(Talk.objects.get()), **usual())
    assert "Record the talk first" in str(errors(answer))


def test_is_not_for_those_without_the_right(signed_in, talk):
    assert signed_in("caseworker").get(url(talk)).status_code == 403
