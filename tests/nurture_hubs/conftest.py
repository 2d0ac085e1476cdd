"""The four first terms of two hubs, small enough to be counted by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from sendhub.core import clock
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Budget, Hub, HubPlace, Referral
from sendhub.nurture_hubs.rules import Standing
from sendhub.nurture_hubs.rules.ends import Next, Point, Where
from sendhub.nurture_hubs.rules.measures import Stage
from sendhub.people.models import Child
from sendhub.schools.models import Setting
from tests import build
from tests.conftest import TODAY

OnDay = Callable[[date], None]


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> OnDay:
    """Let what follows happen on another day."""

    def turn(day: date) -> None:
        monkeypatch.setattr(clock, "today", lambda: day)

    return turn


@dataclass
class World:
    """Two hubs; Ava and Cai of other schools and Ben of the host in the first."""

    first: Hub
    second: Hub
    ava: HubPlace
    ben: HubPlace
    cai: HubPlace
    dot: Referral
    eli: Referral


class Teller:
    """Tells the story of the world day by day."""

    def __init__(self, on_day: OnDay) -> None:
        self.on_day = on_day
        self.by = build.user("service_manager")
        self.host, self.village = build.setting("Broadlands"), build.setting("Village")
        self.first = build.hubs.hub(name="Broadlands", places=2, host=self.host)
        self.second = build.hubs.hub(
            name="Scudamore", places=1, opens_on=date(2022, 9, 1)
        )

    def referral(self, name: str, came: date, school: Setting) -> Referral:
        self.on_day(came)
        child: Child = build.child(given_names=name, by=self.by)
        return build.hubs.referral(
            child_=child, received_on=came, consent_on=came, setting=school, by=self.by
        )

    def place(
        self, made: Referral, starts_on: date, ends_on: date, hub: Hub | None = None
    ) -> HubPlace:
        hub = hub or self.first
        build.hubs.agreed(hub, made=made, by=self.by)
        return build.hubs.place(
            hub,
            made=made,
            by=self.by,
            starts_on=starts_on,
            ends_on=ends_on,
            few_others_because="The forum wants it counted.",
        )

    def measured(self, made: Referral, stage: Stage, day: date, each: int) -> None:
        self.on_day(day)
        scores = build.hubs.sdq(each)
        build.hubs.measure(
            made, stage=stage, measured_on=day, scores=scores, by=self.by
        )


@pytest.fixture
def world(on_day: OnDay, db: None) -> World:
    """September 2021 to December 2022, and what became of the children."""
    teller = Teller(on_day)
    ava = _ava(teller)
    ben = teller.referral("Ben", date(2021, 9, 6), teller.host)
    ben = teller.place(ben, date(2021, 11, 1), date(2022, 4, 8))
    teller.measured(ben.referral, Stage.ENTRY, date(2021, 11, 8), 4)
    teller.measured(ben.referral, Stage.EXIT, date(2022, 4, 4), 4)
    eli = _eli(teller)
    cai = teller.referral("Cai", date(2022, 4, 25), teller.village)
    cai = teller.place(cai, date(2022, 9, 5), date(2023, 7, 20))
    dot = teller.referral("Dot", date(2022, 9, 1), teller.village)
    taken_back = teller.place(
        dot, date(2022, 9, 12), date(2022, 12, 16), hub=teller.second
    )
    actions.place_withdraw(place=taken_back, reason="She never came.", by=teller.by)
    _ava_later(teller, ava)
    on_day(TODAY)
    for year in (2021, 2022):
        Budget.objects.create(year=year, pence=200_000_00, set_by=teller.by)
    dot.refresh_from_db()
    return World(teller.first, teller.second, ava, ben, cai, dot, eli)


def _ava(teller: Teller) -> HubPlace:
    """Of another school: from 20 to 12 difficulties, her target reached."""
    made = teller.referral("Ava", date(2021, 9, 6), teller.village)
    place = teller.place(made, date(2021, 10, 4), date(2022, 7, 20))
    teller.measured(made, Stage.ENTRY, date(2021, 10, 8), 5)
    target = actions.target_add(
        referral=made,
        words="I ask for help.",
        set_on=date(2021, 10, 8),
        at_entry=2,
        by=teller.by,
    )
    teller.on_day(date(2022, 3, 1))
    build.assessment(child_=made.case.child, received_on=date(2022, 3, 1), by=teller.by)
    teller.measured(made, Stage.EXIT, date(2022, 7, 11), 3)
    actions.target_rate(target=target, at_entry=2, half_way=5, at_exit=10, by=teller.by)
    return place


def _ava_later(teller: Teller, place: HubPlace) -> None:
    """She returns; a year later she is in a special school."""
    teller.on_day(date(2022, 6, 20))
    actions.talk_hold(
        place=place,
        held_on=date(2022, 6, 20),
        family=True,
        original_school=True,
        hub_school=True,
        coordinator=True,
        absent_because="",
        decision=Next.RETURN,
        setting=teller.village,
        views="She is ready.",
        by=teller.by,
    )
    special = build.setting("Westfield", category="special")
    for point, day, where, school in (
        (Point.EXIT, date(2022, 7, 20), Where.ORIGINAL, teller.village),
        (Point.SIX_MONTHS, date(2023, 1, 20), Where.ORIGINAL, teller.village),
        (Point.TWELVE_MONTHS, date(2023, 7, 20), Where.SPECIAL, special),
    ):
        teller.on_day(day)
        actions.destination_record(
            place=place,
            point=point,
            on=day,
            where=where,
            setting=school,
            words="",
            by=teller.by,
        )


def _eli(teller: Teller) -> Referral:
    """Refused; then the family asks for an assessment."""
    made = teller.referral("Eli", date(2022, 1, 10), teller.village)
    teller.on_day(date(2022, 2, 1))
    made = actions.referral_end(
        referral=made,
        standing=Standing.REFUSED,
        ended_on=date(2022, 2, 1),
        reason="The school copes.",
        by=teller.by,
    )
    teller.on_day(date(2022, 5, 2))
    build.assessment(child_=made.case.child, received_on=date(2022, 5, 2), by=teller.by)
    return made
