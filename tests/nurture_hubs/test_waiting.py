"""The order in which children wait for a hub, and why (HUB-6, HUB-10)."""

from datetime import date

import pytest

from sendhub.nurture_hubs import actions, rules
from sendhub.nurture_hubs.models import Referral
from sendhub.nurture_hubs.rules import Need
from sendhub.nurture_hubs.waiting import in_order, waiters
from tests import build
from tests.build import hubs
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db


def waits(hub, name, **facts):
    born_on = facts.pop("born_on", hubs.BORN)
    child = build.child(given_names=name, born_on=born_on)
    received = facts.pop("received_on", date(2026, 10, 1))
    made = hubs.referral(
        child_=child, received_on=received, consent_on=received, **facts
    )
    return hubs.agreed(hub, made=made)


def listed(hub):
    return waiters([hub], today=TODAY)[hub.pk]


def names(hub):
    return [found.case.child.given_names for found in in_order(hub, today=TODAY)]


@pytest.fixture
def school():
    return build.setting()


@pytest.fixture
def hub(school):
    return hubs.hub(host=school)


def taken_from_elsewhere(hub, number):
    for _ in range(number):
        hubs.place(
            hub,
            starts_on=TODAY,
            ends_on=date(2027, 7, 20),
            order_because="He moves into the county today.",
        )


def test_the_most_pressing_need_comes_first(hub, school):
    waits(hub, "Usual")
    waits(hub, "High", need=Need.HIGH, received_on=date(2026, 11, 1))
    waits(hub, "Urgent", need=Need.URGENT, setting=school)
    assert names(hub) == ["Urgent", "High", "Usual"]


def test_then_children_of_other_schools_while_the_hub_lacks_them(hub, school):
    waits(hub, "Host", setting=school, received_on=date(2026, 9, 7))
    waits(hub, "Other", received_on=date(2026, 11, 2))
    assert names(hub) == ["Other", "Host"]
    taken_from_elsewhere(hub, 1)
    assert names(hub) == ["Other", "Host"]
    taken_from_elsewhere(hub, 1)
    assert names(hub) == ["Host", "Other"]


def test_then_who_waits_longest_then_the_older_child(hub):
    waits(hub, "Later", received_on=date(2026, 10, 8))
    waits(hub, "Younger", born_on=date(2021, 1, 1))
    waits(hub, "Older", born_on=date(2020, 1, 1))
    assert names(hub) == ["Older", "Younger", "Later"]


def test_lists_whom_this_hub_may_take_and_nobody_else(hub):
    hubs.place(hub, made=waits(hub, "Placed"))
    here = waits(hub, "Here")
    waits(hubs.hub(), "Elsewhere")
    hubs.referral()
    gone = waits(hub, "Gone")
    actions.agreement_withdraw(
        agreement=gone.agreements.first(),
        withdrawn_on=TODAY,
        reason="Moved.",
        by=build.user("hub_coordinator"),
    )
    assert in_order(hub, today=TODAY) == [here]


def test_each_hub_has_its_own_order_and_names_the_others(hub, school):
    second = hubs.hub()
    both = waits(hub, "Both", setting=school, received_on=date(2026, 9, 7))
    hubs.agreed(second, made=both)
    hubs.agreed(second, made=waits(hub, "Other"))
    taken_from_elsewhere(second, 2)
    found = waiters([second, hub], today=TODAY)
    order = {
        key: [(one.referral.case.child.given_names, one.from_host) for one in rows]
        for key, rows in found.items()
    }
    assert order == {
        hub.pk: [("Other", False), ("Both", True)],
        second.pk: [("Both", False), ("Other", False)],
    }
    assert [one.too for one in found[hub.pk]] == [[second.name], [second.name]]


def test_a_school_that_runs_it_no_longer_is_another_school(hub, school):
    hub.hosts.update(ends_on=date(2026, 8, 31))
    waits(hub, "Was host", setting=school)
    [only] = listed(hub)
    assert not only.from_host


def test_says_why_each_stands_where_it_does(hub, school):
    waits(hub, "Host", setting=school, need=Need.URGENT)
    waits(hub, "Other")
    assert [(one.weeks, one.why) for one in listed(hub)] == [
        (7, "Urgent need, from a host school, waits since 1 October 2026"),
        (7, "Usual need, from another school, waits since 1 October 2026"),
    ]
    taken_from_elsewhere(hub, 2)
    assert listed(hub)[1].why == ("Usual need, waits since 1 October 2026")


@pytest.mark.parametrize(
    ("end", "weeks"),
    [
        (date(2026, 9, 30), 0),
        (date(2026, 10, 1), 0),
        (date(2026, 10, 7), 0),
        (date(2026, 10, 8), 1),
        (date(2026, 11, 20), 7),
    ],
)
def test_counts_whole_weeks(end, weeks):
    assert rules.weeks_between(date(2026, 10, 1), end) == weeks


def test_more_who_wait_ask_no_more_queries(hub, django_assert_max_num_queries):
    for number in range(3):
        waits(hub, f"Child {number}")
    with django_assert_max_num_queries(6):
        assert len(listed(hub)) == 3
    assert Referral.objects.count() == 3
