"""Moving the days of a place that is not over."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import HubDay, HubHost, Talk
from tests import build
from tests.architecture.subjects import restricted
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db
START, END = date(2027, 1, 4), date(2027, 12, 17)
BEGUN = date(2027, 3, 1)


def url(place):
    return reverse("nurture_hubs:place-move", args=[place.pk])


def move(place, starts_on=START, ends_on=END, **more):
    return actions.place_move(
        place=place,
        stay={"starts_on": starts_on, "ends_on": ends_on},
        by=build.user("hub_coordinator"),
        **more,
    )


def refused(field, *args, **kwargs):
    with pytest.raises(RuleBroken) as broken:
        move(*args, **kwargs)
    assert broken.value.field == field
    return broken.value.message


@pytest.fixture
def place():
    return build.hubs.place()


def test_moves_both_days_the_deadlines_and_the_count(signed_in, place):
    first, last = date(2027, 2, 1), date(2028, 1, 31)
    answer = press(
        signed_in("hub_coordinator"), url(place), starts_on=first, ends_on=last
    )
    assert answer.status_code == 302
    place.refresh_from_db()
    assert (place.starts_on, place.ends_on) == (first, last)
    assert not HubDay.objects.filter(taken__gt=0, day__lt=first).exists()
    [due] = place.referral.case.deadlines.filter(rule="NH-02")
    assert due.due_on == date(2027, 12, 31)


def test_a_child_who_has_started_keeps_the_first_day(monkeypatch, signed_in, place):
    monkeypatch.setattr(clock, "today", lambda: BEGUN)
    client = signed_in("hub_coordinator")
    assert "starts_on" not in opened(client, url(place))
    assert "until 3 January 2028 at the longest" in seen(client.get(url(place)))
    press(client, url(place), ends_on=date(2028, 1, 3))
    place.refresh_from_db()
    assert (place.starts_on, place.ends_on) == (START, date(2028, 1, 3))
    assert "the first day stays" in refused("starts_on", place, date(2027, 4, 1))


@pytest.mark.parametrize(
    ("ends_on", "words"),
    [
        (date(2028, 1, 4), "at most twelve months: until 3 January 2028"),
        (date(2027, 1, 3), "end the place early instead"),
        (END, "days that it has already"),
    ],
)
def test_refuses_a_last_day_beside_its_box(
    monkeypatch, signed_in, place, ends_on, words
):
    monkeypatch.setattr(clock, "today", lambda: BEGUN)
    answer = press(signed_in("hub_coordinator"), url(place), ends_on=ends_on)
    [said] = errors(answer)["ends_on"]
    assert words in said


def test_refuses_a_first_day_in_the_past(place):
    assert "later day" in refused("starts_on", place, date(2026, 11, 1))


def test_a_place_that_is_over_is_not_moved(monkeypatch, place):
    monkeypatch.setattr(clock, "today", lambda: date(2027, 12, 18))
    assert "17 December 2027" in refused(None, place, ends_on=date(2027, 12, 20))


def test_its_own_days_are_not_in_its_way_and_others_are():
    small = build.hubs.hub(places=1)
    place = build.hubs.place(small, ends_on=date(2027, 3, 12))
    build.hubs.place(small, starts_on=date(2027, 5, 4), few_others_because="Yes.")
    move(place, ends_on=date(2027, 5, 3))
    assert refused("ends_on", place, ends_on=date(2027, 5, 10)) == (
        "Full: on 4 May 2027 the only place is taken. It can last until 3 May 2027."
    )


def test_an_extension_may_not_shut_out_two_from_other_schools():
    host = build.setting()
    small = build.hubs.hub(places=2, host=host)
    place = build.hubs.place(
        small,
        made=build.hubs.agreed(small, made=build.hubs.referral(setting=host)),
        starts_on=date(2026, 11, 20),
        ends_on=date(2027, 3, 31),
    )
    longer = {"starts_on": date(2026, 11, 20), "ends_on": date(2027, 10, 1)}
    assert "no room left in 2026/27" in refused("few_others_because", place, **longer)
    move(place, **longer, few_others_because="Nobody asked.")


def test_another_first_day_asks_again_whose_school_runs_the_hub():
    hub, school = build.hubs.hub(), build.setting()
    HubHost.objects.create(hub=hub, setting=school, starts_on=date(2027, 4, 1))
    made = build.hubs.agreed(hub, made=build.hubs.referral(setting=school))
    place = build.hubs.place(hub, made=made)
    assert not place.from_host
    assert move(place, starts_on=date(2027, 4, 12)).from_host


def test_a_child_may_be_too_old_on_the_new_first_day():
    old = build.child(born_on=date(2019, 2, 1))
    hub = build.hubs.hub()
    made = build.hubs.agreed(hub, made=build.hubs.referral(child_=old))
    place = build.hubs.place(hub, made=made)
    assert "The child is 8" in refused("starts_on", place, date(2027, 2, 1))


def test_is_for_who_may_and_sees_the_child(signed_in, place):
    assert signed_in("hub_school").get(url(place)).status_code == 403
    restricted(place.child, [])
    assert signed_in("hub_coordinator").get(url(place)).status_code == 404


def test_a_stale_page_writes_nothing_over(signed_in, place):
    client = signed_in("hub_coordinator")
    hidden = opened(client, url(place))
    move(place, ends_on=date(2027, 7, 1))
    answer = press(client, url(place), hidden=hidden, ends_on=date(2027, 8, 1))
    assert errors(answer)
    place.refresh_from_db()
    assert place.ends_on == date(2027, 7, 1)


def test_an_earlier_end_cancels_a_talk_after_it_and_a_later_one_asks_again(signed_in):
    place = build.hubs.begun(date(2026, 1, 5), date(2027, 1, 4))
    client = signed_in("hub_coordinator")
    by = client.user
    actions.talk_arrange(place=place, planned_for=date(2026, 12, 18), by=by)
    starts_on = place.starts_on

    stay = {"starts_on": starts_on, "ends_on": date(2026, 12, 17)}
    actions.place_move(place=place, stay=stay, by=by)

    assert not Talk.objects.standing().exists()
    ended = dict(Deadline.objects.values_list("rule", "ended"))
    assert (ended["NH-01"], ended["NH-02"]) == (Ended.VOID, Ended.VOID)
    stay = {"starts_on": starts_on, "ends_on": date(2027, 1, 4)}
    actions.place_move(place=place, stay=stay, by=by)
    assert set(Deadline.objects.values_list("ended", flat=True)) == {Ended.OPEN}
