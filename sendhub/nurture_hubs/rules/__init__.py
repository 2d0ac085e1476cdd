"""Words, ages and dates of nurture hubs. Pure."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from sendhub.core.errors import RuleBroken
from sendhub.statutory.words import date_words

USUAL_PLACES = 7
"""Places of a hub unless set otherwise (seed 34)."""
FROM_OTHER_SCHOOLS = 2
"""Children whom each hub takes from other schools in a school year (seed 34)."""
FIRST_YEAR, LAST_YEAR = 2020, 2090
"""What the board can show: from before the first hubs on."""
AUGUST, SEPTEMBER = 8, 9


class Phase(TextChoices):
    """The schools that a hub is for."""

    PRIMARY = "primary", "Primary: early years and key stage 1"
    SECONDARY = "secondary", "Secondary"


class Party(TextChoices):
    """Who must agree before a child may enter (HUB-3)."""

    COORDINATOR = "coordinator", "Nurture hub coordinator"
    SCHOOL = "school", "Hub school"


class Need(TextChoices):
    """How pressing a referral is; the waiting list goes by it first."""

    URGENT = "1", "Urgent: may lose the school place"
    HIGH = "2", "High"
    USUAL = "3", "Usual"


URGENCY = {
    Need.URGENT: "urgent need",
    Need.HIGH: "high need",
    Need.USUAL: "usual need",
}


class Standing(TextChoices):
    """Where a referral stands."""

    REFERRED = "referred", "Referred"
    WAITING = "waiting", "Waiting for a place"
    PLACED = "placed", "Has or had a place"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"
    MISTAKE = "mistake", "Recorded by mistake"


OPEN = frozenset({Standing.REFERRED, Standing.WAITING})
"""Referrals that still ask for a place."""
TONES = {
    Standing.REFERRED: "info",
    Standing.WAITING: "soon",
    Standing.PLACED: "good",
    Standing.REFUSED: "plain",
    Standing.WITHDRAWN: "plain",
    Standing.MISTAKE: "plain",
}
NO_PLACE = frozenset({Standing.REFUSED, Standing.WITHDRAWN})
ENDED = NO_PLACE | {Standing.MISTAKE}
"""Referrals that ended without a place; a mistake counts nowhere (ADR 27)."""


class VisitKind(TextChoices):
    """What the Behaviour Support Team came for (HUB-2)."""

    OBSERVATION = "observation", "Observation"
    ADVICE = "advice", "Advice"


def school_year(day: date) -> int:
    """The year in which the school year of a day began."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


def year_read(typed: str) -> int | None:
    """The school year that an address asks for, if the board can show it."""
    year = int(typed) if re.fullmatch("[0-9]{4}", typed) else 0
    return year if FIRST_YEAR <= year < LAST_YEAR else None


def year_bounds(year: int) -> tuple[date, date]:
    """The first and the last day of a school year."""
    return date(year, SEPTEMBER, 1), date(year + 1, AUGUST, 31)


def year_words(year: int) -> str:
    """A school year as people write it."""
    return f"{year}/{(year + 1) % 100:02}"


def school_years(starts_on: date, ends_on: date) -> range:
    """Every school year that some days touch."""
    return range(school_year(starts_on), school_year(ends_on) + 1)


def last_day(starts_on: date) -> date:
    """The last day that a place may have: strictly within twelve months (HUB-5).

    As the database counts: a year after 29 February is 28 February.
    """
    try:
        anniversary = starts_on.replace(year=starts_on.year + 1)
    except ValueError:
        anniversary = starts_on.replace(year=starts_on.year + 1, day=28)
    return anniversary - timedelta(days=1)


class PlaceState(TextChoices):
    """Where a place stands on a day."""

    AHEAD = "ahead", "Promised"
    NOW = "now", "In the hub"
    OVER = "over", "Over"
    BACK = "back", "Taken back"

    @property
    def tone(self) -> str:
        """How it is coloured."""
        return {"ahead": "info", "now": "good"}.get(self.value, "plain")


def place_state(
    starts_on: date, ends_on: date, *, taken_back: bool, on: date
) -> PlaceState:
    """Say where a place stands."""
    if taken_back:
        return PlaceState.BACK
    if on < starts_on:
        return PlaceState.AHEAD
    return PlaceState.NOW if on <= ends_on else PlaceState.OVER


def check_stay(starts_on: date, ends_on: date, *, not_before: date) -> None:
    """Refuse days out of order, in the past, or beyond twelve months (HUB-5)."""
    if starts_on < not_before:
        raise RuleBroken(
            "A place is promised for days to come: give "
            f"{date_words(not_before)} or a later day.",
            "starts_on",
        )
    if ends_on < starts_on:
        raise RuleBroken("It cannot end before it starts.", "ends_on")
    latest = last_day(starts_on)
    if ends_on > latest:
        raise RuleBroken(
            f"A place lasts at most twelve months: until {date_words(latest)}.",
            "ends_on",
        )


