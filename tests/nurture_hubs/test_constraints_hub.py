"""Each constraint of a hub and its days, broken once, whichever way (HUB-4)."""

from datetime import date

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from sendhub.nurture_hubs.models import (
    Budget,
    Hub,
    HubCapacity,
    HubDay,
    HubHost,
    HubMember,
    HubPause,
    HubPlace,
)
from tests import build

pytestmark = pytest.mark.django_db
BEFORE = date(2021, 8, 31)
DAY = date(2027, 1, 4)


def refused(constraint, act, *args, **values):
    with pytest.raises(IntegrityError) as wrong, transaction.atomic():
        act(*args, **values)
    assert wrong.value.__cause__.diag.constraint_name == constraint


def again(row):
    row.pk = None
    row.save(force_insert=True)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"closes_on": BEFORE}, "nurture_hubs_hub_closes_after_opening"),
        ({"age_from": 8}, "nurture_hubs_hub_ages"),
        ({"age_from": 1}, "nurture_hubs_hub_ages"),
        ({"phase": "nursery"}, "nurture_hubs_hub_known_phase"),
    ],
)
def test_a_hub(values, constraint):
    build.hubs.hub()
    refused(constraint, Hub.objects.update, **values)


AGES_AGO, TOO_LATE = date(2015, 8, 31), date(2091, 1, 1)


@pytest.mark.parametrize(
    ("model", "days", "constraint"),
    [
        (Hub, {"opens_on": AGES_AGO}, "nurture_hubs_hub_in_time"),
        (Hub, {"closes_on": TOO_LATE}, "nurture_hubs_hub_in_time"),
        (HubHost, {"starts_on": AGES_AGO}, "nurture_hubs_hubhost_in_time"),
        (HubHost, {"ends_on": TOO_LATE}, "nurture_hubs_hubhost_in_time"),
        (HubCapacity, {"from_on": AGES_AGO}, "nurture_hubs_hubcapacity_in_time"),
        (HubCapacity, {"from_on": TOO_LATE}, "nurture_hubs_hubcapacity_in_time"),
        (HubPause, {"starts_on": AGES_AGO}, "nurture_hubs_hubpause_in_time"),
        (HubPause, {"ends_on": TOO_LATE}, "nurture_hubs_hubpause_in_time"),
        (HubMember, {"starts_on": AGES_AGO}, "nurture_hubs_hubmember_in_time"),
        (HubMember, {"ends_on": TOO_LATE}, "nurture_hubs_hubmember_in_time"),
    ],
)
def test_years_that_cannot_be_meant(model, days, constraint):
    hub = build.hubs.hub()
    build.hubs.pause(hub)
    build.hubs.member(hub)
    refused(constraint, model.objects.update, **days)


def test_a_hub_has_its_own_name():
    build.hubs.hub(name="Lea")
    refused("nurture_hubs_hub_name_once", build.hubs.hub, name="LEA")


def test_who_runs_it():
    host = build.hubs.hub().hosts.get()
    refused(
        "nurture_hubs_hubhost_ends_after_start",
        HubHost.objects.update,
        ends_on=BEFORE,
    )
    refused("nurture_hubs_hubhost_one_at_a_time", again, host)


def test_how_many_places():
    capacity = build.hubs.hub().capacities.get()
    refused("nurture_hubs_hubcapacity_once", again, capacity)
    refused("nurture_hubs_hubcapacity_small", HubCapacity.objects.update, places=41)


def test_a_pause():
    place = build.hubs.place()
    pause = build.hubs.pause(place.hub, starts_on=date(2027, 2, 1))
    refused(
        "nurture_hubs_hubpause_ends_after_start",
        HubPause.objects.update,
        ends_on=BEFORE,
    )
    refused("nurture_hubs_hubpause_says_why", HubPause.objects.update, because="")
    refused("nurture_hubs_hubpause_one_at_a_time", again, pause)
    refused(
        "nurture_hubs_hubpause_nobody_starts", HubPause.objects.update, starts_on=DAY
    )


