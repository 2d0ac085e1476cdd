"""A full hub with a waiting list, and the last free place with the quota open."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.core import clock
from sendhub.nurture_hubs.models import HubPlace
from sendhub.nurture_hubs.rules import Need, Standing
from tests import build
from tests.pages import errors, press, seen

pytestmark = pytest.mark.django_db
JANUARY, DECEMBER = date(2027, 1, 4), date(2027, 12, 17)


def act(name, thing):
    return reverse(f"nurture_hubs:{name}", args=[thing.pk])


def given_a_child_who_waits(name, hub, **facts):
    child = build.child(given_names=name, family_name="Hop", born_on=build.hubs.BORN)
    return build.hubs.agreed(hub, made=build.hubs.referral(child_=child, **facts))


def when_they_allocate(client, referral, hub, **answers):
    days = {"starts_on": JANUARY, "ends_on": DECEMBER}
    url = act("place-allocate", referral)
    return press(client, url, **{"hub": hub, **days, **answers})


def then_the_board_says(client, *words):
    text = seen(client.get(reverse("nurture_hubs:board"), {"from": "2027-01-04"}))
    for said in words:
        assert said in text


def test_a_full_hub_with_a_waiting_list(monkeypatch, signed_in):
    client = signed_in("hub_coordinator")
    hub = build.hubs.hub(name="Leominster", places=2)
    ann, bob = (given_a_child_who_waits(name, hub) for name in ("Ann", "Bob"))
    for made in (ann, bob):
        assert when_they_allocate(client, made, hub).status_code == 302
    cat = given_a_child_who_waits("Cat", hub)
    urgent = given_a_child_who_waits("Dee", hub, need=Need.URGENT)
    then_the_board_says(
        client,
        "Waiting for Leominster",
        "1. Dee Hop",
        "2. Cat Hop",
        "free from 18 December 2027",
    )

    [said] = errors(when_they_allocate(client, cat, hub))["starts_on"]
    assert said.startswith("Full: on 4 January 2027 all 2 places are taken.")

    monkeypatch.setattr(clock, "today", lambda: date(2027, 3, 1))
    place = HubPlace.objects.get(referral=bob)
    ended = {"ends_on": date(2027, 3, 12), "reason": "Back in class."}
    assert press(client, act("place-end", place), **ended).status_code == 302
    march = {"starts_on": date(2027, 3, 15), "ends_on": date(2028, 3, 10)}
    [said] = errors(when_they_allocate(client, cat, hub, **march))["order_because"]
    assert said.startswith("1 child stands before this one")
    assert when_they_allocate(client, urgent, hub, **march).status_code == 302
    [said] = errors(when_they_allocate(client, cat, hub, **march))["starts_on"]
    assert "18 December 2027" in said
    then_the_board_says(client, "Dee Hop", "1. Cat Hop")

    never_came = HubPlace.objects.get(referral=urgent)
    press(client, act("place-withdraw", never_came), reason="The family moved away.")
    urgent.refresh_from_db()
    assert urgent.standing == Standing.WAITING
    why = {"order_because": "Dee has moved away."}
    assert when_they_allocate(client, cat, hub, **march, **why).status_code == 302
    then_the_board_says(client, "Cat Hop", "1. Dee Hop")


def test_the_last_free_place_with_the_quota_open(signed_in):
    client = signed_in("hub_coordinator")
    host = build.setting()
    hub = build.hubs.hub(name="Ashfield Park", places=2, host=host)
    year = {"starts_on": date(2026, 11, 20), "ends_on": date(2027, 8, 31)}
    other = given_a_child_who_waits("Ann", hub)
    assert when_they_allocate(client, other, hub, **year).status_code == 302
    then_the_board_says(client, "At risk", "1 from other schools in 2026/27")

    mine = given_a_child_who_waits("Bob", hub, setting=host)
    answer = when_they_allocate(client, mine, hub, **year)
    [said] = errors(answer)["few_others_because"]
    assert "no room left in 2026/27 for one child from other schools" in said
    assert not HubPlace.objects.filter(referral=mine).exists()

    stranger = given_a_child_who_waits("Cat", hub)
    assert when_they_allocate(client, stranger, hub, **year).status_code == 302
    then_the_board_says(
        client, "Met", "2 from other schools in 2026/27 , 2 asked for", "1. Bob Hop"
    )
