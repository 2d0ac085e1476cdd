"""The list of hubs, and the page of one."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.people.actions import child_restrict
from sendhub.schools.models import SettingLink
from tests import build, pages

pytestmark = pytest.mark.django_db
URL = reverse("nurture_hubs:hub-list")
NOW = {"starts_on": date(2026, 11, 20), "ends_on": date(2027, 7, 20)}


def test_how_full_each_is(signed_in):
    hub = build.hubs.hub(name="Ashfield Park", host=build.setting("Ashfield School"))
    build.hubs.place(hub, **NOW)
    build.hubs.hub(name="Later", opens_on=date(2027, 9, 1))
    said = pages.seen(signed_in("caseworker").get(URL))
    assert "Ashfield Park Ashfield School" in said
    assert "1 of 7" in said
    assert "Opens on 1 September 2027" in said


def test_a_school_that_has_closed_stands_out(signed_in):
    hub = build.hubs.hub(host=build.setting("Old School", status="2"))
    client = signed_in("hub_coordinator")
    assert "School closed in the register" in pages.seen(client.get(URL))
    answer = client.get(hub.get_absolute_url())
    assert "Old School is closed in the register of schools." in pages.seen(answer)
    said = answer.content.decode()
    for act in (reverse("nurture_hubs:host-add", args=[hub.pk]), end_url(hub)):
        assert said.count(f'"{act}"') == 2  # with the warning, and where it always is
    board = pages.seen(client.get(reverse("nurture_hubs:board")))
    assert "School closed in the register What to do about Old School" in board


def test_names_the_school_that_the_register_says_follows(signed_in):
    hub = build.hubs.hub(host=build.setting("Old School", status="2"))
    new = build.setting("New Academy")
    old = hub.hosts.get().setting
    SettingLink.objects.create(predecessor=old, successor=new)
    answer = signed_in("hub_coordinator").get(hub.get_absolute_url())
    assert "what follows Old School: New Academy" in pages.seen(answer)
    assert f'href="{new.get_absolute_url()}"' in answer.content.decode()


def end_url(hub):
    return reverse("nurture_hubs:host-end", args=[hub.hosts.get().pk])


def test_a_school_that_is_to_close_stands_out_until_its_part_ends(signed_in):
    hub = build.hubs.hub(host=build.setting("Old School", status="3"))
    client = signed_in("hub_coordinator")
    assert "School is to close" in pages.seen(client.get(URL))
    said = pages.seen(client.get(hub.get_absolute_url()))
    assert "Old School is to close, as the register of schools says." in said
    build.hubs.hub()
    hub.hosts.update(ends_on=date(2027, 7, 20))
    assert "School is to close" not in pages.seen(client.get(URL))


def test_two_schools_of_hubs_become_one(signed_in):
    """Each is closed in the register and a new one has both: add it, end the old."""
    client, new = signed_in("hub_coordinator"), build.setting("New School")
    place = build.hubs.place(**NOW)
    hubs = [place.hub, build.hubs.hub()]
    for hub in hubs:
        old = hub.hosts.get()
        old.setting.status = "2"
        old.setting.save()
        add = reverse("nurture_hubs:host-add", args=[hub.pk])
        end = reverse("nurture_hubs:host-end", args=[old.pk])
        day = date(2026, 12, 31)
        assert pages.errors(pages.press(client, end, ends_on=day))["ends_on"]
        pages.press(client, add, setting=new, starts_on=date(2027, 1, 1))
        assert pages.press(client, end, ends_on=day).status_code == 302
        assert hub.hosts_on(date(2027, 1, 1)) == [new]
    place.refresh_from_db()
    assert (place.ends_on, place.from_host) == (NOW["ends_on"], False)


def test_without_a_budget_of_its_own_it_points_to_that_of_all(signed_in):
    url = build.hubs.hub().get_absolute_url()
    answer = signed_in("service_manager").get(url)
    said = "What it costs comes out of the budget of all hubs together"
    assert said in pages.seen(answer)
    assert f'href="{URL}#budget"' in answer.content.decode()


def test_a_pause_to_come_is_no_pause_yet(signed_in):
    hub = build.hubs.pause().hub
    client = signed_in("hub_coordinator")
    state = "Open; pauses from 1 December 2026"
    assert state in pages.seen(client.get(URL))
    assert state in pages.seen(client.get(hub.get_absolute_url()))
    said = pages.seen(client.get(reverse("nurture_hubs:board")))
    assert "Will pause Nobody new may start from 1 December 2026" in said


def test_asks_no_more_when_there_are_more(signed_in, queries_stay_flat):
    queries_stay_flat(signed_in("hub_coordinator"), URL, build.hubs.hub)


def test_the_page_asks_no_more_when_there_are_more(signed_in, queries_stay_flat):
    hub = build.hubs.hub()
    queries_stay_flat(
        signed_in("hub_coordinator"),
        hub.get_absolute_url(),
        lambda: build.hubs.place(hub, **NOW),
    )


def test_who_is_there_and_who_comes(signed_in):
    place = build.hubs.place()
    said = pages.seen(signed_in("caseworker").get(place.hub.get_absolute_url()))
    assert place.child.known_as in said
    assert "17 Dec 2027" in said


def test_a_restricted_child_is_a_place_without_a_name(signed_in):
    place = build.hubs.place()
    manager = build.user("service_manager")
    child_restrict(child=place.child, named=[manager], reason="Family", by=manager)
    url = place.hub.get_absolute_url()
    said = pages.seen(signed_in("caseworker").get(url))
    assert "Restricted record" in said
    assert place.child.known_as not in said
    assert str(place.referral.setting) not in said
    assert place.child.known_as in pages.seen(signed_in(manager).get(url))


def test_a_school_sees_neither_money_nor_staff(signed_in):
    member = build.hubs.member()
    said = pages.seen(signed_in(member.user).get(member.hub.get_absolute_url()))
    assert "Budget" not in said
    assert "Who of the school sees it" not in said
