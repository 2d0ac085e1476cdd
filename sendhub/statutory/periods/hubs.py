"""How long before and after the end of a nurture hub place things are done."""

from sendhub.statutory.counting.lengths import Length, Unit
from sendhub.statutory.periods.in_force import Periods, unchanged
from sendhub.statutory.sources.hubs import HUB_PAPER
from sendhub.statutory.sources.source import Evidence


def _months(name: str, number: int) -> Periods:
    length = Length(number, Unit.MONTHS)
    return unchanged(name, length, HUB_PAPER, Evidence.SECONDARY)


ARRANGE_THE_TALK = _months("arrange the talk about what follows a hub place", 2)
HOLD_THE_TALK = _months("hold the talk about what follows a hub place", 1)
ASK_AFTER_SIX = _months("ask where the child is half a year after a hub place", 6)
ASK_AFTER_TWELVE = _months("ask where the child is a year after a hub place", 12)
