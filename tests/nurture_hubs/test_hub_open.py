"""Opening a hub."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.nurture_hubs.models import Hub
from tests import build, pages

pytestmark = pytest.mark.django_db
URL = reverse("nurture_hubs:hub-open")


def facts(**more):
    usual = {
        "name": "Lea and Gorsley Goffs",
        "phase": "primary",
        "age_from": 3,
        "age_to": 7,
        "sessions": "Five mornings a week",
        "opens_on": date(2021, 9, 1),
        "host": build.setting("Lea"),
        "places": 7,
    }
    return usual | more


def test_two_schools_run_it_together(signed_in):
    client = signed_in("service_manager")
    answer = pages.press(
        client, URL, **facts(second_host=build.setting("Gorsley Goffs"))
    )
    hub = Hub.objects.get()
    assert answer["Location"] == hub.get_absolute_url()
    assert [str(host) for host in hub.hosts.order_by("setting__name")] == [
        "Gorsley Goffs",
        "Lea",
    ]
    assert hub.capacities.get().places == 7
    assert "Lea and Gorsley Goffs opens on 1 September 2021" in pages.seen(
        client.get(hub.get_absolute_url())
    )


def test_seven_places_are_offered(signed_in):
    assert pages.opened(signed_in("service_manager"), URL)["places"] == 7


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"name": ""}, "name", "Enter the name of the hub."),
        ({"age_from": 8}, "age_to", "The oldest cannot be younger"),
        ({"age_from": "x"}, "age_from", "whole number from 2 to 18"),
        ({"places": 41}, "places", "whole number from 0 to 40"),
        ({"opens_on": None}, "opens_on", "Enter the opening date."),
        ({"opens_on": date(1900, 1, 1)}, "opens_on", "Check the year."),
        ({"opens_on": date(2032, 1, 1)}, "opens_on", "5 years ahead"),
        ({"phase": ""}, "phase", "Choose primary or secondary."),
        ({"host": ""}, "host", "Choose the school."),
    ],
)
def test_refuses(signed_in, more, field, said):
    answer = pages.press(signed_in("service_manager"), URL, **facts(**more))
    assert said in pages.errors(answer)[field][0]
    assert not Hub.objects.exists()


def test_refuses_the_same_school_twice(signed_in):
    school = build.setting()
    answer = pages.press(
        signed_in("service_manager"), URL, **facts(host=school, second_host=school)
    )
    assert "same school twice" in pages.errors(answer)["second_host"][0]


def test_refuses_a_name_there_is(signed_in):
    build.hubs.hub(name="LEA and Gorsley Goffs")
    answer = pages.press(signed_in("service_manager"), URL, **facts())
    assert pages.errors(answer)["name"] == ["There is a hub of this name."]


def test_a_closed_school_cannot_be_chosen(signed_in):
    school = build.setting(status="2")
    answer = pages.press(signed_in("service_manager"), URL, **facts(host=school))
    assert "closed or not in the county" in pages.errors(answer)["host"][0]


def test_the_coordinator_may_not(signed_in):
    assert signed_in("hub_coordinator").get(URL).status_code == 403
