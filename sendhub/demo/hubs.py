"""The nurture hubs since September 2021: which there are, and who was in them when.

Pure but for `network_open`: the stays are planned here and lived through in
`hub_stays`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sendhub.accounts.roles import RoleKey
from sendhub.core import clock
from sendhub.demo.diary import World, moment, workday
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Hub
from sendhub.nurture_hubs.rules import Phase, school_year

BUDGET = 200_000_00  # pence a year for the whole network (seed 30)
FIRST_YEAR = 2021
SEPTEMBER, CHRISTMAS, JANUARY, SUMMER = (9, 7), (12, 17), (1, 7), (7, 20)
"""Month and day on which children start and leave, within the twelve months."""


@dataclass(frozen=True)
class Planned:
    """One hub: its schools, and how many children start in it each year.

    `starts` has for each school year those who start in September and in January.
    """

    name: str
    hosts: tuple[str, ...]
    half: str
    phase: Phase
    first: int
    starts: tuple[tuple[int, int], ...]
    sessions: str = "Five mornings a week"

    @property
    def opens_on(self) -> date:
        """The first of September of its first year."""
        return date(self.first, 9, 1)


PRIMARY, SECONDARY = Phase.PRIMARY, Phase.SECONDARY
FEW = ((2, 0), (2, 0), (2, 0), (2, 0), (3, 0), (4, 0))
NETWORK = (
    Planned(
        "Leominster",
        ("Leominster Primary",),
        "north",
        PRIMARY,
        2021,
        ((2, 0), (3, 1), (3, 1), (3, 1), (5, 2), (5, 0)),
    ),
    Planned("Broadlands", ("Broadlands Primary",), "south", PRIMARY, 2021, FEW),
    Planned("Ashfield Park", ("Ashfield Park",), "south", PRIMARY, 2021, FEW),
    Planned(
        "Lea and Gorsley Goffs",
        ("Lea CofE", "Gorsley Goffs"),
        "south",
        PRIMARY,
        2021,
        FEW,
        "Three days a week at Gorsley, two at Lea",
    ),
    Planned("Lord Scudamore", ("Lord Scudamore",), "south", PRIMARY, 2022, FEW[1:]),
    Planned(
        "Earl Mortimer (secondary pilot)",
        ("Earl Mortimer",),
        "north",
        SECONDARY,
        2023,
        ((2, 0), (2, 0), (2, 0), (3, 0)),
        "Every afternoon",
    ),
)


@dataclass(frozen=True)
class Stay:
    """One child in one hub, from a day to a day."""

    hub: Planned
    from_host: bool
    starts_on: date
    ends_on: date

    @property
    def allocated_on(self) -> date:
        """When the place was promised."""
        return self.starts_on - timedelta(days=25)


def stays(today: date) -> Iterator[Stay]:
    """Every stay, in the order of its first day; children of other schools first."""
    found = [
        stay
        for hub in NETWORK
        for stay in _of_hub(hub, today)
        if stay.allocated_on <= today
    ]
    return iter(sorted(found, key=lambda s: (s.starts_on, s.from_host, s.hub.name)))


def _of_hub(hub: Planned, today: date) -> Iterator[Stay]:
    last = school_year(today)
    for year in range(hub.first, last + 1):
        autumn, spring = hub.starts[min(year - hub.first, len(hub.starts) - 1)]
        for number in range(autumn):
            starts_on = monday(year, SEPTEMBER) + timedelta(weeks=number % 3)
            yield Stay(hub, number >= 2, starts_on, workday(date(year + 1, *SUMMER)))
        for number in range(spring):
            ends_on = workday(date(year + 1, *CHRISTMAS))
            yield Stay(hub, number == 0, monday(year + 1, JANUARY), ends_on)


def monday(year: int, day: tuple[int, int]) -> date:
    """The Monday of the week in which a month and day lie."""
    found = date(year, *day)
    return found - timedelta(days=found.weekday())


def network_open(world: World) -> dict[str, Hub]:
    """Open every hub on paper a term before its first day, with budgets and people."""
    head = world.county.one(RoleKey.SERVICE_MANAGER)
    coordinator = world.county.one(RoleKey.HUB_COORDINATOR)
    hubs = {}
    for planned in NETWORK:
        schools = [world.county.named(name) for name in planned.hosts]
        with clock.pretend(moment(workday(planned.opens_on - timedelta(days=100)), 0)):
            hubs[planned.name] = actions.hub_open(
                name=planned.name,
                phase=planned.phase,
                age_from=3 if planned.phase == PRIMARY else 10,
                age_to=7 if planned.phase == PRIMARY else 14,
                sessions=planned.sessions,
                opens_on=planned.opens_on,
                host=schools[0],
                second_host=schools[1] if len(schools) > 1 else None,
                places=7 if planned.phase == PRIMARY else 6,
                by=head,
            )
    for year in range(FIRST_YEAR, school_year(world.today) + 1):
        with clock.pretend(moment(workday(date(year, 3, 15)), 0)):
            actions.budget_set(hub=None, year=year, pence=BUDGET, by=head)
    joined = workday(world.today - timedelta(days=400))
    with clock.pretend(moment(joined, 0)):
        actions.member_add(
            hub=hubs["Leominster"],
            user=world.county.one(RoleKey.HUB_SCHOOL),
            starts_on=clock.today(),
            by=coordinator,
        )
    return hubs
