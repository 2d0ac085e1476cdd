"""Somebody of a hub school sees their hub."""

from datetime import date

import pytest
from django.urls import reverse

from tests import build, pages

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def url(hub):
    return reverse("nurture_hubs:member-add", args=[hub.pk])


def test_not_in_a_year_that_cannot_be_meant(signed_in):
    lead, client = build.user("hub_school"), signed_in("hub_coordinator")
    page = url(build.hubs.hub())
    answer = pages.press(client, page, user=lead, starts_on=date(1900, 1, 1))
    assert "Check the year" in pages.errors(answer)["starts_on"][0]


def test_they_see_it_and_no_other(signed_in):
    hub, other = build.hubs.hub(), build.hubs.hub()
    lead = build.user("hub_school")
    theirs = signed_in(lead)
    assert theirs.get(hub.get_absolute_url()).status_code == 404
    pages.press(signed_in("hub_coordinator"), url(hub), user=lead)
    assert theirs.get(hub.get_absolute_url()).status_code == 200
    assert theirs.get(other.get_absolute_url()).status_code == 404
    listed = pages.seen(theirs.get(reverse("nurture_hubs:hub-list")))
    assert (str(hub) in listed, str(other) in listed) == (True, False)


def test_from_a_day_on(signed_in):
    hub, lead = build.hubs.hub(), build.user("hub_school")
    coordinator = signed_in("hub_coordinator")
    pages.press(coordinator, url(hub), user=lead, starts_on=date(2026, 11, 21))
    assert signed_in(lead).get(hub.get_absolute_url()).status_code == 404


def test_only_who_signs_in_for_a_school(signed_in):
    hub = build.hubs.hub()
    client = signed_in("hub_coordinator")
    answer = pages.press(client, url(hub), user=build.user("caseworker"))
    assert "role hub school" in pages.errors(answer)["user"][0]


def test_not_twice(signed_in):
    member = build.hubs.member()
    client = signed_in("hub_coordinator")
    answer = pages.press(client, url(member.hub), user=member.user)
    assert "already" in pages.errors(answer)["user"][0]


def test_who_may(signed_in):
    assert signed_in("team_manager").get(url(build.hubs.hub())).status_code == 403
