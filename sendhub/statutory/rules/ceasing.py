"""Ending a plan: rules CE-01 to CE-05.

Children and Families Act 2014, ss. 45 and 46; SEND Regulations 2014, regs. 29 to 31
and 46.
"""

from dataclasses import dataclass
from datetime import date

from sendhub.statutory import people
from sendhub.statutory.clocks.kinds import Duty
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.rule import Dates, Reckoned, Rule
from sendhub.statutory.rules.appeals import AP_01
from sendhub.statutory.sources import plans as sources
from sendhub.statutory.sources.source import Evidence
from sendhub.statutory.words import date_words


@dataclass(frozen=True)
class ContinuesForAppeal:
    """The last day of the time to appeal, or the end of an appeal made in it."""

    @property
    def facts(self) -> tuple[str, ...]:
        return (
            "cease_notified",
            "mediation_certificate",
            "appeal_received",
            "appeal_decided",
        )

    @property
    def period(self) -> str:
        return "to the end of the time to appeal, or of the appeal"

    @property
    def evidence(self) -> Evidence:
        return Evidence.SECONDARY

    @property
    def tables(self) -> tuple[Periods, ...]:
        return AP_01.clock.tables

    def reckon(self, given: Given) -> Reckoned:
        _, notified = given.first(("cease_notified",))
        last = time_to_appeal(notified, given.day("mediation_certificate"))
        appealed = given.earliest_since(notified, ("appeal_received",))
        due, words = keeps_until(given, last, appealed)
        return Reckoned(
            begins=notified,
            dates=Dates(due=due),
            source=sources.KEEP_WHILE_APPEALING,
            evidence=self.evidence,
            explanation=(
                f"You were told on {date_words(notified)} that the plan will end, and"
                f" it must be kept {words}."
            ),
            binds=False,
        )


def time_to_appeal(notified: date, certificate: date | None) -> date:
    """The last day to appeal against the decision, by AP-01."""
    facts = {"decision_letter": notified, "mediation_certificate": certificate}
    return AP_01.due(Given(AP_01.id, AP_01.facts, facts))


def keeps_until(
    given: Given, last: date, appealed: date | None
) -> tuple[date | None, str]:
    """The last day on which the plan certainly continues, and in words."""
    decided = given.day("appeal_decided")
    if decided is not None and appealed is None:
        raise given.missing(("appeal_received",))
    if appealed is None:
        return last, f"until the time to appeal has run, on {date_words(last)}"
    decided = given.earliest_since(appealed, ("appeal_decided",))
    if appealed > last:
        return last, (
            f"until the time to appeal has run, on {date_words(last)}, for the appeal"
            f" of {date_words(appealed)} came after it"
        )
    if decided is None:
        return None, (
            f"until your appeal of {date_words(appealed)} is decided, however long that"
            " takes"
        )
    return decided, f"until your appeal was decided, on {date_words(decided)}"


@dataclass(frozen=True)
class EndsAt25:
    """The end of the academic year in which the young person turns 25."""

    @property
    def facts(self) -> tuple[str, ...]:
        return ("born_on", "learning")

    @property
    def period(self) -> str:
        return "to the end of the academic year of the 25th birthday"

    @property
    def evidence(self) -> Evidence:
        return Evidence.SECONDARY

    @property
    def tables(self) -> tuple[Periods, ...]:
        return ()

    def reckon(self, given: Given) -> Reckoned:
        _, born_on = given.first(("born_on",))
        learning = given.said("learning")
        due = people.latest_plan_end(
            born_on, people.Learning(learning) if learning else None
        )
        ends = date_words(due) + ("" if learning else ", as at a college")
        return Reckoned(
            begins=born_on,
            dates=Dates(due=due),
            source=sources.PLAN_BEYOND_25,
            evidence=self.evidence,
            explanation=(
                "A plan ends at the latest with the academic year of the 25th birthday:"
                f" for someone born on {date_words(born_on)}, on {ends}."
            ),
        )


CE_01 = Rule(
    id="CE-01",
    title="When a plan may be ended",
    trigger="The council thinks of ending the plan",
    who="The council",
    clock=Duty(
        "A plan may be ended only if the council is no longer responsible for the young"
        " person or the plan is no longer necessary, and for anyone under 18 it may"
        " not be ended because they are out of education or training.",
        sources.MAY_CEASE,
        Evidence.SECONDARY,
    ),
    sources=(sources.MAY_CEASE, sources.CEASE_UNDER_18),
    note=(
        "Under 18 only the second ground counts (reg. 29(1)). If someone under 18 is"
        " not in education, employment or training, the plan is reviewed and amended."
        " Turning 19 is no reason of itself (Code, 9.200)."
    ),
)

CE_02 = Rule(
    id="CE-02",
    title="Review before ending the plan of someone over 18 who has left",
    trigger="A young person of 18 or over leaves the school or college in the plan",
    who="The council",
    clock=Duty(
        "Before it ends the plan of a young person of 18 or over who has left, the"
        " council must review it and find that they do not wish to return or that"
        " returning is not appropriate.",
        sources.CEASE_OVER_18,
        Evidence.LAW,
        ("left_setting",),
    ),
    met_by=("review_completed",),
    sources=(sources.CEASE_OVER_18,),
)

CE_03 = Rule(
    id="CE-03",
    title="Two steps to end a plan",
    trigger="The council thinks of ending the plan",
    who="The council",
    clock=Duty(
        "Before it ends a plan the council must first tell you, ask what you and the"
        " head or principal think, and only then send its decision with your right of"
        " appeal and what to know of mediation.",
        sources.HOW_TO_CEASE,
        Evidence.LAW,
        ("cease_consulted",),
    ),
    met_by=("cease_notified",),
    sources=(sources.HOW_TO_CEASE,),
    note="The decision goes to the family, the setting and the health commissioner.",
)

CE_04 = Rule(
    id="CE-04",
    title="Keep the plan while it may be appealed",
    trigger="The family is told that the plan will end",
    who="The council",
    clock=ContinuesForAppeal(),
    sources=(sources.KEEP_WHILE_APPEALING, *AP_01.sources),
    minimum=True,
    note=(
        "The time to appeal is that of AP-01, August and Christmas included. Keeping"
        " the plan to the end of the school year is local practice."
    ),
)

CE_05 = Rule(
    id="CE-05",
    title="The plan ends with the academic year at 25",
    trigger="A young person turns 25",
    who="The council",
    clock=EndsAt25(),
    met_by=("plan_ceased",),
    sources=(sources.PLAN_BEYOND_25, sources.ACADEMIC_YEAR_AT_25),
    note=(
        "No appeal lies against it. It matters where the person learns: at a college"
        " the year ends on 31 July, which is also taken where nothing is said of it;"
        " elsewhere it ends with the course, the day before the 26th birthday at the"
        " latest."
    ),
)

RULES = (CE_01, CE_02, CE_03, CE_04, CE_05)
