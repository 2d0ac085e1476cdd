"""A target beside a legal limit: both stay."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db

GOOD = {"target_on": date(2026, 11, 27), "target_reason": "The panel meets on the 26th"}


@pytest.fixture
def deadline(case):
    return build.deadline(case_=case, due_on=date(2026, 12, 1))


@pytest.fixture
def url(deadline):
    return reverse("casework:target-set", args=[deadline.pk])


def test_shows_the_target_beside_the_limit_with_its_reason(
    signed_in, case, deadline, url
):
    client = signed_in("team_manager")
    answer = press(client, url, **GOOD)
    assert (answer.status_code, answer.url) == (302, case.get_absolute_url())
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.target_on) == (
        date(2026, 12, 1),
        GOOD["target_on"],
    )
    assert deadline.target_by == client.user
    text = seen(client.get(answer.url))
    assert "Tuesday 1 December 2026" in text
    assert "Our target: 27 November 2026" in text
    assert f"Target set by {client.user}: The panel meets on the 26th" in text
    sentence = Act.objects.get(act="casework.target_set").sentence
    assert "27 November 2026" in sentence
    assert "The panel meets on the 26th" in sentence


def test_a_target_stays_visible_when_the_date_is_behind_us(
    signed_in, case, deadline, url
):
    client = signed_in("team_manager")
    press(client, url, **GOOD)
    Deadline.objects.update(ended="late", met_on=date(2026, 12, 3))
    text = seen(client.get(case.get_absolute_url()))
    assert "Done 2 days late" in text
    assert "Our target was 27 Nov 2026: The panel meets on the 26th" in text


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"target_on": None}, "target_on", "Enter the target date."),
        (
            {"target_on": date(2026, 11, 19)},
            "target_on",
            "must be today or in the future",
        ),
        ({"target_reason": ""}, "target_reason", "Write the reason for the target."),
        ({"target_reason": "x" * 301}, "target_reason", "300 characters or fewer"),
    ],
)
def test_says_beside_the_field_what_is_wrong_and_keeps_the_rest(
    signed_in, url, wrong, field, words
):
    answer = press(signed_in("team_manager"), url, **{**GOOD, **wrong})
    said = errors(answer)
    assert list(said) == [field]
    assert words in said[field][0]
    kept = "27" if field == "target_reason" else "The panel meets on the 26th"
    assert kept in answer.content.decode()
    assert not Act.objects.filter(act="casework.target_set").exists()


def test_today_is_a_target(signed_in, url):
    facts = {**GOOD, "target_on": date(2026, 11, 20)}
    assert press(signed_in("team_manager"), url, **facts).status_code == 302


def test_a_deadline_that_has_ended_takes_no_target(signed_in, url):
    Deadline.objects.update(ended="void")
    answer = press(signed_in("team_manager"), url, **GOOD)
    assert errors(answer)["__all__"] == ["This deadline is no longer open."]


def test_the_second_of_two_is_told_and_loses_nothing(signed_in, deadline, url):
    client = signed_in("team_manager")
    hidden = opened(client, url)
    press(signed_in("team_manager"), url, **{**GOOD, "target_reason": "First reason"})
    answer = press(client, url, hidden=hidden, **GOOD)
    assert "changed this while you had it open" in seen(answer)
    assert "First reason" in seen(answer)
    assert 'value="The panel meets on the 26th"' in answer.content.decode()
    deadline.refresh_from_db()
    assert deadline.target_reason == "First reason"


def test_a_target_can_be_changed_and_both_stay_in_the_chronology(
    signed_in, deadline, url
):
    client = signed_in("team_manager")
    press(client, url, **GOOD)
    assert 'value="The panel meets on the 26th"' in client.get(url).content.decode()
    press(client, url, **{**GOOD, "target_on": date(2026, 11, 30)})
    days = [
        act.facts["target_on"]
        for act in Act.objects.filter(act="casework.target_set").order_by("pk")
    ]
    assert days == ["2026-11-27", "2026-11-30"]


def test_the_way_to_set_a_target_is_shown_to_who_may(signed_in, case, deadline):
    page = case.get_absolute_url()
    assert "Set a target" in seen(signed_in("team_manager").get(page))
    assert "Set a target" not in seen(signed_in("caseworker").get(page))
