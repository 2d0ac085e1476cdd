"""A pause ends, or is called off."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import HubPause
from tests import build, pages

pytestmark = pytest.mark.django_db


def url(pause):
    return reverse("nurture_hubs:pause-end", args=[pause.pk])


def test_children_may_start_from_today(signed_in):
    pause = build.hubs.pause(starts_on=date(2026, 11, 2))
    pages.press(signed_in("hub_coordinator"), url(pause))
    pause.refresh_from_db()
    assert pause.ends_on == date(2026, 11, 19)


def test_what_has_not_begun_is_called_off(signed_in):
    pause = build.hubs.pause()
    client = signed_in("hub_coordinator")
    answer = pages.press(client, url(pause))
    assert not HubPause.objects.exists()
    assert "Pause of" in pages.seen(client.get(answer["Location"]))


def test_not_when_it_is_over():
    pause = build.hubs.pause(starts_on=date(2026, 1, 5), ends_on=date(2026, 2, 5))
    with pytest.raises(RuleBroken, match="over already"):
        actions.pause_end(pause=pause, by=build.user("hub_coordinator"))


def test_who_may(signed_in):
    assert signed_in("caseworker").get(url(build.hubs.pause())).status_code == 403
