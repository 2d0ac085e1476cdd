"""From a place in a nurture hub to what follows it (HUB-5, HUB-7, HUB-9)."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.core import clock
from sendhub.nurture_hubs.models import HubMember, HubPlace, Talk, TransitionStep
from sendhub.nurture_hubs.rules.ends import Next, Point, Where
from tests import build
from tests.pages import press, seen

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2027, 1, 4), date(2027, 12, 17)


@pytest.fixture
def it_is(monkeypatch):
    """Let the day be another."""
    return lambda day: monkeypatch.setattr(clock, "today", lambda: day)


def act(name, thing, **query):
    url = reverse(f"nurture_hubs:{name}", args=[thing.pk])
    return url + "".join(f"?{key}={value}" for key, value in query.items())


def done(answer):
    assert answer.status_code == 302, seen(answer)


def given_a_child_who_waits(hub, school):
    child = build.child(born_on=date(2021, 11, 5))
    build.attendance(child, setting_=school, starts_on=date(2026, 9, 1))
    return build.hubs.agreed(
        hub, made=build.hubs.referral(child_=child, setting=school)
    )


def when_a_place_is_allocated(client, referral, hub):
    days = {"starts_on": FIRST, "ends_on": LAST}
    done(press(client, act("place-allocate", referral), hub=hub, **days))
    return HubPlace.objects.get(referral=referral)


def when_they_talk(client, place, decision, **more):
    there = dict.fromkeys(("family", "hub_school", "coordinator"), True)
    if not place.from_host:
        there["original_school"] = True
    held_on = more.pop("held_on", date(2027, 11, 10))
    answers = {**there, "held_on": held_on, "decision": decision, **more}
    done(press(client, act("talk-hold", place), **answers))
    return Talk.objects.get(place=place)


def when_it_is_said_where_the_child_is(client, place, point, where, on):
    done(
        press(client, act("destination-record", place, point=point), where=where, on=on)
    )


def then_the_next_step_is(client, place, words):
    assert f"Next step {words}" in seen(client.get(place.get_absolute_url()))


def then_nothing_is_left(place):
    place.referral.case.refresh_from_db()
    assert place.referral.case.closed_on
    assert not Deadline.objects.open().exists()


def test_a_reception_child_of_a_neighbouring_school_returns(signed_in, it_is):
    hub, school = build.hubs.hub(), build.setting()
    client = signed_in("hub_coordinator")
    place = when_a_place_is_allocated(client, given_a_child_who_waits(hub, school), hub)
    assert not place.from_host
    assert "a place (since" in seen(client.get(place.get_absolute_url()))

    it_is(date(2027, 10, 11))
    then_the_next_step_is(client, place, "Arrange the talk about what follows")
    done(press(client, act("talk-arrange", place), planned_for=date(2027, 11, 10)))
    assert "invitation to the talk" in seen(client.get(place.get_absolute_url()))

    it_is(date(2027, 11, 10))
    then_the_next_step_is(client, place, "Record the talk")
    talk = when_they_talk(client, place, Next.RETURN)
    assert talk.next_setting == school
    step = {"what": "Two mornings in class", "who": "Ms Bufton"}
    done(press(client, act("step-add", talk), due_on=date(2027, 11, 26), **step))

    it_is(date(2027, 11, 25))
    helper = build.user("hub_school")
    HubMember.objects.create(hub=hub, user=helper, starts_on=date(2026, 9, 1))
    [step] = TransitionStep.objects.all()
    done(press(signed_in(helper), act("step-do", step), done_on=date(2027, 11, 25)))

    it_is(date(2027, 12, 20))
    then_the_next_step_is(client, place, "Record where the child is: on leaving")
    exit_ = (Point.EXIT, Where.ORIGINAL, LAST)
    when_it_is_said_where_the_child_is(client, place, *exit_)
    it_is(date(2028, 6, 12))
    six = (Point.SIX_MONTHS, Where.ORIGINAL, date(2028, 6, 12))
    when_it_is_said_where_the_child_is(client, place, *six)
    it_is(date(2028, 12, 15))
    twelve = (Point.TWELVE_MONTHS, Where.ORIGINAL, date(2028, 12, 15))
    when_it_is_said_where_the_child_is(client, place, *twelve)
    then_nothing_is_left(place)
    assert set(Deadline.objects.values_list("rule", "ended")) == {
        (rule, "met") for rule in ("NH-01", "NH-02", "NH-03", "NH-04", "NH-05")
    }


def test_a_child_of_the_host_school_goes_back_to_class(signed_in, it_is):
    school = build.setting()
    hub, client = build.hubs.hub(host=school), signed_in("hub_coordinator")
    place = when_a_place_is_allocated(client, given_a_child_who_waits(hub, school), hub)
    assert place.from_host

    it_is(date(2027, 11, 10))
    talk = when_they_talk(client, place, Next.CLASS)
    assert talk.next_setting == school

    it_is(date(2027, 12, 20))
    page = seen(client.get(place.get_absolute_url()))
    assert "Record the move" not in page
    told = (Point.EXIT, Where.HUB_SCHOOL, LAST)
    when_it_is_said_where_the_child_is(client, place, *told)
    it_is(date(2028, 12, 18))
    told = (Point.TWELVE_MONTHS, Where.NOT_KNOWN, date(2028, 12, 18))
    when_it_is_said_where_the_child_is(client, place, *told)
    then_nothing_is_left(place)


def test_a_child_from_elsewhere_stays_with_the_hub_school(signed_in, it_is):
    hub, school = build.hubs.hub(), build.setting()
    client = signed_in("hub_coordinator")
    place = when_a_place_is_allocated(client, given_a_child_who_waits(hub, school), hub)
    host = hub.hosts.get().setting

    it_is(date(2027, 11, 10))
    ill = {"original_school": False, "absent_because": "Their SENCO was ill."}
    assert when_they_talk(client, place, Next.STAY, **ill).next_setting == host

    it_is(date(2027, 12, 17))
    then_the_next_step_is(client, place, f"Record the move to {host}")
    move = reverse("people:attendance-start", args=[place.child_id])
    done(press(client, move, setting=host, starts_on=date(2027, 12, 18)))
    then_the_next_step_is(client, place, "Record where the child is: on leaving")
    told = (Point.EXIT, Where.HUB_SCHOOL, LAST)
    when_it_is_said_where_the_child_is(client, place, *told)
    page = seen(client.get(place.get_absolute_url()))
    assert f"On leaving (17 December 2027): in the hub school, {host}" in page
