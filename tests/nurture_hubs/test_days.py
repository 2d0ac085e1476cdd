"""The database counts the places of each day, whichever way they come (HUB-4)."""

import random
from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey
from sendhub.nurture_hubs.models import (
    Agreement,
    Hub,
    HubCapacity,
    HubDay,
    HubPlace,
    Referral,
)
from sendhub.nurture_hubs.rules import Party, Phase
from sendhub.people.models import Child
from tests import build
from tests.races import at_once

SEPT = date(2026, 9, 1)
JULY = date(2027, 7, 20)


def hub(by, places=7, **facts):
    usual = {
        "name": f"Hub {Hub.objects.count()}",
        "phase": Phase.PRIMARY,
        "age_from": 3,
        "age_to": 7,
        "opens_on": date(2021, 9, 1),
    }
    made = Hub.objects.create(**(usual | facts))
    HubCapacity.objects.create(
        hub=made, from_on=made.opens_on, places=places, set_by=by
    )
    return made


def referral(of_hub, by, setting):
    child = Child.objects.create(
        given_names="A", family_name="B", born_on=date(2020, 5, 5), sex_id="SEX:F"
    )
    case = Case.objects.create(child=child, service=ServiceKey.HUB, opened_on=SEPT)
    made = Referral.objects.create(
        case=case,
        received_on=SEPT,
        setting=setting,
        referrer="s",
        reasons="r",
        tried="t",
        consent_on=SEPT,
        consent_by="c",
        logged_by=by,
    )
    for party in Party:
        Agreement.objects.create(
            referral=made, hub=of_hub, party=party, agreed=True, on=SEPT, recorded_by=by
        )
    return made


def place(made, of_hub, by, starts_on=SEPT, ends_on=JULY, **more):
    return HubPlace.objects.create(
        referral=made,
        hub=of_hub,
        child=made.case.child,
        from_host=False,
        starts_on=starts_on,
        ends_on=ends_on,
        allocated_by=by,
        allocated_on=SEPT,
        **more,
    )


@pytest.fixture
def world():
    return build.user("hub_coordinator"), build.setting()


@pytest.mark.django_db(transaction=True)
def test_of_two_hundred_at_once_three_are_allocated(world):
    by, setting = world
    small = hub(by, places=3)
    referrals = [referral(small, by, setting) for _ in range(200)]

    def allocate(made):
        def job():
            try:
                with transaction.atomic():
                    place(made, small, by)
            except IntegrityError as refused:
                return refused.__cause__.diag.constraint_name
            return ""

        return job

    answers = at_once(*[allocate(made) for made in referrals])
    assert sorted(set(answers)) == ["", "nurture_hubs_day_not_overbooked"]
    assert answers.count("") == 3
    assert HubPlace.objects.count() == 3
    assert set(HubDay.objects.values_list("taken", flat=True)) == {3}


def counted():
    """Count again, by hub and day, from the places alone; leave out days of none."""
    found = {}
    for one in HubPlace.objects.filter(withdrawn_at=None):
        day = one.starts_on
        while day <= one.ends_on:
            found[one.hub_id, day] = found.get((one.hub_id, day), 0) + 1
            day += timedelta(days=1)
    return found


def kept():
    return {(d.hub_id, d.day): d.taken for d in HubDay.objects.filter(taken__gt=0)}


def change(chance, made, of_hub, by):
    """Try one change of one place at random, as SQL would make it."""
    starts_on = SEPT + timedelta(days=chance.randrange(-200, 200))
    ends_on = starts_on + timedelta(days=chance.randrange(0, 60))
    there = list(HubPlace.objects.filter(referral=made).values_list("pk", flat=True))
    mine = HubPlace.objects.filter(pk=chance.choice(there or [0]))
    again = {"again_because": "Yes.", "again_by": by}
    taken_back = {
        "withdrawn_at": timezone.now(),
        "withdrawn_by": by,
        "withdrawn_reason": "No.",
    }
    ways = {
        lambda: place(made, of_hub, by, starts_on, ends_on, **again): 50,
        lambda: mine.update(starts_on=starts_on, ends_on=ends_on): 15,
        lambda: mine.filter(ends_on__gt=F("starts_on")).update(
            ends_on=F("starts_on")
        ): 10,
        lambda: mine.update(**taken_back): 10,
        mine.delete: 10,
        lambda: HubCapacity.objects.update_or_create(
            hub=of_hub,
            from_on=starts_on,
            defaults={"places": chance.randrange(1, 8), "set_by": by},
        ): 5,
    }
    [way] = chance.choices(list(ways), list(ways.values()))
    way()


@pytest.mark.django_db(transaction=True)
def test_ten_thousand_changes_from_sixteen_threads_leave_no_excess(world):
    by, setting = world
    hubs = [hub(by, places=n) for n in (2, 3, 7)]
    referrals = [(referral(h, by, setting), h) for h in hubs for _ in range(30)]
    threads, changes = 16, 10_000

    def worker(seed):
        chance = random.Random(seed)  # noqa: S311

        def job():
            for _ in range(changes // threads):
                made, of_hub = chance.choice(referrals)
                with suppress(IntegrityError), transaction.atomic():
                    change(chance, made, of_hub, by)

        return job

    at_once(*[worker(seed) for seed in range(threads)])
    assert kept() == counted()
    assert not HubDay.objects.filter(taken__gt=F("places")).exists()
    assert HubPlace.objects.exists()
