"""What happens to one child, day by day: planned in any order, lived through in order.

Each act is done as if it were its own day, so that history reads as it would have; what
happens at a weekend is written down when the office opens.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from sendhub.accounts.models import User
from sendhub.audit.record import recorded_together
from sendhub.core import clock
from sendhub.demo.cast import Cast, Invented
from sendhub.demo.county import County
from sendhub.demo.everyday import Like
from sendhub.demo.words.filling import filled
from sendhub.schools.models import Setting
from sendhub.statutory.counting.bank_holidays import BANK_HOLIDAYS, Nation

if TYPE_CHECKING:
    from sendhub.casework.models import Case
    from sendhub.ehcps.models import NeedsAssessment, Plan
    from sendhub.people.models import Child, Contact, Professional

LONDON = ZoneInfo("Europe/London")
LAST_OF_WEEK = 4
CLOSED = BANK_HOLIDAYS[Nation.ENGLAND]
T = TypeVar("T")
Act = Callable[[date], object]


@dataclass
class World:
    """What all stories share."""

    county: County
    cast: Cast
    stored: list[str] = field(default_factory=list)
    professionals: dict[str, "Professional"] = field(default_factory=dict)
    loads: dict[int, float] = field(default_factory=dict)

    @property
    def chance(self) -> Random:
        """The one source of chance."""
        return self.cast.chance

    @property
    def today(self) -> date:
        """The day on which the demonstration is loaded."""
        return self.county.today


@dataclass
class Diary:
    """One child's story, and the records it has made so far."""

    world: World
    who: Invented
    school: Setting | None
    officer: User | None
    starts_on: date
    like: Like | None = None
    happenings: list[tuple[date, int, Act]] = field(default_factory=list)
    child: "Child" = field(init=False)
    second: "Child" = field(init=False)  # the same child, recorded once more
    assessment: "NeedsAssessment" = field(init=False)
    contacts: list["Contact"] = field(default_factory=list)

    @property
    def case(self) -> "Case":
        """The child's EHC case."""
        return self.assessment.case

    @property
    def plan(self) -> "Plan":
        """The plan that the assessment led to."""
        return self.assessment.plan

    @property
    def manager(self) -> User:
        """Who decides."""
        return self.world.county.manager(self.who.half)

    @property
    def worker(self) -> User:
        """Who does the work: the officer, or the manager while there is none."""
        return self.officer or self.manager

    def on(self, day: date, act: Act) -> None:
        """Plan an act for a day; none lies ahead of today."""
        day = max(min(day, self.world.today), self.starts_on)
        self.happenings.append((day, len(self.happenings), act))

    def ago(self, days: int) -> date:
        """The working day on or before the one so many days ago."""
        return workday(self.world.today - timedelta(days=days))

    def say(self, text: str) -> str:
        """Fill the child's names into a text."""
        names = {
            "child": self.who.given,
            "mother": self.who.mother.split()[0],
            "father": self.who.father.split()[0],
            "school": self.school.name if self.school else "the setting",
        }
        return filled(text, sex=self.who.sex, names=names)

    def pick(self, among: Sequence[T]) -> T:
        """Take one by chance."""
        return self.world.chance.choice(among)

    def live_through(self) -> None:
        """Do everything planned, in the order of days."""
        with recorded_together():
            for number, (day, _, act) in enumerate(sorted(self.happenings, key=_order)):
                at_work = next_workday(day, latest=self.world.today)
                with clock.pretend(moment(at_work, number)):
                    act(day)
        self.happenings.clear()


def workday(day: date) -> date:
    """The day itself, or the last working day before a weekend or bank holiday."""
    while day.weekday() > LAST_OF_WEEK or day in CLOSED:
        day -= timedelta(days=1)
    return day


def next_workday(day: date, *, latest: date) -> date:
    """The day itself, or the first working day after it; none after the latest."""
    while day < latest and (day.weekday() > LAST_OF_WEEK or day in CLOSED):
        day += timedelta(days=1)
    return day


def _order(happening: tuple[date, int, Act]) -> tuple[date, int]:
    return happening[:2]


def moment(day: date, number: int) -> datetime:
    """A time in the working day, but not one that is still to come."""
    nine = datetime.combine(day, time(9), LONDON)
    midnight = datetime.combine(day, time(0), LONDON)
    wanted = nine + timedelta(minutes=7 * number % 420)
    return min(wanted, max(midnight, clock.now()))
