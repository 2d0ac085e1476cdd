"""Ending a place early: the days after it are free."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.core import clock
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import HubDay, Talk
from tests import build
from tests.architecture.subjects import restricted
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
LAST = date(2027, 3, 12)


def url(place):
    return reverse("nurture_hubs:place-end", args=[place.pk])


@pytest.fixture
def place():
    return build.hubs.place()


def test_ends_it_and_frees_the_days_after(signed_in, place):
    answer = press(
        signed_in("hub_coordinator"), url(place), ends_on=LAST, reason="Back in class."
    )
    assert answer.status_code == 302
    place.refresh_from_db()
    assert (place.ends_on, place.ended_because) == (LAST, "Back in class.")
    assert not HubDay.objects.filter(taken__gt=0, day__gt=LAST).exists()
    [due] = place.referral.case.deadlines.filter(rule="NH-02")
    assert due.due_on == date(2027, 2, 12)


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"ends_on": date(2027, 1, 3)}, "ends_on", "take the place back instead"),
        ({"ends_on": date(2027, 12, 17)}, "ends_on", "17 December 2027 anyway"),
        ({"ends_on": LAST, "reason": ""}, "reason", "Answer"),
        ({}, "ends_on", "Enter"),
    ],
)
def test_refuses_beside_the_box(signed_in, place, answers, field, words):
    answer = press(
        signed_in("hub_coordinator"), url(place), **{"reason": "Moved.", **answers}
    )
    [said] = errors(answer)[field]
    assert words in said


def test_is_for_who_may_and_sees_the_child(signed_in, place):
    assert signed_in("hub_school").get(url(place)).status_code == 403
    restricted(place.child, [])
    assert signed_in("hub_coordinator").get(url(place)).status_code == 404


def test_the_case_offers_what_can_still_be_done(monkeypatch, signed_in, place):
    client = signed_in("hub_coordinator")
    text = seen(client.get(place.get_absolute_url()))
    for act in ("Move the place", "End the place early", "Take the place back"):
        assert act in text
    assert "4 January 2027 to 17 December 2027" in text
    monkeypatch.setattr(clock, "today", lambda: date(2027, 12, 20))
    text = seen(client.get(place.get_absolute_url()))
    assert "Move the place" not in text
    assert "Say that the place ended earlier" in text
    press(client, url(place), ends_on=LAST, reason="Left in March.")
    place.refresh_from_db()
    assert place.ends_on == LAST


def test_a_talk_after_the_end_is_cancelled_and_to_be_arranged_anew(signed_in, place):
    client = signed_in("hub_coordinator")
    day = date(2027, 4, 14)
    actions.talk_arrange(place=place, planned_for=day, by=client.user)
    assert "planned for 14 April 2027" in seen(client.get(url(place)))

    press(client, url(place), ends_on=LAST, reason="Moved.")

    assert not Talk.objects.standing().exists()
    assert Deadline.objects.get(rule="NH-01").ended == Ended.OPEN
    assert str(Act.objects.get(act="nurture_hubs.talk_cancel")) == (
        "Talk planned for 14 April 2027 cancelled, to be arranged anew: "
        "The place ends early."
    )
    actions.talk_arrange(place=place, planned_for=LAST, by=client.user)


def test_a_talk_before_the_end_stays(signed_in, place):
    client = signed_in("hub_coordinator")
    actions.talk_arrange(place=place, planned_for=LAST, by=client.user)
    press(client, url(place), ends_on=LAST, reason="Moved.")
    assert Talk.objects.standing().get().planned_for == LAST
    assert Deadline.objects.get(rule="NH-01").ended == Ended.MET


def test_a_talk_that_could_not_be_any_more_is_not_late(signed_in):
    place = build.hubs.begun(date(2026, 1, 5), date(2027, 1, 4))
    client = signed_in("hub_coordinator")
    press(client, url(place), ends_on=date(2026, 11, 13), reason="Moved away.")
    ended = dict(Deadline.objects.values_list("rule", "ended"))
    assert (ended["NH-01"], ended["NH-02"]) == (Ended.VOID, Ended.VOID)
    assert ended["NH-03"] == Ended.OPEN
