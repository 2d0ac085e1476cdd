"""C-01 to C-03 as rules of their own: any event, and any period given in words.

The period is written as in the law: "within 6 weeks from", "15 days beginning with".
"""

from dataclasses import dataclass
from datetime import date

from sendhub.statutory.counting.lengths import Counting, Length, Unit
from sendhub.statutory.errors import BadFact
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.rule import Dates, Reckoned, Rule
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence, Source
from sendhub.statutory.words import date_words

CALENDAR = frozenset({Unit.MONTHS, Unit.YEARS})


@dataclass(frozen=True)
class Counted:
    """A period given in words, counted from a given day by one of the three rules."""

    counting: frozenset[Counting]
    units: frozenset[Unit]
    like: str
    source: Source
    evidence: Evidence

    @property
    def facts(self) -> tuple[str, ...]:
        return ("event", "period")

    @property
    def period(self) -> str:
        return "as given"

    @property
    def tables(self) -> tuple[Periods, ...]:
        return ()

    def reckon(self, given: Given) -> Reckoned:
        _, begins = given.first(("event",))
        length = Length.read(given.text("period"))
        if length.counting not in self.counting or length.unit not in self.units:
            raise BadFact(
                f"{given.rule_id} counts periods like '{self.like}', not"
                f" '{given.text('period')}'."
            )
        due = length.end(begins)
        return Reckoned(
            begins=begins,
            dates=Dates(due=due),
            source=self.source,
            evidence=self.evidence,
            explanation=explain(length, begins, due),
        )


def explain(length: Length, begins: date, due: date) -> str:
    counted = "is" if length.counting is Counting.BEGINNING_WITH else "is not"
    return (
        f"A period of {length.words} from {date_words(begins)}, when that day"
        f" {counted} counted, ends on {date_words(due)}."
    )


C_01 = Rule(
    id="C-01",
    title="Count a period after an event",
    trigger="A period runs 'within', 'from', 'of' or 'after' an event",
    who="Everyone",
    clock=Counted(
        frozenset({Counting.AFTER}),
        frozenset(Unit),
        "within 6 weeks from",
        sources.MARREN,
        Evidence.SECONDARY,
    ),
    sources=(sources.MARREN, sources.JSC_V_CAMBRIDGESHIRE),
    note=(
        "The day of the event is not counted. Weekends and holidays are. One decision"
        " of the ombudsman (23 013 824) counted it; four other dated sources do not."
    ),
)

C_02 = Rule(
    id="C-02",
    title="Count a period that begins with the day of an event",
    trigger="A period runs 'beginning with' or 'starting with' a day",
    who="Everyone",
    clock=Counted(
        frozenset({Counting.BEGINNING_WITH}),
        frozenset(Unit),
        "6 weeks starting with",
        sources.TIME_FOR_REPRESENTATIONS,
        Evidence.LAW,
    ),
    sources=(sources.TIME_FOR_REPRESENTATIONS,),
    note="The day of the event is the first day.",
)

C_03 = Rule(
    id="C-03",
    title="Count months and years",
    trigger="A period is given in months or years",
    who="Everyone",
    clock=Counted(
        frozenset(Counting),
        CALENDAR,
        "within 12 months of",
        sources.DODDS_V_WALKER,
        Evidence.SECONDARY,
    ),
    sources=(sources.DODDS_V_WALKER,),
    note="The same numbered day; if the month has none, its last day.",
)

RULES = (C_01, C_02, C_03)
