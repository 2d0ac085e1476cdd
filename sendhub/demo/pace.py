"""How fast one request is followed: days from its receipt to each step. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sendhub.demo.diary import workday

IN_TIME_PER_CENT = 56


@dataclass(frozen=True)
class Pace:
    """Days from the request to each step, in order."""

    told: int
    asked: int
    decided: int
    served: int
    issued: int
    advice_late: float

    def day(self, received_on: date, step: str) -> date:
        """The working day of a step."""
        return workday(received_on + timedelta(days=getattr(self, step)))


def pace(chance: Random, *, in_time: bool) -> Pace:
    """Make a pace that ends within the twenty weeks, or well after."""
    told = chance.randint(24, 41) if in_time else chance.randint(33, 42)
    asked = told + chance.randint(2, 4)
    decided = chance.randint(88, 106) if in_time else chance.randint(104, 150)
    served = decided + chance.randint(4, 9)
    if in_time:
        issued = chance.randint(served + 17, 140)
    else:
        issued = max(served + 17, 145) + chance.randint(0, 60)
    return Pace(told, asked, decided, served, issued, 0.1 if in_time else 0.3)


def in_time(number: int) -> bool:
    """Spread what is in time evenly, so that any stretch of plans has its share."""
    return number * IN_TIME_PER_CENT % 100 < IN_TIME_PER_CENT
