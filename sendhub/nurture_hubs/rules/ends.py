"""The end of a place: the talk, what follows, and where the child is later. Pure."""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.casework.rules import Wanted
from sendhub.core.errors import RuleBroken

TITLES = {
    "NH-01": "Talk about the end of a hub place to be arranged",
    "NH-02": "Talk about the end of a hub place",
    "NH-03": "Where the child is six months after the hub",
    "NH-04": "Where the child is twelve months after the hub",
}


class Next(TextChoices):
    """What follows a place (HUB-7; seed 35)."""

    RETURN = "return", "Returns to the original school"
    STAY = "stay", "Stays with the hub school"
    CLASS = "class", "Returns to class in the host school"
    ELSEWHERE = "elsewhere", "Goes to another school"


FOR_OTHERS = (Next.RETURN, Next.STAY, Next.ELSEWHERE)
FOR_HOST = (Next.CLASS, Next.ELSEWHERE)


class Point(TextChoices):
    """When it is asked where a child is."""

    EXIT = "exit", "On leaving"
    SIX_MONTHS = "six", "Six months later"
    TWELVE_MONTHS = "twelve", "Twelve months later"


class Where(TextChoices):
    """Where a child is after a hub."""

    ORIGINAL = "original", "In the original school"
    HUB_SCHOOL = "hub_school", "In the hub school"
    MAINSTREAM = "mainstream", "In another mainstream school"
    RESOURCED = "resourced", "In resourced provision or a SEN unit"
    SPECIAL = "special", "In a special school"
    INDEPENDENT = "independent", "In an independent special school"
    ALTERNATIVE = "alternative", "In alternative provision"
    HOME = "home", "Educated at home"
    AWAY = "away", "Moved out of the county"
    NOT_KNOWN = "not_known", "Not known"


SPECIALIST = (Where.RESOURCED, Where.SPECIAL, Where.INDEPENDENT, Where.ALTERNATIVE)


@dataclass(frozen=True)
class PlaceFacts:
    """The dates of one place that its deadlines run on."""

    starts_on: date
    ends_on: date
    withdrawn: bool = False
    arranged_on: date | None = None
    held_on: date | None = None
    told: tuple[tuple[Point, date], ...] = ()
    died: bool = False


def deadlines_wanted(facts: PlaceFacts, *, today: date) -> list[Wanted]:
    """The talk before the end; afterwards, where the child is (NH-01 to NH-04).

    Where a place is over, what was not arranged is not asked for any more.
    """
    void = facts.withdrawn or facts.died
    over = facts.ends_on < today
    held = facts.held_on
    arranged = min(filter(None, (facts.arranged_on, held)), default=None)
    wanted = [
        _talk("NH-01", facts.ends_on, arranged, void or (over and not arranged)),
        _talk("NH-02", facts.ends_on, held, void),
    ]
    if not over:
        return wanted
    told = dict(facts.told)
    after = [("NH-03", Point.SIX_MONTHS), ("NH-04", Point.TWELVE_MONTHS)]
    for rule, point in after:
        due = statutory.due(rule, hub_place_ended=facts.ends_on)
        met_on = told.get(point)
        wanted.append(Wanted(rule, TITLES[rule], due, met_on=met_on, void=void))
    return wanted


def _talk(rule: str, ends_on: date, met_on: date | None, void: bool) -> Wanted:
    due = statutory.due(rule, hub_place_ends=ends_on)
    return Wanted(rule, TITLES[rule], due, met_on=met_on, void=void)


def ways_on(*, from_host: bool) -> tuple[Next, ...]:
    """What may follow, by whose child it is."""
    return FOR_HOST if from_host else FOR_OTHERS


def check_way(decision: str, *, from_host: bool) -> None:
    """Refuse what cannot follow for this child."""
    if decision not in ways_on(from_host=from_host):
        raise RuleBroken("Choose what follows the place.", "decision")


def check_took_part(*, all_there: bool, absent_because: str) -> None:
    """Refuse a talk without one of the parties and without the reason (HUB-7)."""
    if not all_there and not absent_because:
        raise RuleBroken("Say why somebody was not there.", "absent_because")
