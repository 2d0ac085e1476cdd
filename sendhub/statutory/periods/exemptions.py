"""The lengths inside the exemptions, by the law in force (regs. 5(4), 10(4), 13(3))."""

from sendhub.statutory.counting.lengths import Length, Unit
from sendhub.statutory.periods.in_force import PART_3_BEGINS, InForce, Periods
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence

CLOSURE = Periods(
    "count a school as closed",
    InForce(
        PART_3_BEGINS, Length(4, Unit.WEEKS), sources.EXEMPTIONS, Evidence.SECONDARY
    ),
)

WINDOW = Periods(
    "ask for advice before a closure",
    InForce(
        PART_3_BEGINS, Length(7, Unit.DAYS), sources.EXEMPTIONS, Evidence.SECONDARY
    ),
)

ABSENCE = Periods(
    "count somebody as absent",
    InForce(
        PART_3_BEGINS, Length(4, Unit.WEEKS), sources.EXEMPTIONS, Evidence.SECONDARY
    ),
)

TABLES = (CLOSURE, WINDOW, ABSENCE)
