"""A school stops to run a hub: it closes, or two hub schools become one."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.nurture_hubs import actions
from tests import build, pages

pytestmark = pytest.mark.django_db
LAST, NEXT = date(2026, 12, 31), date(2027, 1, 1)


def url(host):
    return reverse("nurture_hubs:host-end", args=[host.pk])


def end(signed_in, hub, ends_on=LAST):
    host = hub.hosts.earliest("pk")
    return pages.press(signed_in("hub_coordinator"), url(host), ends_on=ends_on)


def add(hub, starts_on):
    actions.host_add(
        hub=hub,
        setting=build.setting("Merged Academy"),
        starts_on=starts_on,
        by=build.user("hub_coordinator"),
    )


def test_two_schools_become_one(signed_in):
    hub = build.hubs.hub()
    add(hub, NEXT)
    assert end(signed_in, hub)["Location"] == hub.get_absolute_url()
    said = pages.seen(signed_in("hub_coordinator").get(hub.get_absolute_url()))
    assert "to 31 December 2026" in said
    assert "Merged Academy from 1 January 2027" in said


@pytest.mark.parametrize("starts_on", [None, date(2027, 1, 2)])
def test_each_day_has_a_school(signed_in, starts_on):
    hub = build.hubs.hub()
    if starts_on:
        add(hub, starts_on)
    answer = end(signed_in, hub)
    assert "From 1 January 2027 no school" in pages.errors(answer)["ends_on"][0]


def test_not_before_it_began(signed_in):
    hub = build.hubs.hub()
    answer = end(signed_in, hub, date(2021, 8, 31))
    assert "cannot stop before" in pages.errors(answer)["ends_on"][0]


def test_children_who_have_a_place_keep_it(signed_in):
    place = build.hubs.place()
    add(place.hub, NEXT)
    end(signed_in, place.hub)
    before = place.from_host
    place.refresh_from_db()
    assert place.from_host == before


def test_not_in_a_year_that_cannot_be_meant(signed_in):
    host = build.hubs.hub().hosts.get()
    page = reverse("nurture_hubs:host-end", args=[host.pk])
    client = signed_in("hub_coordinator")
    answer = pages.press(client, page, ends_on=date(2035, 9, 1))
    assert "Check the year" in pages.errors(answer)["ends_on"][0]


def test_who_may(signed_in):
    host = build.hubs.hub().hosts.get()
    assert signed_in("caseworker").get(url(host)).status_code == 403
