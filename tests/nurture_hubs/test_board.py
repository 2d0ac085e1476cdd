"""The board: every hub's places by week, its quota, who waits, and what may be done."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sendhub.nurture_hubs.models import HubCapacity, HubMember, HubPause
from sendhub.nurture_hubs.rules import Need, Phase
from sendhub.nurture_hubs.waiting import in_order
from tests import build
from tests.architecture.subjects import restricted
from tests.pages import seen

pytestmark = pytest.mark.django_db
BOARD = reverse("nurture_hubs:board")


def place(hub, starts_on, ends_on, **child):
    made = build.hubs.referral(child_=build.child(born_on=build.hubs.BORN, **child))
    made = build.hubs.agreed(hub, made=made)
    return build.hubs.place(
        hub,
        made=made,
        starts_on=starts_on,
        ends_on=ends_on,
        few_others_because="Shown.",
        order_because="Shown.",
    )


@pytest.fixture
def hub():
    return build.hubs.hub(name="Leominster", places=2)


def board(client, **asked):
    answer = client.get(BOARD, asked)
    assert answer.status_code == 200
    return answer


def test_shows_who_is_there_from_where_until_when(signed_in, hub):
    one = place(
        hub,
        date(2026, 11, 23),
        date(2026, 12, 11),
        given_names="Ann",
        family_name="Archer",
    )
    text = seen(board(signed_in("hub_coordinator")))
    assert "Ann Archer" in text
    assert f"from {one.referral.setting}" in text
    assert "23 Nov 2026 to 11 Dec 2026" in text
    assert "Free from 12 Dec" in text
    assert "A place for a whole year is free from 20 November 2026" in text
    assert "Talk about the end of a hub place" in text


def test_counts_the_fullest_day_of_each_week_and_opens_who(signed_in, hub):
    place(hub, date(2026, 11, 25), date(2026, 11, 27))
    place(hub, date(2026, 11, 27), date(2026, 12, 11))
    answer = board(signed_in("hub_coordinator"))
    [one] = answer.context["boards"]
    assert [(w.taken, w.places) for w in one.weeks][:4] == [
        (0, 2),
        (2, 2),
        (1, 2),
        (1, 2),
    ]
    day = "day_day=27&amp;day_month=11&amp;day_year=2026"
    assert f"?hub={hub.pk}&amp;{day}" in answer.content.decode()


def test_other_weeks_can_be_asked_for(signed_in, hub):
    place(hub, date(2027, 5, 4), date(2027, 7, 2))
    client = signed_in("hub_coordinator")
    [later] = board(client, **{"from": "2027-05-01"}).context["boards"]
    assert later.weeks[1].taken == 1
    for wrong in ("nonsense", "9999-12-31", "0001-01-01"):
        first = board(client, **{"from": wrong}).context["weeks"][0]
        assert first == date(2026, 11, 16)


def test_says_the_quota_of_the_school_year(signed_in, hub):
    place(hub, date(2026, 11, 25), date(2026, 12, 11))
    text = seen(board(signed_in("hub_coordinator")))
    assert "On course 1 from other schools in 2026/27 , 2 asked for, 1 to come" in text
    place(hub, date(2026, 11, 25), date(2026, 12, 11))
    text = seen(board(signed_in("hub_coordinator")))
    assert "Met 2 from other schools" in text


def test_a_full_year_without_others_is_at_risk(signed_in):
    host = build.setting()
    hub = build.hubs.hub(places=2, host=host)
    made = build.hubs.agreed(hub, made=build.hubs.referral(setting=host))
    build.hubs.place(
        hub,
        made=made,
        starts_on=date(2026, 11, 20),
        ends_on=date(2027, 8, 1),
    )
    assert "At risk 0 from other schools" in seen(board(signed_in("hub_coordinator")))


@pytest.mark.parametrize(
    ("again_on", "free"),
    [(None, None), (date(2027, 9, 6), date(2027, 9, 6))],
)
def test_no_place_is_free_where_there_is_none(signed_in, hub, again_on, free):
    days = [(date(2027, 1, 4), 0), *([(again_on, 3)] if again_on else [])]
    for from_on, places in days:
        HubCapacity.objects.create(
            hub=hub, from_on=from_on, places=places, set_by=build.user()
        )
    client = signed_in("hub_coordinator")
    [shown] = board(client).context["boards"]
    assert shown.free_from == free
    made = build.hubs.agreed(hub)
    page = client.get(reverse("nurture_hubs:place-allocate", args=[made.pk]))
    assert page.context["choices"][0]["free"] == free


def test_says_that_it_is_paused_or_closes(signed_in):
    hub = build.hubs.hub(closes_on=date(2027, 7, 20))
    HubPause.objects.create(
        hub=hub, starts_on=date(2027, 1, 4), because="No room.", set_by=build.user()
    )
    text = seen(board(signed_in("hub_coordinator")))
    assert "Nobody new may start from 4 January 2027 on: No room." in text
    assert "Its last day is 20 July 2027" in text


def test_lists_who_waits_in_the_order_of_the_waiting_list(signed_in):
    host = build.setting()
    hub = build.hubs.hub(host=host)
    names = ("Ann", "Bob", "Cat")
    facts = ({"setting": host}, {}, {"setting": host, "need": Need.URGENT})
    for name, more in zip(names, facts, strict=True):
        child = build.child(given_names=name, family_name="W", born_on=build.hubs.BORN)
        made = build.hubs.referral(child_=child, **more)
        build.hubs.agreed(hub, made=made)
    answer = board(signed_in("hub_coordinator"))
    [one] = answer.context["boards"]
    assert [w.referral.case.child.known_as for w in one.waiting] == [
        "Cat W",
        "Bob W",
        "Ann W",
    ]
    order = in_order(hub, today=date(2026, 11, 20))
    assert [w.referral.pk for w in one.waiting] == [r.pk for r in order]
    assert "Allocate" in seen(answer)


def test_leads_with_a_line_for_each_hub(signed_in, hub):
    other = build.hubs.hub(name="Broadlands", places=1)
    place(other, date(2026, 11, 20), date(2027, 7, 20))
    child = build.child(given_names="Ann", family_name="W", born_on=build.hubs.BORN)
    waits = build.hubs.referral(child_=child)
    build.hubs.agreed(other, made=waits)
    client = signed_in("hub_coordinator")
    answer = board(client)
    text = seen(answer)
    assert "Broadlands 1/1 on 20 November 2026, full 21 Jul 2027" in text
    assert "1 wait for Broadlands , next Ann W Leominster 0/2 Today" in text
    for one in (hub, other):
        assert f'<a href="#hub-{one.pk}">{one}</a>' in answer.content.decode()
        assert f'id="hub-{one.pk}"' in answer.content.decode()
    restricted(child, [])
    assert ", next a restricted record" in seen(board(client))
    alone = board(client, hub=hub.pk).content.decode()
    assert f'href="#hub-{hub.pk}"' not in alone


def test_a_restricted_child_takes_a_place_without_a_name(signed_in, hub):
    one = place(
        hub,
        date(2026, 11, 23),
        date(2026, 12, 11),
        given_names="Zoe",
        family_name="Quill",
    )
    urgent = build.hubs.referral(need=Need.URGENT)
    waits = build.hubs.agreed(hub, made=urgent)
    for child in (one.child, waits.case.child):
        restricted(child, [])
    answer = board(signed_in("hub_coordinator"))
    text = seen(answer)
    assert "Quill" not in text
    assert waits.case.child.family_name not in text
    assert text.count("Restricted record") >= 2
    assert "Urgent" not in text
    assert f"{waits.setting}" not in text
    assert answer.context["boards"][0].weeks[1].taken == 1
    assert reverse("nurture_hubs:place-move", args=[one.pk]) not in (
        answer.content.decode()
    )


def test_who_may_not_act_sees_no_way_to_it(signed_in, hub):
    place(hub, date(2026, 11, 23), date(2026, 12, 11))
    build.hubs.agreed(hub)
    text = seen(board(signed_in("caseworker")))
    for act in ("Allocate", "Move", "End early"):
        assert act not in text


def test_a_hub_school_sees_its_own_hub_only(signed_in, hub):
    other = build.hubs.hub(name="Broadlands")
    user = build.user("hub_school")
    client = signed_in(user)
    assert not board(client).context["boards"]
    HubMember.objects.create(hub=hub, user=user, starts_on=date(2026, 9, 1))
    place(hub, date(2026, 11, 23), date(2026, 12, 11))
    place(other, date(2026, 11, 23), date(2026, 12, 11))
    answer = board(client)
    assert [one.hub for one in answer.context["boards"]] == [hub]
    assert "Broadlands" not in seen(answer)
    assert "End early" not in seen(answer)
    assert board(client, hub=other.pk).context["filter"].form.errors


def test_is_narrowed_to_a_hub_or_a_phase(signed_in, hub):
    older = build.hubs.hub(
        name="Earl Mortimer", phase=Phase.SECONDARY, age_from=11, age_to=16
    )
    client = signed_in("hub_coordinator")
    shown = [
        [one.hub for one in board(client, **asked).context["boards"]]
        for asked in ({}, {"hub": hub.pk}, {"phase": Phase.SECONDARY})
    ]
    assert shown == [[hub, older], [hub], [older]]
    none = board(client, hub="99")
    assert none.context["boards"] == []
    assert "No nurture hub that fits is open then." in seen(none)


def test_the_number_of_queries_does_not_grow(signed_in):
    client = signed_in("hub_coordinator")
    hubs = [build.hubs.hub(), build.hubs.hub()]
    place(hubs[0], date(2026, 11, 23), date(2026, 12, 11))
    build.hubs.agreed(hubs[0])
    board(client)
    with CaptureQueriesContext(connection) as few:
        board(client)
    for n in range(4):
        hubs.append(build.hubs.hub(name=f"More {n}"))
        place(hubs[-1], date(2026, 11, 23), date(2026, 12, 11))
        build.hubs.agreed(hubs[-1])
    for n in range(6):
        place(hubs[0], date(2026, 11, 23), date(2026, 12, 1 + n))
    with CaptureQueriesContext(connection) as many:
        answer = board(client)
    assert len(answer.context["boards"]) == 6
    assert len(many) <= len(few), [q["sql"][:200] for q in many]


def test_leads_to_the_places_that_end_soon(signed_in):
    soon = build.hubs.begun(date(2026, 1, 5), date(2026, 12, 18))
    later = build.hubs.begun(date(2026, 3, 2), date(2027, 2, 26))
    client = signed_in("hub_coordinator")
    page = client.get(reverse("nurture_hubs:board")).content.decode()
    url = reverse("nurture_hubs:place-list") + "?state=near"
    assert f"{url}&amp;sort=ends" in page
    listed = seen(client.get(url))
    assert f"{soon.ends_on:%-d %b %Y}" in listed
    assert f"{later.ends_on:%-d %b %Y}" not in listed
