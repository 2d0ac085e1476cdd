"""Loading the demonstration in three parts: each of them whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

import pghistory
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import Model

from sendhub.accounts.models import Notice, User
from sendhub.accounts.roles import RoleKey
from sendhub.casework import actions as casework
from sendhub.core import clock
from sendhub.core.models import Partnership
from sendhub.demo import (
    family,
    guard,
    hub_stays,
    hub_waiting,
    hubs,
    intakes,
    schooling,
    turns,
)
from sendhub.demo.beside import beside
from sendhub.demo.cast import Cast, Invented
from sendhub.demo.county import County, county_build, county_there
from sendhub.demo.diary import Diary, World, workday
from sendhub.demo.everyday import OVER
from sendhub.demo.retold.filling import county_tell_again
from sendhub.demo.stories import Plot, plots
from sendhub.ehcps.models import NeedsAssessment
from sendhub.nurture_hubs.models import Hub

NAME = "manage.py demo"  # where history says that a change was made
SEED_OF_HUBS, FIRST_OF_HUBS = 2021, 800
"""Hubs' children have a chance and numbers of their own, past those of the county's."""
WHO_HELPS = {
    "mediation_adviser": "Marches Mediation, 01632 960200, help@mediation.example",
    "advice_service": "SENDIASS Herefordshire, 01632 960300, sendiass.example",
    "disagreement_service": "Calm Talk, 01632 960400, hello@calmtalk.example",
}
# How much each caseworker can carry, in the order of the staff list.
SHARES = {
    "north": ((1, 1.0), (2, 0.9), (6, 1.0), (7, 0.9), (8, 1.0), (9, 0.6)),
    "south": ((3, 1.0), (4, 0.6), (5, 0.5), (10, 1.0), (11, 1.0), (12, 1.0)),
}


def demonstration_load(*, password: str, side_by_side: bool = False) -> None:
    """Load the county, its children and its nurture hubs: each whole or not at all.

    What is there already is left as it is: a load that was stopped is gone on with.
    `side_by_side`: the hubs in a process of their own, on a processor of their own.
    """
    county_load(password=password)
    if side_by_side:
        with beside(__name__, hubs_load.__name__):
            children_load()
    else:
        children_load()
        hubs_load()
    with connection.cursor() as cursor:
        # What was empty is not any more. Where only the tables' owner may count,
        # PostgreSQL does it by itself within a minute.
        cursor.execute("ANALYZE")


def is_whole() -> bool:
    """Whether all parts of the demonstration are there."""
    return guard.is_demonstration() and all(
        first._default_manager.exists() for first in (NeedsAssessment, Hub)
    )


def county_load(*, password: str) -> None:
    """Make everything that is there before the first child, and mark the database."""
    with transaction.atomic(), pghistory.context(url=NAME):
        if Partnership.objects.select_for_update().get(pk=1).demonstration:
            return  # somebody else made it while we waited
        county_build(today=clock.today(), password=password)
        Partnership.objects.filter(pk=1).update(
            demonstration=True,
            help_contact="SENDhub help desk, 01632 960100",
            **WHO_HELPS,
        )
        _notice(clock.today())


def children_load() -> None:
    """Load all children with requests and plans."""
    with _part(NeedsAssessment) as (county, stored):
        if county:
            _children(World(county, Cast(county.today), stored))


def hubs_load() -> None:
    """Load the nurture hubs, who was in them, and who waits."""
    with _part(Hub) as (county, stored):
        if county:
            cast = Cast(county.today, seed=SEED_OF_HUBS, first=FIRST_OF_HUBS)
            _hubs(World(county, cast, stored))


@contextmanager
def _part(first: type[Model]) -> Iterator[tuple[County | None, list[str]]]:
    """Load one part whole or not at all; it gives no county where the part is there.

    Two loads at one moment wait for each other, part by part.
    """
    stored: list[str] = []
    try:
        with transaction.atomic(), _all_or_nothing(), pghistory.context(url=NAME):
            with connection.cursor() as cursor:
                lock = [first._meta.db_table]
                cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", lock)
            there = first._default_manager.exists()
            yield None if there else county_there(today=clock.today()), stored
    except BaseException:
        for name in stored:
            default_storage.delete(name)
        raise


def _children(world: World) -> None:
    told: list[Diary] = []
    keys: list[str] = []
    for number, plot in enumerate(plots(world)):
        diary = _begin(world, plot, number, told)
        diary.live_through()
        told.append(diary)
        keys.append(plot.key)
    county_tell_again(world, list(zip(keys, told, strict=True)), SHARES)
    _somebody_away(world)


def _hubs(world: World) -> None:
    there = hubs.network_open(world)
    stays = list(hubs.stays(world.today))
    for number, stay in enumerate(stays):
        hub_stays.tell(world, there, stay, number)
    hub_waiting.tell(world, there, number=len(stays))


def _somebody_away(world: World) -> None:
    """One caseworker is on leave this week, and a colleague of the team covers."""
    staff = world.county.staff[RoleKey.CASEWORKER]
    casework.cover_set(
        officer=staff[3],
        covered_by=staff[2],
        starts_on=world.today - timedelta(days=2),
        ends_on=world.today + timedelta(days=9),
        by=world.county.manager("south"),
    )


def _notice(today: date) -> None:
    """Something that everybody reads after signing in, for a fortnight."""
    Notice.objects.create(
        text="The next SEN2 return counts from January. My work says which facts "
        "are missing; please mend them before Christmas.",
        starts_on=today,
        ends_on=today + timedelta(days=14),
    )


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    """Let acts inside acts take no savepoints: any failure undoes the whole part."""
    features = connection.features
    before, features.uses_savepoints = features.uses_savepoints, False
    try:
        yield
    finally:
        features.uses_savepoints = before


def _begin(world: World, plot: Plot, number: int, told: list[Diary]) -> Diary:
    """Plan everything that happens to one child."""
    who = _who(world, plot, number, told)
    starts_on = world.today - timedelta(days=plot.began)
    if plot.began > 9 or plot.like:  # what came lately may have come at a weekend
        starts_on = workday(starts_on)
    steps = (
        schooling.everyday(who, plot.like, world.county, world.chance)
        if plot.like and plot.like.place != OVER
        else schooling.path(who, world.county, world.chance)
    )
    diary = Diary(
        world=world,
        who=who,
        school=schooling.at(steps, world.today),
        officer=_officer(world, who.half) if plot.assigned else None,
        starts_on=starts_on,
        like=plot.like,
    )
    family.record(diary, steps)
    if number in turns.TWINS:
        family.same_family(diary, told[turns.TWINS[number]])
    elif number in turns.LOOKED_AFTER:
        family.looked_after(diary, authority=turns.LOOKED_AFTER[number])
    else:
        family.parents(diary, number=number)
    family.professionals(diary)
    plot.unfold(diary)
    turns.take(diary, number, plot.key)
    intakes.come(diary, number)
    return diary


def _who(world: World, plot: Plot, number: int, told: list[Diary]) -> Invented:
    cast = world.cast
    if plot.like:
        return cast.like(plot.like, number)
    who = cast.child(ages=plot.ages)
    if number in turns.TWINS:
        first = told[turns.TWINS[number]].who
        return cast.numbered(replace(first, given=_other_name(first)))
    if number in turns.LOOKALIKES:
        first = told[turns.LOOKALIKES[number]].who
        given = first.given[:-1] + ("e" if first.given[-1] != "e" else "a")
        return cast.numbered(
            replace(
                who,
                given=given,
                family=first.family,
                born_on=first.born_on,
                sex=first.sex,
            )
        )
    return who


def _other_name(first: Invented) -> str:
    names = ("Caleb", "Rowan") if first.sex == "M" else ("Hazel", "Robyn")
    return names[0] if first.given != names[0] else names[1]


def _officer(world: World, half: str) -> User:
    """The caseworker of the half who has most room for one more."""
    shares = SHARES[half]
    number, share = min(shares, key=lambda one: (world.loads.get(one[0], 0.0), one[0]))
    world.loads[number] = world.loads.get(number, 0.0) + 1 / share
    return world.county.one(RoleKey.CASEWORKER, number)