def test_who_sees_it():
    member = build.hubs.member()
    refused(
        "nurture_hubs_hubmember_ends_after_start",
        HubMember.objects.update,
        ends_on=BEFORE,
    )
    refused("nurture_hubs_hubmember_one_at_a_time", again, member)


def test_a_budget():
    by = build.user("service_manager")
    budget = Budget.objects.create(hub=None, year=2026, pence=1, set_by=by)
    refused("nurture_hubs_budget_known_year", Budget.objects.update, year=2020)
    refused("nurture_hubs_budget_once", again, budget)


def test_what_is_of_one_hub_is_not_moved_to_another():
    """The days of the hub that it left would be counted by nobody."""
    hub = build.hubs.place().hub
    build.hubs.pause(hub, starts_on=date(2027, 2, 1))
    build.hubs.member(hub)
    other = build.hubs.hub()
    for model in (HubCapacity, HubPause, HubHost, HubMember):
        of_hub = model.objects.filter(hub=hub)
        refused("nurture_hubs_hub_stays", of_hub.update, hub=other)


def test_the_site_may_not_empty_a_table():
    """TRUNCATE fires no trigger of a row; nor may the site switch one off."""
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t FROM unnest(%s::text[]) t WHERE has_table_privilege(%s, t, %s)",
            [tables, settings.APP_ROLE, "TRUNCATE, TRIGGER"],
        )
        assert cursor.fetchall() == []
        cursor.execute(
            "SELECT has_table_privilege(%s, 'nurture_hubs_hubday', 'INSERT')",
            [settings.APP_ROLE],
        )
        assert cursor.fetchone() == (True,)


def test_nobody_writes_the_days():
    build.hubs.place()
    refused("nurture_hubs_hubday_only_counted", HubDay.objects.update, taken=0)
    refused("nurture_hubs_hubday_only_counted", HubDay.objects.all().delete)


def test_a_day_stands_once():
    day = {"hub": build.hubs.place().hub, "day": DAY, "places": 7}
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE nurture_hubs_hubday DISABLE TRIGGER USER")
    refused("nurture_hubs_hubday_once", HubDay.objects.create, **day)


def full():
    """A hub of one place that is taken, and a second child who is agreed to."""
    hub = build.hubs.hub(places=1)
    return build.hubs.place(hub), build.hubs.agreed(hub)


def second(place, other):
    return HubPlace(
        hub=place.hub,
        referral=other,
        child=other.case.child,
        from_host=False,
        starts_on=place.starts_on,
        ends_on=place.ends_on,
        allocated_by=place.allocated_by,
        allocated_on=place.allocated_on,
    )


FULL = "nurture_hubs_day_not_overbooked"


def test_one_row_too_many():
    refused(FULL, second(*full()).save)


def test_many_rows_at_once():
    place, other = full()
    refused(FULL, HubPlace.objects.bulk_create, [second(place, other)])


def test_a_bulk_change_of_days():
    place, other = full()
    later = second(place, other)
    later.starts_on, later.ends_on = date(2027, 12, 18), date(2028, 7, 1)
    later.save()
    refused(FULL, HubPlace.objects.update, ends_on=F("ends_on") + 5)


def test_a_line_of_sql():
    place, other = full()
    later = second(place, other)
    later.starts_on, later.ends_on = date(2027, 12, 18), date(2028, 7, 1)
    later.save()
    sql = "UPDATE nurture_hubs_hubplace SET starts_on = starts_on - 1 WHERE id = %s"
    with connection.cursor() as cursor:
        refused(FULL, cursor.execute, sql, [later.pk])


def test_fewer_places_than_are_promised():
    full()
    refused(FULL, HubCapacity.objects.update, places=0)
    refused(FULL, HubCapacity.objects.all().delete)
    refused(FULL, Hub.objects.update, closes_on=date(2027, 12, 16))
    refused(FULL, Hub.objects.update, opens_on=date(2027, 1, 5))
