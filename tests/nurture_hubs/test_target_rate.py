"""Rating a child's own target."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.nurture_hubs.models import HubPlace
from tests import build
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def url(target):
    return reverse("nurture_hubs:target-rate", args=[target.pk])


def test_keeps_how_far_the_child_has_come(signed_in):
    target = build.hubs.target(build.hubs.in_hub())
    press(signed_in("hub_coordinator"), url(target), half_way=5, at_exit=10)
    target.refresh_from_db()
    assert (target.at_entry, target.half_way, target.at_exit) == (2, 5, 10)
    act = Act.objects.get(act="nurture_hubs.target_rate")
    assert "(at entry 2, half-way 5, at exit 10): I wait" in str(act)


@pytest.mark.parametrize("wrong", ["11", "-1", "1.5", "all"])
def test_is_from_nought_to_ten(signed_in, wrong):
    answer = press(
        signed_in("hub_coordinator"), url(build.hubs.target()), at_exit=wrong
    )
    assert "At exit must be a number from 0 to 10" in errors(answer)["at_exit"][0]


@pytest.mark.parametrize(
    ("referral", "field", "why"),
    [
        (build.hubs.referral, "half_way", "has not started in a hub"),
        (build.hubs.referral, "at_exit", "has not started in a hub"),
        (
            lambda: build.hubs.in_hub(ends_on=date(2027, 1, 15)),
            "at_exit",
            "rate it at exit from 4 December 2026",
        ),
    ],
)
def test_later_ratings_wait_for_the_child(signed_in, referral, field, why):
    target = build.hubs.target(referral())
    answer = press(signed_in("hub_coordinator"), url(target), **{field: 5})
    assert why in errors(answer)[field][0]
    target.refresh_from_db()
    assert (target.at_entry, target.half_way, target.at_exit) == (2, None, None)


def test_a_rating_stays_though_the_place_was_moved_since(signed_in):
    target = build.hubs.target(build.hubs.in_hub())
    client = signed_in("hub_coordinator")
    press(client, url(target), half_way=5)
    HubPlace.objects.update(starts_on=date(2026, 11, 30))
    press(client, url(target), at_entry=1, half_way=5)
    target.refresh_from_db()
    assert (target.at_entry, target.half_way) == (1, 5)


def test_wants_one_rating_at_least(signed_in):
    page = url(build.hubs.target())
    answer = press(signed_in("hub_coordinator"), page, at_entry="")
    assert "at least one rating" in errors(answer)["__all__"][0]


def test_is_not_for_those_without_the_right(signed_in):
    page = url(build.hubs.target())
    assert signed_in("caseworker").get(page).status_code == 403
    assert signed_in("hub_school").get(page).status_code == 404
