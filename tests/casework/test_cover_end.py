"""Saying that somebody is back, or does not go away: casework:cover-end."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions
from sendhub.core.errors import RuleBroken
from tests import build
from tests.pages import opened, press, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def nia():
    return build.user("caseworker", name="Nia Prosser")


@pytest.fixture
def sam():
    return build.user("caseworker", name="Sam Okafor")


@pytest.fixture
def cover(nia, sam):
    return build.cover(
        nia, sam, starts_on=date(2026, 11, 16), ends_on=date(2026, 12, 4)
    )


def url_of(cover):
    return reverse("casework:cover-end", args=[cover.pk])


def test_whoever_is_back_was_away_until_yesterday(signed_in, cover, nia):
    client = signed_in(nia)
    answer = press(client, url_of(cover))
    assert answer.status_code == 302
    assert "Nia Prosser is not away any more." in seen(client.get(answer.url))
    cover.refresh_from_db()
    assert (cover.ends_on, cover.cancelled_at) == (date(2026, 11, 19), None)
    assert Act.objects.get(act="casework.cover_end").sentence == (
        "Sam Okafor no longer covers for Nia Prosser"
    )


@pytest.mark.parametrize("starts_on", [date(2026, 11, 20), date(2026, 11, 30)])
def test_what_has_not_begun_is_called_off(signed_in, nia, sam, starts_on):
    cover = build.cover(nia, sam, starts_on=starts_on, ends_on=date(2026, 12, 4))
    assert "Yes, call it off" in signed_in(nia).get(url_of(cover)).content.decode()
    press(signed_in(nia), url_of(cover))
    cover.refresh_from_db()
    assert cover.cancelled_by == nia
    build.cover(nia, sam, starts_on=starts_on, ends_on=date(2026, 12, 4))


def test_is_for_themselves_and_for_managers(signed_in, cover, sam):
    assert signed_in(sam).get(url_of(cover)).status_code == 403
    assert signed_in("team_manager").get(url_of(cover)).status_code == 200
    with pytest.raises(RuleBroken, match="Only a manager"):
        actions.cover_end(cover=cover, by=sam)


def test_the_list_offers_it_to_whoever_may(signed_in, cover, nia, sam):
    page = reverse("casework:cover-list")
    assert "Back already" in seen(signed_in(nia).get(page))
    assert "Back already" not in seen(signed_in(sam).get(page))
    assert "Back already" in seen(signed_in("team_manager").get(page))


def test_an_empty_list_says_so(signed_in):
    page = seen(signed_in("caseworker").get(reverse("casework:cover-list")))
    assert "Nobody is away." in page


def test_what_is_over_does_not_end_again(signed_in, cover, nia):
    client = signed_in(nia)
    hidden = opened(client, url_of(cover))
    press(signed_in("team_manager"), url_of(cover))
    answer = press(client, url_of(cover), hidden=hidden)
    assert "changed this while you had it open" in seen(answer)
    with pytest.raises(RuleBroken, match="over already"):
        actions.cover_end(cover=cover, by=nia)


def test_the_list_asks_no_more_when_more_are_away(signed_in, queries_stay_flat, sam):
    def grow():
        build.cover(
            build.user("caseworker"),
            sam,
            starts_on=date(2026, 11, 16),
            ends_on=date(2026, 12, 4),
        )

    queries_stay_flat(signed_in("caseworker"), reverse("casework:cover-list"), grow)
