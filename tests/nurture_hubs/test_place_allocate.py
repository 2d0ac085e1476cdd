"""Allocating a place: both agreed, the days are free, nobody is passed over."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import HubCapacity, HubHost, HubPause, HubPlace
from sendhub.nurture_hubs.rules import Need, Standing
from tests import build
from tests.architecture.subjects import restricted
from tests.pages import errors, opened, press, seen, written_over

pytestmark = pytest.mark.django_db
START, END = date(2027, 1, 4), date(2027, 12, 17)


def url(made):
    return reverse("nurture_hubs:place-allocate", args=[made.pk])


def allocate(made, hub, by=None, starts_on=START, ends_on=END, **reasons):
    return actions.place_allocate(
        referral=made,
        hub=hub,
        by=by or build.user("hub_coordinator"),
        stay={"starts_on": starts_on, "ends_on": ends_on},
        **reasons,
    )


def refused(field, *args, **kwargs):
    with pytest.raises(RuleBroken) as broken:
        allocate(*args, **kwargs)
    assert broken.value.field == field
    return broken.value.message


@pytest.fixture
def hub():
    return build.hubs.hub()


@pytest.fixture
def made(hub):
    return build.hubs.agreed(hub)


def test_promises_a_place_and_its_deadlines(signed_in, hub, made):
    answer = press(
        signed_in("hub_coordinator"), url(made), hub=hub, starts_on=START, ends_on=END
    )
    assert answer.status_code == 302
    [place] = HubPlace.objects.all()
    assert (place.starts_on, place.ends_on, place.from_host) == (START, END, False)
    made.refresh_from_db()
    assert made.standing == Standing.PLACED
    due = made.case.deadlines.order_by("due_on").values_list("rule", "due_on")
    assert list(due)[:2] == [
        ("NH-01", date(2027, 10, 17)),
        ("NH-02", date(2027, 11, 17)),
    ]


def test_an_empty_last_day_is_the_latest_there_is(signed_in, hub, made):
    press(signed_in("hub_coordinator"), url(made), hub=hub, starts_on=START)
    assert HubPlace.objects.get().ends_on == date(2028, 1, 3)


def test_says_who_referred_the_child(signed_in, hub, made):
    client = signed_in("hub_coordinator")
    assert f"Referred on 2 November 2026 by {made.setting}." in seen(
        client.get(url(made))
    )
    made.by_team = True
    made.save()
    team = f"by the Behaviour Support Team, from {made.setting}."
    assert team in seen(client.get(url(made)))


def test_says_since_when_the_child_waits_and_what_is_free(signed_in, hub, made):
    text = seen(signed_in("hub_coordinator").get(url(made)))
    assert "Waits since 2 November 2026" in text
    assert "free from 20 November 2026" in text
    assert "next in the waiting order" in text


def test_is_for_who_may_and_sees_the_child(signed_in, made):
    assert signed_in("caseworker").get(url(made)).status_code == 403
    assert signed_in("hub_school").get(url(made)).status_code == 403
    restricted(made.case.child, [])
    assert signed_in("hub_coordinator").get(url(made)).status_code == 404


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "field", "words"),
    [
        (date(2026, 11, 19), END, "starts_on", "20 November 2026 or a later day"),
        (START, date(2027, 1, 3), "ends_on", "cannot end before it starts"),
        (START, date(2028, 1, 4), "ends_on", "until 3 January 2028"),
        (date(2028, 5, 5), date(2028, 6, 1), "starts_on", "The child is 8"),
    ],
)
def test_refuses_days_beside_their_box(
    signed_in, hub, made, starts_on, ends_on, field, words
):
    answer = press(
        signed_in("hub_coordinator"),
        url(made),
        hub=hub,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    [said] = errors(answer)[field]
    assert words in said
    assert not HubPlace.objects.exists()


def test_accepts_a_day_in_the_holidays(signed_in, hub, made):
    press(
        signed_in("hub_coordinator"), url(made), hub=hub, starts_on=date(2026, 12, 25)
    )
    assert HubPlace.objects.get().starts_on == date(2026, 12, 25)


def test_refuses_a_child_too_young(hub):
    young = build.child(born_on=date(2024, 5, 5))
    made = build.hubs.agreed(hub, made=build.hubs.referral(child_=young))
    assert "The child is 2" in refused("starts_on", made, hub)


def test_refuses_a_hub_that_is_not_open_yet_or_closes():
    late = build.hubs.hub(opens_on=date(2027, 3, 1), closes_on=date(2027, 7, 20))
    made = build.hubs.agreed(late)
    assert "opens on 1 March 2027" in refused("starts_on", made, late)
    march = date(2027, 3, 1)
    assert "20 July 2027" in refused("ends_on", made, late, starts_on=march)
    august = date(2027, 8, 1)
    assert "20 July 2027" in refused("starts_on", made, late, starts_on=august)


def test_refuses_a_start_in_a_pause_and_only_that(hub, made):
    HubPause.objects.create(
        hub=hub,
        starts_on=date(2027, 1, 1),
        ends_on=date(2027, 1, 31),
        because="No teacher.",
        set_by=build.user(),
    )
    assert "paused from 1 January 2027" in refused("starts_on", made, hub)
    allocate(made, hub, starts_on=date(2026, 12, 1), ends_on=date(2027, 6, 1))


def test_refuses_without_the_family_or_one_of_the_two(hub):
    made = build.hubs.referral(consent_on=None, consent_by="")
    made = build.hubs.agreed(hub, made=made)
    assert "family" in refused(None, made, hub)
    other = build.hubs.referral()
    assert "nurture hub coordinator and hub school" in refused(None, other, hub)


def test_says_that_it_is_full_and_from_when_it_is_not():
    small = build.hubs.hub(places=2)
    first = build.hubs.place(small, ends_on=date(2027, 3, 12))
    build.hubs.place(small, ends_on=date(2027, 5, 14), few_others_because="Yes.")
    made = build.hubs.agreed(small)
    assert refused("starts_on", made, small) == (
        "Full: on 4 January 2027 all 2 places are taken. The next day from which a "
        "place is free for the whole time is 13 March 2027."
    )
    allocate(made, small, starts_on=date(2027, 3, 13), ends_on=date(2027, 12, 17))
    assert first.hub_id == small.pk


def test_a_hub_that_closes_has_no_later_day():
    small = build.hubs.hub(places=1, closes_on=date(2027, 7, 20))
    build.hubs.place(small, ends_on=date(2027, 7, 1))
    made = build.hubs.agreed(small)
    said = refused("starts_on", made, small, ends_on=date(2027, 4, 1))
    assert said.endswith(
        "No later day is known from which a place is free for the whole time."
    )


def test_more_places_for_one_term_are_promised_in_that_term_only():
    by = build.user("hub_coordinator")
    small = build.hubs.hub(places=1)
    build.hubs.place(small)
    for day, places in ((date(2027, 1, 4), 2), (date(2027, 4, 1), 1)):
        HubCapacity.objects.create(hub=small, from_on=day, places=places, set_by=by)
    made = build.hubs.agreed(small)
    assert "on 1 April 2027 the only place is taken" in refused(
        "starts_on", made, small
    )
    allocate(made, small, ends_on=date(2027, 3, 31))


def test_a_second_stay_is_for_a_service_manager(signed_in, hub):
    place = build.hubs.place(hub, ends_on=date(2027, 1, 15))
    child = place.child
    again = build.hubs.agreed(hub, made=build.hubs.referral(child_=child))
    june = {"starts_on": date(2027, 6, 1), "ends_on": date(2027, 7, 1)}
    client = signed_in("hub_coordinator")
    page = client.get(url(again))
    assert "Ask one to allocate it" in seen(page)
    assert "Until 15 January 2027 no second place can start." in seen(page)
    ways = {"place-move": place.pk, "referral-end": again.pk}
    for name, pk in ways.items():
        way = reverse(f"nurture_hubs:{name}", args=[pk])
        assert f'href="{way}"' in page.content.decode()
    said = refused("again_because", again, hub, **june)
    assert "even where two are not longer than twelve months" in said
    assert "for a service manager to allow" in said
    manager = signed_in("service_manager")
    answer = press(manager, url(again), hub=hub, **june)
    assert "Say why a second stay" in errors(answer)["again_because"][0]
    press(manager, url(again), hub=hub, **june, again_because="He moved twice.")
    stay = HubPlace.objects.get(referral=again)
    assert (stay.again_because, stay.again_by) == ("He moved twice.", manager.user)


def test_says_who_would_be_passed_over_and_asks_why(signed_in, hub, made):
    first = build.hubs.agreed(hub, made=build.hubs.referral(need=Need.URGENT))
    hidden = build.hubs.agreed(hub, made=build.hubs.referral(need=Need.URGENT))
    restricted(hidden.case.child, [])
    client = signed_in("hub_coordinator")
    text = seen(client.get(url(made)))
    assert first.case.child.known_as in text
    assert "Restricted record" in text
    answer = press(client, url(made), hub=hub, starts_on=START, ends_on=END)
    [said] = errors(answer)["order_because"]
    assert said.startswith("2 children stand before this one")
    press(
        client,
        url(made),
        hub=hub,
        starts_on=START,
        ends_on=END,
        order_because="They start in May.",
    )
    assert HubPlace.objects.get().order_because == "They start in May."


def test_keeps_room_for_two_from_other_schools(signed_in):
    host = build.setting()
    small = build.hubs.hub(places=2, host=host)
    mine = build.hubs.agreed(small, made=build.hubs.referral(setting=host))
    client = signed_in("hub_coordinator")
    days = {"hub": small, "starts_on": date(2026, 11, 20), "ends_on": date(2027, 9, 9)}
    answer = press(client, url(mine), **days)
    [said] = errors(answer)["few_others_because"]
    assert said.startswith("With this there is no room left in 2026/27 for two child")
    press(client, url(mine), **days, few_others_because="Nobody else asked.")
    place = HubPlace.objects.get()
    assert place.from_host
    assert place.few_others_because == "Nobody else asked."


def test_a_child_of_the_host_comes_while_room_for_two_is_left():
    host = build.setting()
    hub = build.hubs.hub(places=3, host=host)
    for _ in range(2):
        other = build.hubs.agreed(hub)
        allocate(other, hub)
    mine = build.hubs.agreed(hub, made=build.hubs.referral(setting=host))
    assert allocate(mine, hub).from_host


def test_the_host_on_the_first_day_decides_where_the_child_comes_from(hub):
    school = build.setting()
    HubHost.objects.create(hub=hub, setting=school, starts_on=date(2027, 4, 1))
    made = build.hubs.agreed(hub, made=build.hubs.referral(setting=school))
    assert not allocate(made, hub).from_host


def test_a_place_given_twice_is_refused(hub, made):
    allocate(made, hub)
    assert "has ended or has its place" in refused(None, made, hub)


def test_a_double_click_allocates_once(signed_in, hub, made):
    client = signed_in("hub_coordinator")
    sent = written_over(opened(client, url(made)), hub=hub, starts_on=START)
    for _ in range(2):
        assert client.post(url(made), sent).status_code == 302
    assert HubPlace.objects.count() == 1
