"""A hub is paused: nobody new starts."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.nurture_hubs.models import HubPause
from tests import build, pages

pytestmark = pytest.mark.django_db
FIRST = date(2026, 11, 20)


def url(hub):
    return reverse("nurture_hubs:pause-set", args=[hub.pk])


def press(signed_in, hub, **answers):
    client = signed_in("hub_coordinator")
    return pages.press(client, url(hub), **({"because": "No staff"} | answers))


def test_the_hub_says_so(signed_in):
    hub = build.hubs.hub()
    press(signed_in, hub, starts_on=FIRST)
    said = pages.seen(signed_in("hub_coordinator").get(hub.get_absolute_url()))
    assert "Paused: nobody new starts" in said
    assert "From 20 November 2026, with no last day yet: No staff" in said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (FIRST, "from 20 November 2026: the hub is paused."),
        (date(2026, 12, 1), "from 1 December 2026: the hub pauses then."),
    ],
)
def test_it_says_from_when(signed_in, day, said):
    hub, client = build.hubs.hub(), signed_in("hub_coordinator")
    answer = pages.press(client, url(hub), starts_on=day, because="No staff")
    assert f"Nobody new starts {said}" in pages.seen(client.get(answer["Location"]))


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"starts_on": date(1900, 1, 1)}, "starts_on"),
        ({"starts_on": FIRST, "ends_on": date(2032, 1, 1)}, "ends_on"),
    ],
)
def test_not_in_a_year_that_cannot_be_meant(signed_in, days, field):
    answer = press(signed_in, build.hubs.hub(), **days)
    assert "Check the year" in pages.errors(answer)[field][0]


def test_who_is_there_stays(signed_in):
    place = build.hubs.place()
    press(signed_in, place.hub, starts_on=date(2027, 1, 5))
    assert HubPause.objects.exists()


def test_not_where_a_child_starts(signed_in):
    place = build.hubs.place()
    answer = press(signed_in, place.hub, starts_on=FIRST, ends_on=date(2027, 1, 4))
    assert "1 child starts on these days" in pages.errors(answer)["starts_on"][0]


def test_not_twice(signed_in):
    hub = build.hubs.hub()
    build.hubs.pause(hub)
    answer = press(signed_in, hub, starts_on=FIRST)
    assert "already" in pages.errors(answer)["starts_on"][0]


@pytest.mark.parametrize(
    ("answers", "field", "said"),
    [
        ({"starts_on": FIRST, "ends_on": date(2026, 1, 1)}, "ends_on", "before it"),
        ({"starts_on": FIRST, "because": ""}, "because", "Enter why the hub is paused"),
        ({"starts_on": None}, "starts_on", "Enter the first day"),
    ],
)
def test_refuses(signed_in, answers, field, said):
    answer = press(signed_in, build.hubs.hub(), **answers)
    assert said in pages.errors(answer)[field][0]


def test_who_may(signed_in):
    assert signed_in("team_manager").get(url(build.hubs.hub())).status_code == 403
