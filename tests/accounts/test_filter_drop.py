"""Deleting one's own kept filter."""

import pytest
from django.urls import reverse

from sendhub.accounts.models import SavedFilter
from sendhub.audit.models import Act
from tests import build
from tests.pages import opened, press, seen

pytestmark = pytest.mark.django_db


def url_of(kept):
    return reverse("accounts:filter-drop", args=[kept.pk])


def test_deletes_ones_own_and_leads_back_to_the_list(signed_in):
    client = signed_in("caseworker")
    kept, other = (build.saved_filter(by=client.user) for _ in range(2))
    answer = press(client, url_of(kept))
    assert answer.url == reverse("schools:setting-list")
    assert list(SavedFilter.objects.all()) == [other]
    assert Act.objects.get(act="accounts.filter_drop").facts["name"] == kept.name


def test_a_double_click_deletes_once_and_is_told_nothing_else(signed_in):
    client = signed_in("caseworker")
    kept = build.saved_filter(by=client.user)
    sent = opened(client, url_of(kept))
    first, second = (client.post(url_of(kept), sent) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert Act.objects.filter(act="accounts.filter_drop").count() == 1


def test_two_windows_are_told_that_it_is_gone(signed_in):
    client = signed_in("caseworker")
    kept = build.saved_filter(by=client.user)
    one, two = (opened(client, url_of(kept)) for _ in range(2))
    client.post(url_of(kept), one)
    assert "deleted already" in seen(client.post(url_of(kept), two))


def test_nobody_deletes_what_is_somebody_elses(signed_in):
    team = build.team("North")
    kept = build.saved_filter(by=build.user("team_manager", team=team), shared=True)
    client = signed_in(build.user("caseworker", team=team))
    assert client.get(url_of(kept)).status_code == 404
    assert client.post(url_of(kept), {}).status_code == 200
    assert SavedFilter.objects.filter(pk=kept.pk).exists()
    assert signed_in("panel_member").get(url_of(kept)).status_code == 403
