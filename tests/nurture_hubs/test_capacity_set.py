"""How many places a hub has, from when to when."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from sendhub.nurture_hubs import actions
from tests import build, pages

pytestmark = pytest.mark.django_db
SEPT, DEC = date(2026, 9, 1), date(2026, 12, 18)


def url(hub):
    return reverse("nurture_hubs:capacity-set", args=[hub.pk])


def press(signed_in, hub, **answers):
    return pages.press(signed_in("hub_coordinator"), url(hub), **answers)


def set_to(hub, places, from_on, until_on=None):
    actions.capacity_set(
        hub=hub,
        from_on=from_on,
        until_on=until_on,
        places=places,
        because="",
        by=build.user("hub_coordinator"),
    )


def on(hub, *day):
    with connection.cursor() as cursor:
        cursor.execute("SELECT nurture_hubs_places_on(%s, %s)", [hub.pk, date(*day)])
        return cursor.fetchone()[0]


def test_from_a_day_on(signed_in):
    hub = build.hubs.hub()
    answer = press(signed_in, hub, places=9, from_on=SEPT)
    assert answer["Location"] == hub.get_absolute_url()
    assert (on(hub, 2026, 8, 31), on(hub, 2026, 9, 1)) == (7, 9)


def test_for_one_term(signed_in):
    hub = build.hubs.hub()
    press(signed_in, hub, places=9, from_on=SEPT, until_on=DEC, because="A teacher")
    days = [(2026, 8, 31), (2026, 9, 1), (2026, 12, 18), (2026, 12, 19)]
    assert [on(hub, *day) for day in days] == [7, 9, 9, 7]


def test_for_a_term_in_which_the_number_changed(signed_in):
    hub = build.hubs.hub()
    set_to(hub, 5, date(2026, 10, 1))
    press(signed_in, hub, places=9, from_on=SEPT, until_on=DEC)
    days = [(2026, 8, 31), (2026, 10, 2), (2026, 12, 18), (2026, 12, 19)]
    assert [on(hub, *day) for day in days] == [7, 9, 9, 5]


def test_without_an_end_until_the_next_change(signed_in):
    hub = build.hubs.hub()
    set_to(hub, 5, date(2027, 1, 1))
    press(signed_in, hub, places=9, from_on=SEPT)
    assert (on(hub, 2026, 12, 31), on(hub, 2027, 1, 1)) == (9, 5)


def test_never_fewer_than_are_promised(signed_in):
    hub = build.hubs.hub()
    for _ in range(2):
        build.hubs.place(hub)
    answer = press(signed_in, hub, places=1, from_on=SEPT)
    assert pages.errors(answer)["places"] == [
        "Between 4 January 2027 and 17 December 2027 up to 2 places are promised: set "
        "at least as many, choose other days, or end or move places first."
    ]
    assert on(hub, 2027, 1, 4) == 7


def test_fewer_before_and_after_the_promises(signed_in):
    hub = build.hubs.place().hub
    press(signed_in, hub, places=0, from_on=SEPT, until_on=date(2027, 1, 3))
    press(signed_in, hub, places=0, from_on=date(2027, 12, 18))
    assert (on(hub, 2027, 1, 3), on(hub, 2027, 1, 4)) == (0, 7)
    assert (on(hub, 2027, 12, 17), on(hub, 2027, 12, 18)) == (7, 0)


@pytest.mark.parametrize(
    ("answers", "field", "said"),
    [
        ({"from_on": date(2021, 8, 31)}, "from_on", "opens on 1 September 2021"),
        ({"from_on": SEPT, "until_on": date(2026, 8, 1)}, "until_on", "before it"),
        ({"from_on": None}, "from_on", "Enter the first day"),
        ({"from_on": SEPT, "places": "many"}, "places", "whole number from 0 to 40"),
    ],
)
def test_refuses(signed_in, answers, field, said):
    answer = press(signed_in, build.hubs.hub(), **({"places": 8} | answers))
    assert said in pages.errors(answer)[field][0]


def test_not_after_the_last_day(signed_in):
    hub = build.hubs.hub(closes_on=DEC)
    answer = press(signed_in, hub, places=8, from_on=date(2026, 12, 19))
    assert "last day is 18 December 2026" in pages.errors(answer)["from_on"][0]


def test_not_in_a_year_that_cannot_be_meant(signed_in):
    answer = pages.press(
        signed_in("hub_coordinator"),
        url(build.hubs.hub()),
        places=7,
        from_on=date(2035, 9, 1),
    )
    assert "Check the year" in pages.errors(answer)["from_on"][0]


def test_who_may(signed_in):
    assert signed_in("team_manager").get(url(build.hubs.hub())).status_code == 403
