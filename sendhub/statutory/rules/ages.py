"""Ages as rules, with the dates on which they change something: AG-01 to AG-07.

Our own numbers, for section 14 of the source of this book. Nobody can be late for a
birthday: these dates have no status. `people.py` has the functions, and year groups.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sendhub.statutory import people
from sendhub.statutory.academic_year import academic_year_of
from sendhub.statutory.clocks.kinds import Duty, With
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.rule import Dates, Reckoned, Rule
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence, Source
from sendhub.statutory.words import date_words

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Age:
    """A date that follows from the date of birth."""

    at: Callable[[date], date]
    says: str
    source: Source
    evidence: Evidence
    words: str

    @property
    def facts(self) -> tuple[str, ...]:
        return ("born_on",)

    @property
    def period(self) -> str:
        return self.words

    @property
    def tables(self) -> tuple[Periods, ...]:
        return ()

    def reckon(self, given: Given) -> Reckoned:
        _, born_on = given.first(("born_on",))
        due = self.at(born_on)
        return Reckoned(
            begins=born_on,
            dates=Dates(due=due),
            source=self.source,
            evidence=self.evidence,
            explanation=self.says.format(
                begins=date_words(born_on), due=date_words(due)
            ),
            binds=False,
        )


@dataclass(frozen=True)
class RightsPass:
    """When the rights pass, to whom, and for how long a young person holds them."""

    source: Source
    evidence: Evidence

    @property
    def facts(self) -> tuple[str, ...]:
        return ("born_on", "lacks_capacity", "representative")

    @property
    def period(self) -> str:
        return "from the end of compulsory school age to the 25th birthday"

    @property
    def tables(self) -> tuple[Periods, ...]:
        return ()

    def reckon(self, given: Given) -> Reckoned:
        _, born_on = given.first(("born_on",))
        due = people.compulsory_school_age_ends(born_on) + ONE_DAY
        until = people.turns(born_on, people.YOUNG_PERSON_UNDER) - ONE_DAY
        holder = people.rights_holder(
            born_on,
            due,
            lacks_capacity=given.said("lacks_capacity") == "yes",
            has_representative=given.said("representative") != "no",
        )
        return Reckoned(
            begins=born_on,
            dates=Dates(due=due, until=until),
            source=self.source,
            evidence=self.evidence,
            explanation=(
                f"For someone born on {date_words(born_on)} the rights are the parent's"
                f" until {date_words(due - ONE_DAY)}, and from {date_words(due)} until"
                f" {date_words(until)} {HOLDS[holder]}."
            ),
            binds=False,
        )


HOLDS = {
    people.RightsHolder.YOUNG_PERSON: "they are the young person's",
    people.RightsHolder.REPRESENTATIVE: (
        "a representative, or where there is none the parent, acts for the young person"
        " in what that person lacks capacity to decide"
    ),
    people.RightsHolder.PARENT: (
        "the parent acts for the young person in what that person lacks capacity to"
        " decide"
    ),
}


@dataclass(frozen=True)
class SchoolYear:
    """The year group on a day, and the last day of it."""

    source: Source
    evidence: Evidence

    @property
    def facts(self) -> tuple[str, ...]:
        return ("born_on", "event")

    @property
    def period(self) -> str:
        return "from 1 September to 31 August"

    @property
    def tables(self) -> tuple[Periods, ...]:
        return ()

    def reckon(self, given: Given) -> Reckoned:
        _, born_on = given.first(("born_on",))
        _, on = given.first(("event",))
        people.age_on(born_on, on)  # refuses a day before the birth
        year = academic_year_of(on)
        return Reckoned(
            begins=year.starts_on,
            dates=Dates(due=year.ends_on),
            source=self.source,
            evidence=self.evidence,
            explanation=(
                f"By age, someone born on {date_words(born_on)} is in the year group"
                f" '{people.year_group(born_on, on).label}' from"
                f" {date_words(year.starts_on)} until {date_words(year.ends_on)}."
            ),
            binds=False,
        )


AG_01 = Rule(
    id="AG-01",
    title="Compulsory school age begins",
    trigger="A child is born",
    who="The child and the parents",
    clock=Age(
        people.compulsory_school_age_begins,
        "A child born on {begins} is of compulsory school age from {due}, the"
        " 31 December, 31 March or 31 August on or after the fifth birthday, and from"
        " then on must have a suitable education, at school or otherwise.",
        sources.COMPULSORY_SCHOOL_AGE,
        Evidence.SECONDARY,
        "on or after the 5th birthday",
    ),
    sources=(sources.COMPULSORY_SCHOOL_AGE,),
)

AG_02 = Rule(
    id="AG-02",
    title="Compulsory school age ends",
    trigger="A child is born",
    who="The child and the parents",
    clock=Age(
        people.compulsory_school_age_ends,
        "Someone born on {begins} is of compulsory school age up to and including"
        " {due}, the last Friday in June of the school year of the sixteenth birthday.",
        sources.COMPULSORY_SCHOOL_AGE,
        Evidence.SECONDARY,
        "in the school year of the 16th birthday",
    ),
    sources=(sources.COMPULSORY_SCHOOL_AGE,),
)

AG_03 = Rule(
    id="AG-03",
    title="The rights pass to the young person",
    trigger="Compulsory school age ends",
    who="The young person, a representative or the parent",
    clock=RightsPass(sources.YOUNG_PERSON, Evidence.SECONDARY),
    sources=(sources.YOUNG_PERSON, sources.WITHOUT_CAPACITY),
    note=(
        "A representative is a deputy or attorney (Mental Capacity Act 2005; regs. 63"
        " to 65). Capacity is asked decision by decision. The rights end on the day"
        " before the 25th birthday; a plan may run to the end of that academic year"
        " (CE-05)."
    ),
)

AG_04 = Rule(
    id="AG-04",
    title="Have the plan on the first day in a special school",
    trigger="A child starts in a special school or base, not on an assessment place",
    who="The council",
    clock=With(
        "special_place_from",
        "Your child needs a plan on {begins}, the first day in the special school or"
        " base, unless the place is for an assessment.",
        sources.SPECIAL_SCHOOL_NEEDS_PLAN,
        Evidence.SECONDARY,
        beforehand=True,
    ),
    met_by=("plan_date",),
    sources=(sources.SPECIAL_SCHOOL_NEEDS_PLAN,),
    exemption="An assessment place, which needs no plan (s. 34).",
    note="The plan must exist on the first day, not when the place is promised.",
)

AG_05 = Rule(
    id="AG-05",
    title="A health body tells of a young child with special needs",
    trigger="A health body thinks a child under school age has or may have SEN",
    who="The health body",
    clock=Duty(
        "A health body that thinks a child under school age has or may have special"
        " educational needs must tell the parent and then the council.",
        sources.HEALTH_BODY_TELLS,
        Evidence.SECONDARY,
    ),
    sources=(sources.HEALTH_BODY_TELLS,),
    note="An intake of its own; it is no request, but the council becomes responsible.",
)

AG_06 = Rule(
    id="AG-06",
    title="The year group by age",
    trigger="A school year begins",
    who="The child",
    clock=SchoolYear(sources.SCHOOL_YEARS, Evidence.UNVERIFIED),
    sources=(sources.SCHOOL_YEARS,),
    note=(
        "From the age on the 31 August before the school year. A child who is taught"
        " out of year has another; that is a fact about the child."
    ),
)

AG_07 = Rule(
    id="AG-07",
    title="Eighteen years old",
    trigger="A child is born",
    who="The young person",
    clock=Age(
        people.comes_of_age,
        "Someone born on {begins} turns 18 on {due}, and is an adult from then on.",
        sources.EIGHTEEN,
        Evidence.SECONDARY,
        "on the 18th birthday",
    ),
    sources=(sources.EIGHTEEN,),
    note=(
        "Someone born on 29 February turns 18 on 1 March; a time limit would end on"
        " 28 February instead (C-03). From 18 on a plan may end for one who has left"
        " education, after a review (CE-02), and section H1 is for those under 18."
    ),
)

RULES = (AG_01, AG_02, AG_03, AG_04, AG_05, AG_06, AG_07)
