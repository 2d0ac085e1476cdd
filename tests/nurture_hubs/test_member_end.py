"""Somebody's sight of a hub ends, at once."""

import pytest
from django.urls import reverse

from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import HubMember
from tests import build, pages
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db


def url(member):
    return reverse("nurture_hubs:member-end", args=[member.pk])


def test_they_see_nothing_from_then(signed_in):
    member = build.hubs.member()
    theirs = signed_in(member.user)
    assert theirs.get(member.hub.get_absolute_url()).status_code == 200
    pages.press(signed_in("hub_coordinator"), url(member))
    assert theirs.get(member.hub.get_absolute_url()).status_code == 404


def test_who_was_added_today_by_mistake_is_out_at_once(signed_in):
    hub, lead = build.hubs.hub(), build.user("hub_school")
    by = build.user("hub_coordinator")
    member = actions.member_add(hub=hub, user=lead, starts_on=TODAY, by=by)
    pages.press(signed_in(by), url(member))
    assert signed_in(lead).get(hub.get_absolute_url()).status_code == 404
    assert not HubMember.objects.exists()


def test_who_may(signed_in):
    assert signed_in("caseworker").get(url(build.hubs.member())).status_code == 403
