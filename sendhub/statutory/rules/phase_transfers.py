"""Changes of phase: rules PT-01 to PT-04 (SEND Regulations 2014, reg. 18).

The Regulations say "before 15 February" and "before 31 March"; the Code, the ombudsman
and councils say "by". The day before is safe, and lateness is reported from the day.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sendhub.statutory.errors import FactsDisagree, NoDate, NotYetLaw
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods import reviews as periods
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.rule import Dates, FromTables, Reckoned, Rule
from sendhub.statutory.sources import reviews as sources
from sendhub.statutory.sources.source import Evidence, Source
from sendhub.statutory.words import MONTHS, date_words

ONE_DAY = timedelta(days=1)
TO_SCHOOL = (
    "early years->school",
    "infant->junior",
    "primary->middle",
    "primary->secondary",
    "middle->secondary",
)
LEAVES_SIXTH_FORM = "sixth form->college"
TO_POST_16 = ("secondary->post16", LEAVES_SIXTH_FORM)
WITHIN_POST_16 = ("post16->post16",)
RULE_OF = {
    **dict.fromkeys(TO_SCHOOL, "PT-01"),
    **dict.fromkeys(TO_POST_16, "PT-02"),
    **dict.fromkeys(WITHIN_POST_16, "PT-03"),
}
YEARS = {
    "early years->school": "starting Reception",
    "infant->junior": "moving from Year 2 to Year 3",
    "primary->middle": "moving to a middle school in Year 5 or 6",
    "primary->secondary": "moving from Year 6 to Year 7",
    "middle->secondary": "moving from Year 8 to Year 9",
    "secondary->post16": "moving from Year 11 to Year 12",
    LEAVES_SIXTH_FORM: "leaving a school sixth form for a college",
}
"""The years of each change; those of middle schools have not been checked."""


@dataclass(frozen=True)
class FixedDay:
    """A day of the calendar year of the transfer, for years from one to another."""

    from_year: int
    month: int
    day: int
    source: Source
    evidence: Evidence

    def of(self, year: int) -> date:
        return date(year, self.month, self.day)

    def __str__(self) -> str:
        return f"{self.day} {MONTHS[self.month - 1]}"


FEBRUARY = (FixedDay(2015, 2, 15, sources.PHASE, Evidence.LAW),)
MAY_2015 = FixedDay(2015, 5, 31, sources.PHASE_2015, Evidence.LAW)
MARCH = (MAY_2015, FixedDay(2016, 3, 31, sources.PHASE_POST_16, Evidence.LAW))


def check_kind(given: Given, own: tuple[str, ...]) -> None:
    """Refuse a change of phase that another rule is about."""
    kind = given.said("transfer")
    if kind is not None and kind not in own:
        raise NoDate(f"{given.rule_id} is not about {kind}: {RULE_OF[kind]} is.")


def last_safe_meeting(due: date) -> date:
    """The last meeting whose whole twelve weeks end by the date (AR-09)."""
    return periods.PHASE_MEETING.in_force(due).length.back(due)


def says(kind: str | None, due: date, strict: date, safe: date) -> str:
    """The fixed day, the safe one and what is left after the last safe meeting."""
    whose = f" of anyone {YEARS[kind]}" if kind else ""
    weeks = periods.PHASE_MEETING.in_force(due).length.words
    day = f"{strict.day} {MONTHS[strict.month - 1]}"
    return (
        f"The council must review and amend the plan{whose}, naming the next school or"
        f" college, before {date_words(due)}: {day} is safe, and a review"
        f" meeting by {date_words(safe)} leaves {weeks} up to {date_words(due)}."
    )


@dataclass(frozen=True)
class BeforeTheDay:
    """Before a fixed day of the calendar year in which the child moves on."""

    kinds: tuple[str, ...]
    days: tuple[FixedDay, ...]
    only_year: int | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        return ("transfer_year", "transfer_date", "transfer")

    @property
    def period(self) -> str:
        return f"before {self.days[-1]} of the year of transfer"

    @property
    def evidence(self) -> Evidence:
        return self.days[-1].evidence

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (periods.PHASE_MEETING,)

    def year(self, given: Given) -> int:
        """The calendar year of the transfer."""
        year, on = given.number("transfer_year"), given.day("transfer_date")
        if year is None:
            return given.first(("transfer_date",))[1].year
        if on is not None and on.year != year:
            raise FactsDisagree(
                f"{given.rule_id}: the transfer is on {date_words(on)}, not in {year}."
            )
        return year

    def law(self, given: Given, year: int) -> FixedDay:
        """The day that was law for the transfers of a year."""
        if self.only_year not in (None, year):
            raise NoDate(
                f"{given.rule_id} was for transfers in {self.only_year} only; for"
                f" {year} ask {RULE_OF[self.kinds[0]]}."
            )
        for line in reversed(self.days):
            if line.from_year <= year:
                return line
        raise NotYetLaw(
            f"The law has set a day for changes of phase since"
            f" {self.days[0].from_year}; {year} is earlier."
        )

    def reckon(self, given: Given) -> Reckoned:
        check_kind(given, self.kinds)
        year = self.year(given)
        law = self.law(given, year)
        due = law.of(year)
        strict = due - ONE_DAY
        safe = last_safe_meeting(due)
        kind = given.said("transfer")
        unread = kind == LEAVES_SIXTH_FORM
        return Reckoned(
            begins=None,
            dates=Dates(due=due, strict_before=strict, last_safe_meeting=safe),
            source=law.source,
            evidence=Evidence.UNVERIFIED if unread else law.evidence,
            explanation=says(kind, due, strict, safe),
        )


@dataclass(frozen=True)
class MonthsBefore(FromTables):
    """At least five months before a transfer at any other time."""

    before: Periods = periods.BEFORE_LATE_PHASE
    meeting: Periods = periods.PHASE_MEETING

    @property
    def facts(self) -> tuple[str, ...]:
        return ("transfer_date", "transfer")

    @property
    def period(self) -> str:
        return f"at least {self.before.latest.length} before the transfer"

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.before, self.meeting)

    def reckon(self, given: Given) -> Reckoned:
        check_kind(given, WITHIN_POST_16)
        _, moves = given.first(("transfer_date",))
        law = self.before.in_force(moves)
        due = law.length.back(moves)
        return Reckoned(
            begins=None,
            dates=Dates(due=due, last_safe_meeting=last_safe_meeting(due)),
            source=law.source,
            evidence=law.evidence,
            explanation=(
                "The council must review and amend the plan, naming the next college,"
                f" at least {law.length.words} before the transfer on"
                f" {date_words(moves)}: by {date_words(due)}."
            ),
        )


PT_01 = Rule(
    id="PT-01",
    title="Name the next school before 15 February",
    trigger="The child moves on to school, junior, middle or secondary school",
    who="The council",
    clock=BeforeTheDay(TO_SCHOOL, FEBRUARY),
    met_by=("plan_sent",),
    sources=(sources.PHASE, sources.CODE_ON_PHASES, sources.DEVON),
    note=(
        "Strictly by 14 February, the earlier date shown; the Code and the ombudsman"
        " count 15 February. The last safe meeting is twelve weeks before the 15th; a"
        " day earlier keeps the strict date too. For children starting Reception, or"
        " moving from Year 2 to 3 (infant to junior), Year 6 to 7, Year 8 to 9 (from a"
        " middle school), or to a middle school in Year 5 or 6 (not checked). The times"
        " of a review (AR-03 to AR-09) run inside it; one council wants its reviews by"
        " the second week of January, another the family's wishes by 20 September of"
        " the year before."
    ),
)

PT_02 = Rule(
    id="PT-02",
    title="Name the next place before 31 March",
    trigger="The young person moves on from secondary school to a post-16 place",
    who="The council",
    clock=BeforeTheDay(TO_POST_16, MARCH),
    met_by=("plan_sent",),
    sources=(
        sources.PHASE_POST_16,
        sources.PHASE_2015,
        sources.CODE_ON_PHASES,
        sources.DEVON,
    ),
    note=(
        "Strictly by 30 March. For young people moving from Year 11 to 12. Whether"
        " those who leave a school sixth form in Year 12 to 14 for a college are meant"
        " too has not been checked. In 2015 it was 31 May (PT-04)."
    ),
)

PT_03 = Rule(
    id="PT-03",
    title="Name the next college five months before",
    trigger="The young person moves from one post-16 place to another",
    who="The council",
    clock=MonthsBefore(),
    met_by=("plan_sent",),
    sources=(sources.PHASE_OTHER, sources.DEVON),
)

PT_04 = Rule(
    id="PT-04",
    title="Name the next place before 31 May 2015",
    trigger="The young person moved on to a post-16 place on 1 September 2015",
    who="The council",
    clock=BeforeTheDay(TO_POST_16, (MAY_2015,), only_year=2015),
    met_by=("plan_sent",),
    sources=(sources.PHASE_2015, sources.DEVON),
    note="For history only.",
)

RULES = (PT_01, PT_02, PT_03, PT_04)
