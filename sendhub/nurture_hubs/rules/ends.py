"""The end of a place: the talk, what follows, and where the child is later. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.casework.rules import Wanted
from sendhub.core.errors import RuleBroken
from sendhub.statutory.counting.working_days import ENGLAND, SATURDAY
from sendhub.statutory.words import date_words

TITLES = {
    "NH-01": "Talk about the end of a hub place to be arranged",
    "NH-02": "Talk about the end of a hub place",
    "NH-03": "Where the child is six months after the hub",
    "NH-04": "Where the child is twelve months after the hub",
    "NH-05": "Step of the plan for what follows a hub place",
}
TALK_NEAR = timedelta(days=92)
"""From how long before the last day the talk is the next thing to think of."""
BEFOREHAND = timedelta(days=31)
"""How long before the day it may be asked where a child is: a call, not a deed."""
HALF_A_YEAR = timedelta(days=183)
"""How long after the last question a date is still of this place: our own mark."""
AUGUST, CHRISTMAS = 8, (12, 24)


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
class StepFacts:
    """A step of the plan for what follows; `number` tells one from another."""

    number: str
    title: str
    due_on: date
    done_on: date | None


@dataclass(frozen=True)
class PlaceFacts:
    """The dates of one place that its deadlines run on.

    `told` says on which day it was recorded where the child is, by point; `steps` are
    those of the plan that are still meant; `shortened_on` is the day on which it was
    recorded that the place ends sooner than was promised.
    """

    ends_on: date
    shortened_on: date | None = None
    withdrawn: bool = False
    died: bool = False
    arranged_on: date | None = None
    held_on: date | None = None
    told: Mapping[Point, date] = field(default_factory=dict)
    steps: Sequence[StepFacts] = ()


def deadlines_wanted(facts: PlaceFacts) -> list[Wanted]:
    """The talk, the steps of the plan, and where the child is later (NH-01 to NH-05).

    Where it was recorded what became of the child, what should have been before is not
    asked for any more: without a talk none, and after a year nothing. Nor is a talk
    whose day had passed when it was recorded that the place ends sooner.
    """
    off = facts.withdrawn or facts.died
    last = Point.TWELVE_MONTHS in facts.told
    arranged = min(filter(None, (facts.arranged_on, facts.held_on)), default=None)
    ends_on = facts.ends_on

    def wanted(
        rule: str, due_on: date, met_on: date | None, *, past: bool = last
    ) -> Wanted:
        void = met_on is None and (off or past)
        return Wanted(rule, TITLES[rule], due_on, met_on=met_on, void=void)

    def talk(rule: str, met_on: date | None) -> Wanted:
        due_on: date = statutory.due(rule, hub_place_ends=ends_on)
        passed = facts.shortened_on is not None and due_on < facts.shortened_on
        return wanted(rule, due_on, met_on, past=bool(facts.told) or passed)

    points = [("NH-03", Point.SIX_MONTHS), ("NH-04", Point.TWELVE_MONTHS)]
    return [
        talk("NH-01", arranged),
        talk("NH-02", facts.held_on),
        *(
            wanted(rule, point_on(point, ends_on), facts.told.get(point))
            for rule, point in points
        ),
        *(
            replace(
                wanted("NH-05", step.due_on, step.done_on),
                title=step.title,
                step=step.number,
            )
            for step in facts.steps
        ),
    ]


def point_on(point: Point, ends_on: date) -> date:
    """The day for which it is asked where a child is."""
    if point == Point.EXIT:
        return ends_on
    rule = "NH-03" if point == Point.SIX_MONTHS else "NH-04"
    due: date = statutory.due(rule, hub_place_ended=ends_on)
    return due


def asked_from(point: Point, ends_on: date) -> date:
    """From which day it may be recorded: on leaving from the last day, later a month
    before the day, so that nobody is late who asks in time.
    """
    day = point_on(point, ends_on)
    return day if point == Point.EXIT else day - BEFOREHAND


def check_destination_on(point: Point, on: date, *, ends_on: date) -> None:
    """Refuse to say where a child is before the child can be there (HUB-9)."""
    earliest = asked_from(point, ends_on)
    if on < earliest:
        raise RuleBroken(
            f"The place ends on {date_words(ends_on)}: give {date_words(earliest)} or "
            "a later day.",
            "on",
        )
    _check_of_this_place(on, ends_on=ends_on, field="on")


def _check_of_this_place(day: date, *, ends_on: date, field: str) -> None:
    """Refuse a day so long after a place that it is a slip."""
    latest = point_on(Point.TWELVE_MONTHS, ends_on) + HALF_A_YEAR
    if day > latest:
        raise RuleBroken(
            f"The place ends on {date_words(ends_on)}: give a day in the eighteen "
            f"months after it, until {date_words(latest)}.",
            field,
        )


def closed_words(day: date) -> str:
    """Why nobody is in school on a day; "" if somebody may be.

    The terms of each school are not kept: of the holidays, August and Christmas.
    """
    if day.month == AUGUST:
        return "in the summer holidays"
    if (day.month, day.day) >= CHRISTMAS or (day.month, day.day) == (1, 1):
        return "in the Christmas holidays"
    if day in ENGLAND.holidays:
        return "a bank holiday"
    return "" if day.weekday() < SATURDAY else f"a {day:%A}"


def check_talk_planned(
    planned_for: date, *, starts_on: date, ends_on: date, on: date, day_checked: bool
) -> None:
    """Refuse a talk on a day that is past, or one that prepares nothing (HUB-7).

    A day on which schools are closed is asked about once more.
    """
    if planned_for < on:
        raise RuleBroken(
            "This day is past. If the talk took place, record the talk instead.",
            "planned_for",
        )
    if planned_for < starts_on:
        raise RuleBroken(
            f"The place begins on {date_words(starts_on)} only.", "planned_for"
        )
    if on <= ends_on < planned_for:
        raise RuleBroken(
            f"The place ends on {date_words(ends_on)}: talk before that day.",
            "planned_for",
        )
    _check_of_this_place(planned_for, ends_on=ends_on, field="planned_for")
    closed = closed_words(planned_for)
    if closed and not day_checked:
        raise RuleBroken(
            f"{date_words(planned_for)} is {closed}. If the talk is meant for that "
            "day, tick this box.",
            "day_checked",
        )


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


def check_held_on(held_on: date, *, starts_on: date) -> None:
    """Refuse a talk about the end of a place before the place began."""
    if held_on < starts_on:
        raise RuleBroken(
            f"The place began on {date_words(starts_on)}: the talk is later.", "held_on"
        )


def check_step_by(day: date, *, held_on: date, ends_on: date, field: str) -> None:
    """Refuse a step before the talk that agreed on it, or long after the place."""
    if day < held_on:
        raise RuleBroken(
            f"The talk that agreed on it was on {date_words(held_on)}.", field
        )
    _check_of_this_place(day, ends_on=ends_on, field=field)


NO_SCHOOL = (Where.HOME, Where.AWAY, Where.NOT_KNOWN)
"""Where no school goes with it."""


def check_school(where: str, *, named: bool) -> None:
    """Refuse a school beside an answer that says there is none, and the reverse."""
    if where in NO_SCHOOL and named:
        raise RuleBroken("Leave the school empty, or choose another answer.", "setting")
    if where not in NO_SCHOOL and not named:
        raise RuleBroken("Choose the school.", "setting")
