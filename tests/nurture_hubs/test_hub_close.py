"""The last day of a hub."""

from datetime import date

import pytest
from django.urls import reverse

from tests import build, pages

pytestmark = pytest.mark.django_db
LAST = date(2027, 12, 16)


def url(hub):
    return reverse("nurture_hubs:hub-close", args=[hub.pk])


def press(signed_in, hub, **answers):
    client = signed_in("service_manager")
    return pages.press(client, url(hub), **({"because": "No money"} | answers))


def test_closes_on_the_last_day_of_the_last_place(signed_in):
    hub = build.hubs.place().hub
    press(signed_in, hub, closes_on=date(2027, 12, 17))
    hub.refresh_from_db()
    assert hub.closes_on == date(2027, 12, 17)


def test_not_while_places_are_promised_after(signed_in):
    hub = build.hubs.hub()
    for _ in range(2):
        build.hubs.place(hub)
    answer = press(signed_in, hub, closes_on=LAST)
    assert pages.errors(answer)["closes_on"] == [
        "2 places are promised after that day: end or move them first. You find them "
        "on the page of this hub, under Children now and to come."
    ]


def test_stays_open_after_all(signed_in):
    hub = build.hubs.hub()
    press(signed_in, hub, closes_on=LAST)
    client = signed_in("service_manager")
    assert pages.opened(client, url(hub))["closes_on_year"] == 2027
    press(signed_in, hub, closes_on=None)
    hub.refresh_from_db()
    assert hub.closes_on is None


@pytest.mark.parametrize(
    ("answers", "field", "said"),
    [
        ({"closes_on": None}, "closes_on", "Enter the last day of the hub."),
        ({"closes_on": date(2021, 8, 31)}, "closes_on", "before the opening"),
        ({"closes_on": LAST, "because": ""}, "because", "Answer the question"),
    ],
)
def test_refuses(signed_in, answers, field, said):
    answer = press(signed_in, build.hubs.hub(), **answers)
    assert said in pages.errors(answer)[field][0]


def test_stays_open_only_with_a_school(signed_in):
    hub = build.hubs.hub()
    press(signed_in, hub, closes_on=LAST)
    host = hub.hosts.get()
    pages.press(
        signed_in("service_manager"),
        reverse("nurture_hubs:host-end", args=[host.pk]),
        ends_on=LAST,
    )
    answer = press(signed_in, hub, closes_on=None)
    assert "From 17 December 2027 no school" in pages.errors(answer)["closes_on"][0]


def test_who_may(signed_in):
    hub = build.hubs.hub()
    assert signed_in("hub_coordinator").get(url(hub)).status_code == 403
