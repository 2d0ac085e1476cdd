"""Where an invented child is taught, from nursery to college."""

from datetime import date, timedelta
from random import Random

from sendhub.demo.cast import Invented
from sendhub.demo.county import PRIMARY, SECONDARY, County
from sendhub.schools.models import Setting

SEPTEMBER = 9
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
