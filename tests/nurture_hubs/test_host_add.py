"""Another school runs a hub."""

from datetime import date

import pytest
from django.urls import reverse

from tests import build, pages

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)


def url(hub):
    return reverse("nurture_hubs:host-add", args=[hub.pk])


def test_a_child_from_there_is_one_of_the_hub_from_then(signed_in):
    hub, school = build.hubs.hub(), build.setting("Broadlands")
    client = signed_in("hub_coordinator")
    answer = pages.press(client, url(hub), setting=school, starts_on=DAY)
    assert answer["Location"] == hub.get_absolute_url()
    assert hub.is_hosted_by(school.pk, on=DAY)
    assert not hub.is_hosted_by(school.pk, on=date(2026, 8, 31))


def test_not_twice(signed_in):
    hub = build.hubs.hub()
    school = hub.hosts.get().setting
    client = signed_in("hub_coordinator")
    answer = pages.press(client, url(hub), setting=school, starts_on=DAY)
    assert "already" in pages.errors(answer)["setting"][0]


def test_not_in_a_year_that_cannot_be_meant(signed_in):
    hub, school = build.hubs.hub(), build.setting()
    client = signed_in("hub_coordinator")
    answer = pages.press(client, url(hub), setting=school, starts_on=date(1900, 1, 1))
    assert "Check the year" in pages.errors(answer)["starts_on"][0]


def test_who_may(signed_in):
    assert signed_in("team_manager").get(url(build.hubs.hub())).status_code == 403
