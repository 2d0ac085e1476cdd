"""What is measured of a child in a hub: scales, their limits and their words. Pure.

Of the Boxall Profile only the numbers of its strands are kept, by letter: its items
and their words belong to its publisher.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import TextChoices

from sendhub.core.errors import RuleBroken
from sendhub.statutory.words import date_words


class Stage(TextChoices):
    """When it was measured (HUB-9)."""

    REFERRAL = "1", "At referral"
    ENTRY = "2", "At entry"
    MID = "3", "Half-way"
    EXIT = "4", "At exit"


class Instrument(TextChoices):
    """What it was measured with."""

    BOXALL = "boxall", "Boxall Profile"
    SDQ = "sdq", "Strengths and Difficulties Questionnaire (SDQ)"
    ATTENDANCE = "attendance", "Attendance"
    EXCLUSIONS = "exclusions", "Suspensions and exclusions"


@dataclass(frozen=True)
class Scale:
    """One number of an instrument, and between what it lies."""

    key: str
    label: str
    instrument: Instrument
    most: int
    more_is_better: bool
    places: int = 0


def _boxall(letters: str, what: str, more_is_better: bool) -> list[Scale]:
    return [
        Scale(
            f"boxall_{letter.lower()}",
            f"{what} {letter}",
            Instrument.BOXALL,
            40,
            more_is_better,
        )
        for letter in letters
    ]


def _sdq(key: str, label: str, more_is_better: bool = False) -> Scale:
    return Scale(f"sdq_{key}", label, Instrument.SDQ, 10, more_is_better)


_SCALES = (
    *_boxall("ABCDEFGHIJ", "Developmental strand", True),
    *_boxall("QRSTUVWXYZ", "Diagnostic strand", False),
    _sdq("emotional", "Emotional"),
    _sdq("conduct", "Conduct"),
    _sdq("hyperactivity", "Hyperactivity"),
    _sdq("peer", "Peer problems"),
    _sdq("prosocial", "Prosocial", True),
    _sdq("impact", "Impact"),
    Scale(
        "attendance",
        "Sessions attended in the last term, %",
        Instrument.ATTENDANCE,
        100,
        True,
        1,
    ),
    Scale(
        "suspensions",
        "Suspensions in the last term",
        Instrument.EXCLUSIONS,
        60,
        False,
    ),
    Scale(
        "days_out",
        "Days suspended in the last term",
        Instrument.EXCLUSIONS,
        95,
        False,
        1,
    ),
)
SCALES: Mapping[str, Scale] = {scale.key: scale for scale in _SCALES}
DIFFICULTIES = ("sdq_emotional", "sdq_conduct", "sdq_hyperactivity", "sdq_peer")
"""What the total of the SDQ adds up: 0 to 40, less is better."""
MAY_BE_LEFT_OUT = ("sdq_impact",)
"""The short SDQ has no impact supplement; of the Boxall Profile any may be left out."""
EXIT_NEAR = timedelta(weeks=6)
"""How long before the last day a child is measured at exit: our own mark, the last
half of a term; the hubs have set none."""
MOST_RATED = 10
"""A target is rated from 0 (not begun) to 10 (reached)."""


def scales_of(instrument: str) -> list[Scale]:
    """The numbers that an instrument asks for, in order."""
    return [scale for scale in _SCALES if scale.instrument == instrument]


def may_be_left_out(scale: Scale) -> bool:
    """Whether a measure is kept without this number."""
    return scale.instrument == Instrument.BOXALL or scale.key in MAY_BE_LEFT_OUT


@dataclass(frozen=True)
class Total:
    """Several numbers added up, as the people who use an instrument read it."""

    label: str
    of: tuple[str, ...]
    more_is_better: bool


TOTALS = (
    Total(
        "Boxall: developmental strands",
        tuple(s.key for s in _SCALES if s.label.startswith("Developmental")),
        True,
    ),
    Total(
        "Boxall: diagnostic strands",
        tuple(s.key for s in _SCALES if s.label.startswith("Diagnostic")),
        False,
    ),
    Total("SDQ: total difficulties", DIFFICULTIES, False),
    Total("SDQ: prosocial", ("sdq_prosocial",), True),
    Total("Attendance, %", ("attendance",), True),
    Total("Suspensions", ("suspensions",), False),
    Total("Days suspended", ("days_out",), False),
)


def total(scores: Mapping[str, Decimal], of: Total) -> Decimal | None:
    """The sum of some numbers; None unless every one of them is there."""
    if any(key not in scores for key in of.of):
        return None
    return sum((scores[key] for key in of.of), Decimal(0))


def check_scores(instrument: str, scores: Mapping[str, Decimal]) -> None:
    """Refuse a number of another instrument, out of its limits, or none at all."""
    if not scores:
        raise RuleBroken("Enter at least one number.")
    for key, value in scores.items():
        scale = SCALES.get(key)
        if scale is None or scale.instrument != instrument:
            raise RuleBroken("This number belongs to another measure.", key)
        if not 0 <= value <= scale.most:
            raise RuleBroken(f"{scale.label} must be from 0 to {scale.most}.", key)
    for scale in scales_of(instrument):
        if scale.key not in scores and not may_be_left_out(scale):
            raise RuleBroken(f"Enter {lower(scale.label)}.", scale.key)


def lower(label: str) -> str:
    """A label inside a sentence."""
    return label[0].lower() + label[1:]


def check_measured(
    stage: Stage,
    measured_on: date,
    *,
    referred_on: date,
    others: Iterable[tuple[Stage, date]],
) -> None:
    """Refuse stages out of order: an exit before the entry, an entry before referral.

    What a school measured before it referred the child is a measure at referral.
    """
    if stage != Stage.REFERRAL and measured_on < referred_on:
        raise RuleBroken(
            f"The child was referred on {date_words(referred_on)}: what was measured "
            f"before is a measure {lower(Stage.REFERRAL.label)}.",
            "measured_on",
        )
    for other, day in others:
        if other < stage and measured_on < day:
            raise RuleBroken(_order(stage, "before", other, day), "measured_on")
        if other > stage and measured_on > day:
            raise RuleBroken(_order(stage, "after", other, day), "measured_on")


def check_in_hub(
    stage: Stage, measured_on: date, *, stay: tuple[date, date] | None, on: date
) -> None:
    """Refuse what only a child in a hub can be measured for (HUB-9).

    `stay` are the first and the last day of the referral's place, if it has one. A
    hub may measure at entry some days before the child comes, once the child came.
    """
    if stage == Stage.REFERRAL:
        return
    if stay is None or on < stay[0]:
        raise RuleBroken(
            "The child has not started in a hub: until then it is a measure "
            f"{lower(Stage.REFERRAL.label)}.",
            "stage",
        )
    starts_on, ends_on = stay
    if stage != Stage.ENTRY and measured_on < starts_on:
        raise RuleBroken(
            f"The child started in the hub on {date_words(starts_on)}.", "measured_on"
        )
    if stage == Stage.EXIT and measured_on < ends_on - EXIT_NEAR:
        earliest = date_words(ends_on - EXIT_NEAR)
        raise RuleBroken(
            f"The place ends on {date_words(ends_on)}: what is measured at exit is "
            f"measured on {earliest} or later. Before that it is half-way.",
            "measured_on",
        )


def check_rated(
    stage: Stage, *, stay: tuple[date, date] | None, on: date, field: str
) -> None:
    """Refuse to rate today what only a child in a hub, or about to leave it, can show.

    A rating has no day of its own: it is true of the day on which it is recorded.
    """
    if stay is None or on < stay[0]:
        raise RuleBroken("The child has not started in a hub.", field)
    if stage == Stage.EXIT and on < stay[1] - EXIT_NEAR:
        raise RuleBroken(
            f"The place ends on {date_words(stay[1])}: rate it at exit from "
            f"{date_words(stay[1] - EXIT_NEAR)}. Before that it is half-way.",
            field,
        )


def _order(stage: Stage, when: str, other: Stage, day: date) -> str:
    said = f"What is measured {lower(stage.label)} cannot be {when} what was measured"
    return f"{said} {lower(other.label)}, on {date_words(day)}."
