"""Changing what is kept of a hub."""

from datetime import date

import pytest
from django.urls import reverse

from tests import build, pages

pytestmark = pytest.mark.django_db


def url(hub):
    return reverse("nurture_hubs:hub-change", args=[hub.pk])


def test_changes(signed_in):
    hub = build.hubs.hub()
    answer = pages.press(
        signed_in("hub_coordinator"), url(hub), name="Broadlands", age_to=8
    )
    assert answer["Location"] == hub.get_absolute_url()
    hub.refresh_from_db()
    assert (hub.name, hub.age_to, hub.age_from) == ("Broadlands", 8, 3)


def test_opened_earlier_its_school_and_places_hold_from_then(signed_in):
    hub = build.hubs.hub()
    earlier = date(2021, 8, 30)
    pages.press(signed_in("hub_coordinator"), url(hub), opens_on=earlier)
    assert hub.hosts.get().starts_on == earlier
    assert hub.capacities.get().from_on == earlier


def test_opened_later_and_then_earlier_than_ever(signed_in):
    hub = build.hubs.hub()
    client = signed_in("hub_coordinator")
    for day in (date(2022, 1, 10), date(2021, 11, 1), date(2021, 8, 30)):
        answer = pages.press(client, url(hub), opens_on=day)
        assert answer.status_code == 302
        hub.refresh_from_db()
        assert hub.opens_on == day
        assert hub.hosts_on(day)
        assert hub.capacities.get().from_on <= day


def test_not_in_a_year_that_cannot_be_meant(signed_in):
    page = url(build.hubs.hub())
    answer = pages.press(signed_in("hub_coordinator"), page, opens_on=date(2015, 8, 31))
    assert "Check the year" in pages.errors(answer)["opens_on"][0]


def test_opened_later_not_while_a_place_is_promised_before(signed_in):
    hub = build.hubs.place().hub
    answer = pages.press(
        signed_in("hub_coordinator"), url(hub), opens_on=date(2027, 1, 5)
    )
    assert "1 place is promised before" in pages.errors(answer)["opens_on"][0]


def test_ages_out_of_order(signed_in):
    hub = build.hubs.hub()
    answer = pages.press(signed_in("hub_coordinator"), url(hub), age_from=9)
    assert "cannot be younger" in pages.errors(answer)["age_to"][0]


def test_somebody_changed_it_meanwhile(signed_in):
    hub = build.hubs.hub()
    client = signed_in("hub_coordinator")
    typed = pages.opened(client, url(hub))
    pages.press(signed_in("hub_coordinator"), url(hub), name="Theirs")
    answer = client.post(url(hub), pages.written_over(typed, name="Mine"))
    assert "changed this meanwhile" in pages.errors(answer)["name"][0]


def test_who_may(signed_in):
    hub = build.hubs.hub()
    assert signed_in("caseworker").get(url(hub)).status_code == 403
