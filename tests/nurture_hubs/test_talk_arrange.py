"""Arranging the talk about what follows a place."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.core import clock
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import HubPlace, Talk
from sendhub.people import actions as people
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 27)


def going_on():
    """A place that ends in a month."""
    return build.hubs.begun(date(2026, 1, 5), date(2026, 12, 18))


def url(place):
    return reverse("nurture_hubs:talk-arrange", args=[place.pk])


def test_arranges_it_and_meets_its_date(signed_in):
    place, client = going_on(), signed_in("hub_coordinator")
    page = seen(client.get(place.get_absolute_url()))
    assert "The talk about what follows is not arranged yet." in page
    assert "Next step Arrange the talk about what follows" in page
    answer = press(client, url(place), planned_for=DAY)
    talk = Talk.objects.get()
    assert (talk.planned_for, talk.arranged_on) == (DAY, date(2026, 11, 20))
    limit = Deadline.objects.get(rule="NH-01")
    assert (limit.ended, limit.met_on) == (Ended.LATE, date(2026, 11, 20))
    act = Act.objects.get(act="nurture_hubs.talk_arrange")
    assert str(act).endswith("arranged for 27 November 2026")
    assert "planned for 27 November 2026" in seen(client.get(answer.url))


def test_moves_it_and_it_stays_arranged_since_the_first_time(signed_in, monkeypatch):
    place, client = going_on(), signed_in("hub_coordinator")
    press(client, url(place), planned_for=DAY)
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 24))
    press(client, url(place), planned_for=date(2026, 12, 1))
    talk = Talk.objects.get()
    assert (talk.planned_for, talk.arranged_on) == (
        date(2026, 12, 1),
        date(2026, 11, 20),
    )
    moved = Act.objects.filter(act="nurture_hubs.talk_arrange").latest("pk")
    assert "moved to 1 December 2026" in str(moved)


def test_a_day_that_passed_is_said_in_red(signed_in, monkeypatch):
    place, client = going_on(), signed_in("hub_coordinator")
    press(client, url(place), planned_for=DAY)
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 30))
    page = seen(client.get(place.get_absolute_url()))
    assert "That day is past: record the talk, or move it." in page
    assert "Next step Record the talk" in page


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "Enter"),
        (date(2026, 11, 19), "past"),
        (date(2026, 12, 19), "ends on 18 December 2026"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, day, said):
    answer = press(signed_in("hub_coordinator"), url(going_on()), planned_for=day)
    assert said in " ".join(errors(answer)["planned_for"])


def test_a_day_without_school_is_asked_about_once(signed_in):
    place, client = going_on(), signed_in("hub_coordinator")
    assert "meant for that day" not in seen(client.get(url(place)))

    asked = press(client, url(place), planned_for=date(2026, 11, 28))

    [said] = errors(asked)["day_checked"]
    assert said.startswith("28 November 2026 is a Saturday.")
    assert "The talk is meant for that day" in seen(asked)
    assert not Talk.objects.exists()
    press(client, url(place), planned_for=date(2026, 11, 28), day_checked=True)
    assert Talk.objects.get().planned_for == date(2026, 11, 28)


def test_the_same_day_again_is_no_move(signed_in):
    place, client = going_on(), signed_in("hub_coordinator")
    press(client, url(place), planned_for=DAY)
    said = errors(press(client, url(place), planned_for=DAY))["planned_for"]
    assert said == ["It is planned for that day already."]


def test_none_is_arranged_after_one_was_held(signed_in):
    place = build.hubs.begun()
    build.hubs.talk(place)
    answer = press(signed_in("hub_coordinator"), url(place), planned_for=DAY)
    assert "The talk took place on 6 November 2026." in str(errors(answer))


def test_none_is_arranged_after_a_death(signed_in):
    place = going_on()
    by = build.user("caseworker")
    people.child_died(child=place.child, died_on=date(2026, 11, 10), by=by)
    if HubPlace.objects.standing().filter(pk=place.pk).exists():
        client = signed_in("hub_coordinator")
        answer = press(client, url(place), planned_for=date(2026, 11, 20))
        assert "This child has died." in str(errors(answer))
        assert "Arrange" not in seen(client.get(place.get_absolute_url()))
    assert not Deadline.objects.open().exists()


def test_a_place_that_was_taken_back_has_none(signed_in):
    place = build.hubs.place()
    by = build.user("hub_coordinator")
    actions.place_withdraw(place=place, reason="He never came.", by=by)
    assert signed_in("hub_coordinator").get(url(place)).status_code == 404
    assert not Deadline.objects.open().exists()


def test_is_not_for_those_without_the_right(signed_in):
    assert signed_in("caseworker").get(url(going_on())).status_code == 403


def test_is_out_of_sight_with_the_child(signed_in):
    place = going_on()
    people.child_restrict(
        child=place.child, named=[], reason="R", by=build.user("service_manager")
    )
    assert signed_in("hub_coordinator").get(url(place)).status_code == 404
