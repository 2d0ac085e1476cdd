"""Two hundred allocations at the same moment, through the act itself (HUB-4)."""

from datetime import date

import pytest

from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import HubDay, HubPlace, Referral
from sendhub.nurture_hubs.rules import Standing
from tests import build
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
START, END = date(2027, 1, 4), date(2027, 12, 17)
FULL = (
    "Full: on 4 January 2027 all 3 places are taken. The next day from which a place "
    "is free for the whole time is 18 December 2027."
)


def allocation(made, hub, by):
    def job():
        try:
            actions.place_allocate(
                referral=made,
                hub=hub,
                by=by,
                stay={"starts_on": START, "ends_on": END},
                order_because="All at once.",
            )
        except RuleBroken as broken:
            return broken.message
        return ""

    return job


def test_of_two_hundred_three_have_a_place_and_the_others_read_that_it_is_full():
    by, school = build.user("hub_coordinator"), build.setting()
    hub = build.hubs.hub(places=3)
    waiting = [
        build.hubs.agreed(hub, made=build.hubs.referral(by=by, setting=school), by=by)
        for _ in range(200)
    ]

    answers = at_once(*[allocation(made, hub, by) for made in waiting])

    assert sorted(set(answers)) == ["", FULL]
    assert answers.count("") == 3
    assert HubPlace.objects.count() == 3
    assert set(HubDay.objects.values_list("taken", flat=True)) == {3}
    assert Referral.objects.filter(standing=Standing.PLACED).count() == 3


def test_one_child_has_one_place_when_two_hubs_take_it_at_once():
    by = build.user("hub_coordinator")
    one, other = build.hubs.hub(), build.hubs.hub()
    made = build.hubs.agreed(one, by=by)
    made = build.hubs.agreed(other, made=made, by=by)

    answers = at_once(allocation(made, one, by), allocation(made, other, by))

    assert sorted(answers) == ["", "This referral has ended or has its place."]
    assert HubPlace.objects.count() == 1


def test_a_move_and_an_allocation_do_not_share_the_last_place():
    by = build.user("hub_coordinator")
    hub = build.hubs.hub(places=1)
    there = build.hubs.place(
        hub, by=by, ends_on=date(2027, 6, 30), few_others_because="Shown."
    )
    made = build.hubs.agreed(hub, by=by)

    def extend():
        try:
            actions.place_move(
                place=there, stay={"starts_on": START, "ends_on": END}, by=by
            )
        except RuleBroken as broken:
            return broken.message
        return ""

    def enter():
        try:
            actions.place_allocate(
                referral=made,
                hub=hub,
                by=by,
                stay={"starts_on": date(2027, 7, 1), "ends_on": date(2027, 12, 31)},
                few_others_because="Shown.",
            )
        except RuleBroken as broken:
            return broken.message
        return ""

    answers = at_once(extend, enter)

    assert answers.count("") == 1
    assert any(said.startswith("Full: on 1 July 2027") for said in answers)
    assert not HubDay.objects.filter(taken__gt=1).exists()
