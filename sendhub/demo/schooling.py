"""Where an invented child is taught, from nursery to college."""

from datetime import date, timedelta
from random import Random

from sendhub.demo.cast import Invented
from sendhub.demo.county import PRIMARY, SECONDARY, County
from sendhub.demo.everyday import (
    ALTERNATIVE,
    COLLEGE,
    MAINSTREAM,
    NOWHERE,
    NURSERY,
    PRIMARY_UNTIL,
    RESOURCED,
    SEPTEMBER,
    SPECIAL,
    WITHOUT_SETTING,
    Like,
    last_september,
)
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category

Step = tuple[date, Setting | None]


def starts_at(who: Invented, age: int) -> date:
    """The first of September at which a child has reached an age."""
    birthday_year = who.born_on.year + age
    late = (who.born_on.month, who.born_on.day) > (SEPTEMBER, 1)
    return date(birthday_year + late, SEPTEMBER, 1)


def path(who: Invented, county: County, chance: Random) -> list[Step]:
    """Each setting with its first day; None from the day after school is left."""
    today = county.today
    primary = chance.choice(county.schools(who.half, PRIMARY))
    secondary = chance.choice(county.schools(who.half, SECONDARY))
    steps: list[Step] = [(starts_at(who, 4), primary), (starts_at(who, 11), secondary)]
    if chance.random() < 0.4:
        steps.append((starts_at(who, 18), county.named("Fircroft")))
        steps.append((starts_at(who, 21), None))
    else:
        steps.append((starts_at(who, 18), None))
    return [step for step in steps if step[0] <= today]


def everyday(who: Invented, like: Like, county: County, chance: Random) -> list[Step]:
    """Each setting of a child of an everyday story, up to the one of the plan.

    Where the plan names a special school, college or arrangement, the child moves
    there when it is issued; the steps here end before.
    """
    primary = chance.choice(county.schools(who.half, PRIMARY))
    secondary = chance.choice(county.schools(who.half, SECONDARY))
    steps: list[Step] = [(starts_at(who, 4), primary), (starts_at(who, 11), secondary)]
    if like.place == NURSERY:
        steps = [(starts_at(who, 2), county.of_kind(Category.EARLY_YEARS)[0])]
    if like.place == NOWHERE:
        steps.append((last_september(county.today), None))
    until = county.today - timedelta(days=like.since)
    if like.place in (MAINSTREAM, NURSERY, NOWHERE):
        until = county.today
    return [step for step in steps if step[0] <= until]


def named_for(like: Like, county: County, here: Setting | None) -> Setting | None:
    """The setting that the plan of an everyday story names."""
    if like.place in WITHOUT_SETTING:
        return None
    kinds = {
        SPECIAL: Category.SPECIAL,
        COLLEGE: Category.FURTHER_EDUCATION,
        NOWHERE: Category.FURTHER_EDUCATION,
        ALTERNATIVE: Category.ALTERNATIVE,
    }
    if like.place in kinds:
        return county.of_kind(kinds[like.place])[0]
    if like.place == RESOURCED:
        phase = SECONDARY if like.age >= PRIMARY_UNTIL else PRIMARY
        with_base = county.of_kind(Category.MAINSTREAM)
        return next(s for s in with_base if s.resourced_provision and s.phase == phase)
    return here


def special_for(who: Invented, on: date, county: County) -> Setting | None:
    """The special school that a plan would name, where one would."""
    age = who.age(on)
    if not 4 <= age < 19:
        return None
    if who.primary in ("SLD", "PMLD", "DS"):
        return county.named("Barrs Court" if age >= 11 else "Blackmarston")
    if who.primary == "SEMH" and age >= 7 and who.born_on.day % 3 == 0:
        return county.named("The Brookfield")
    if who.primary in ("ASD", "MLD") and who.born_on.day % 4 == 0:
        return county.named("Westfield")
    return None


def at(steps: list[Step], day: date) -> Setting | None:
    """The setting on a day."""
    there = [setting for start, setting in steps if start <= day]
    return there[-1] if there else None


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)
