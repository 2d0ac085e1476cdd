"""The last day of a hub."""

from datetime import date

import pytest
from django.urls import reverse

from tests import build, pages

pytestmark = pytest.mark.django_db
BORN = build.hubs.BORN
LAST = date(2027, 12, 16)


def url(hub):
    return reverse("nurture_hubs:hub-close", args=[hub.pk])


def press(signed_in, hub, **answers):
    client = signed_in("service_manager")
    return pages.press(client, url(hub), **({"because": "No money"} | answers))


def test_closes_on_the_last_day_of_the_last_place(signed_in):
    hub = build.hubs.place().hub
    press(signed_in, hub, closes_on=date(2027, 12, 17))
    hub.refresh_from_db()
    assert hub.closes_on == date(2027, 12, 17)


def test_not_while_places_are_promised_after(signed_in):
    hub = build.hubs.hub()
    for _ in range(2):
        build.hubs.place(hub)
    answer = press(signed_in, hub, closes_on=LAST)
    assert pages.errors(answer)["closes_on"] == [
        "2 places are promised after that day: end or move them first. You find them "
        "on the page of this hub, under Children now and to come."
    ]


def test_stays_open_after_all(signed_in):
    hub = build.hubs.hub()
    press(signed_in, hub, closes_on=LAST)
    client = signed_in("service_manager")
    assert pages.opened(client, url(hub))["closes_on_year"] == 2027
    press(signed_in, hub, closes_on=None)
    hub.refresh_from_db()
    assert hub.closes_on is None


@pytest.mark.parametrize(
    ("answers", "field", "said"),
    [
        ({"closes_on": None}, "closes_on", "Enter the last day of the hub."),
        ({"closes_on": date(2021, 8, 31)}, "closes_on", "before the opening"),
        ({"closes_on": date(2035, 8, 31)}, "closes_on", "Check the year"),
        ({"closes_on": LAST, "because": ""}, "because", "Answer the question"),
    ],
)
def test_refuses(signed_in, answers, field, said):
    answer = press(signed_in, build.hubs.hub(), **answers)
    assert said in pages.errors(answer)[field][0]


def test_not_while_a_child_waits_for_it_alone(signed_in):
    hub, other = build.hubs.hub(), build.hubs.hub()
    child = build.child(given_names="Ann", family_name="Archer", born_on=BORN)
    alone = build.hubs.agreed(hub, made=build.hubs.referral(child_=child))
    build.hubs.agreed(other, made=build.hubs.agreed(hub))
    answer = press(signed_in, hub, closes_on=LAST)
    assert pages.errors(answer)["closes_on"][0].startswith(
        "1 child waits for a place in this hub and in no other that stays open."
    )
    said = answer.content.decode()
    assert f'<a href="{alone.get_absolute_url()}">Ann Archer</a>, since' in said
    assert said.count(", since 2 November 2026</li>") == 1
    build.hubs.agreed(other, made=alone)
    assert press(signed_in, hub, closes_on=LAST).status_code == 302


def test_another_hub_that_closes_too_is_no_other(signed_in):
    hub, other = build.hubs.hub(), build.hubs.hub(closes_on=LAST)
    build.hubs.agreed(other, made=build.hubs.agreed(hub))
    answer = press(signed_in, hub, closes_on=LAST)
    assert "1 child waits" in pages.errors(answer)["closes_on"][0]


def test_longer_than_was_thought_also_while_they_wait(signed_in):
    hub = build.hubs.hub(closes_on=LAST)
    made = build.hubs.agreed(hub)
    page = signed_in("hub_coordinator").get(hub.get_absolute_url())
    assert f'<a href="{made.get_absolute_url()}">' in page.content.decode()
    later = date(2028, 7, 20)
    assert press(signed_in, hub, closes_on=later).status_code == 302
    answer = press(signed_in, hub, closes_on=LAST)
    assert "1 child waits" in pages.errors(answer)["closes_on"][0]


def test_who_waits_unseen_is_counted_without_a_name(signed_in):
    hub = build.hubs.hub()
    child = build.restricted_child(born_on=BORN)
    build.hubs.agreed(hub, made=build.hubs.referral(child_=child))
    answer = press(signed_in, hub, closes_on=LAST)
    assert "1 child waits" in pages.errors(answer)["closes_on"][0]
    said = pages.seen(answer)
    assert "Restricted record, since 2 November 2026" in said
    assert child.known_as not in said


def test_the_page_asks_no_more_when_more_wait(signed_in, queries_stay_flat):
    hub = build.hubs.hub()
    client = signed_in("service_manager")
    queries_stay_flat(client, url(hub), lambda: build.hubs.agreed(hub))


def test_stays_open_only_with_a_school(signed_in):
    hub = build.hubs.hub()
    press(signed_in, hub, closes_on=LAST)
    host = hub.hosts.get()
    pages.press(
        signed_in("service_manager"),
        reverse("nurture_hubs:host-end", args=[host.pk]),
        ends_on=LAST,
    )
    answer = press(signed_in, hub, closes_on=None)
    assert "From 17 December 2027 no school" in pages.errors(answer)["closes_on"][0]


def test_who_may(signed_in):
    hub = build.hubs.hub()
    assert signed_in("hub_coordinator").get(url(hub)).status_code == 403