def check_open(
    starts_on: date, ends_on: date, *, opens_on: date, closes_on: date | None
) -> None:
    """Refuse days on which the hub is not open (HUB-1)."""
    if starts_on < opens_on:
        raise RuleBroken(f"The hub opens on {date_words(opens_on)}.", "starts_on")
    if closes_on and ends_on > closes_on:
        raise RuleBroken(
            f"The hub closes: its last day is {date_words(closes_on)}.",
            "starts_on" if starts_on > closes_on else "ends_on",
        )


Days = tuple[date, date | None]


def check_not_paused(starts_on: date, pauses: Iterable[Days]) -> None:
    """Refuse a first day on which nobody may start (HUB-1)."""
    for first, last in pauses:
        if first <= starts_on and (last is None or starts_on <= last):
            until = f" until {date_words(last)}" if last else ""
            raise RuleBroken(
                f"The hub is paused from {date_words(first)}{until}: nobody new may "
                "start.",
                "starts_on",
            )


def next_start(
    starts_on: date,
    ends_on: date,
    *,
    full: Collection[date],
    pauses: Iterable[Days],
    until: date,
) -> date | None:
    """The first day from which as many days are free; None if none before `until`."""
    length, pauses = ends_on - starts_on, list(pauses)
    start = starts_on
    while start + length <= until:
        taken = [day for day in full if start <= day <= start + length]
        paused = [p for p in pauses if p[0] <= start <= (p[1] or until)]
        if not taken and not paused:
            return start
        last = max([*taken, *(last or until for _, last in paused)])
        start = last + timedelta(days=1)
    return None


def age_on(born_on: date, day: date) -> int:
    """How old a child is on a day, in whole years."""
    before = (day.month, day.day) < (born_on.month, born_on.day)
    return day.year - born_on.year - before


def check_age(born_on: date, *, on: date, ages: tuple[int, int]) -> None:
    """Refuse a child who is too young or too old on the first day."""
    age = age_on(born_on, on)
    youngest, oldest = ages
    if not youngest <= age <= oldest:
        raise RuleBroken(
            f"The child is {age} on that day; this hub is for children of {youngest} "
            f"to {oldest}.",
            "starts_on",
        )


def age_words(born_on: date, *, on: date, ages: tuple[int, int]) -> str:
    """Why a child cannot enter on a day because of its age; "" where it can."""
    age, (youngest, oldest) = age_on(born_on, on), ages
    takes = f"the hub takes children of {youngest} to {oldest} on their first day"
    if age > oldest:
        return f"The child is {age}: {takes}."
    if age < youngest:
        first = date_words(birthday(born_on, youngest))
        return f"The child is {age}: {takes}. No place can start before {first}."
    return ""


def birthday(born_on: date, age: int) -> date:
    """The day on which a child turns so old; of 29 February, 1 March."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def check_can_fit(
    born_on: date, *, ages: tuple[int, int], first: date, last: date | None
) -> None:
    """Refuse a hub that the child can never enter, too old already or never in time.

    `first` and `last` are the days from and until which a place there could start.
    """
    youngest, oldest = ages
    said = age_words(born_on, on=first, ages=ages)
    late = last is not None and birthday(born_on, youngest) > last
    if age_on(born_on, first) > oldest:
        raise RuleBroken(f"{said} Choose another hub, or record a refusal.", "hub")
    if late and last:
        raise RuleBroken(f"{said} The hub closes on {date_words(last)}.", "hub")


def check_agreed(parties: Iterable[str]) -> None:
    """Both must have agreed before a child may enter (HUB-3)."""
    there = set(parties)
    missing = [party.label for party in Party if party not in there]
    if missing:
        raise RuleBroken(f"Not agreed yet: {' and '.join(missing).lower()}.")


def weeks_between(start: date, end: date) -> int:
    """How many whole weeks passed."""
    return max(0, (end - start).days) // 7


def order_words(
    need: str, *, from_host: bool, others_first: bool, waits_since: date
) -> str:
    """Why a child stands where it does in the waiting list, in the order's terms."""
    school = "a host" if from_host else "another"
    parts = [
        URGENCY[Need(need)],
        *([f"from {school} school"] if others_first else []),
        f"waits since {date_words(waits_since)}",
    ]
    words = ", ".join(parts)
    return words[0].upper() + words[1:]


@dataclass(frozen=True)
class Turn:
    """Where a child stands in the waiting list of one hub.

    `full`: no place is free today; `kept`: what is free goes to children of other
    schools first; `before`: how many children stand before this one.
    """

    full: bool
    kept: bool
    before: int


def why_waiting(turns: Collection[Turn]) -> str:
    """Why a child has no place yet, ending a sentence (HUB-6, HUB-10).

    Of several hubs the one counts in which the child is nearest to a place.
    """
    if all(turn.full for turn in turns):
        return "at the moment every place is taken"
    near = [turn for turn in turns if not turn.full]
    if all(turn.kept for turn in near):
        return (
            "the next places go to children of other schools, for each hub must take "
            "two of them in a school year"
        )
    if all(turn.before for turn in near if not turn.kept):
        return "a place is free, but others come first on the waiting list"
    return "we are agreeing with the hub on the first day"
