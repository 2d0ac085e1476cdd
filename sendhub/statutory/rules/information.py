"""Subject access and freedom of information: rules IR-01 to IR-03.

A month is counted to the corresponding date. What falls on a weekend or bank holiday of
England rolls on. Freedom of information is closed on the bank holidays of the whole UK.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sendhub.statutory.counting.working_days import ENGLAND
from sendhub.statutory.errors import FactsDisagree
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods import public as periods
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.rule import Dates, FromTables, Limit, Reckoned, Rule
from sendhub.statutory.sources import public as cited
from sendhub.statutory.sources.source import Source
from sendhub.statutory.words import date_words

PAUSE = ("clarification_asked", "clarification_answered")


@dataclass(frozen=True)
class Access(FromTables):
    """One month, or three for a complex request; both with the days of a pause.

    Three months count only if the person was told within the first.
    """

    pauses: bool = False
    plain: Periods = periods.ANSWER_ACCESS
    complex: Periods = periods.ANSWER_COMPLEX_ACCESS

    @property
    def facts(self) -> tuple[str, ...]:
        facts = ("sar_received", "extension_notified")
        return (*facts, *PAUSE) if self.pauses else facts

    @property
    def period(self) -> str:
        plain = str(self.plain.latest.length)
        return f"{plain}, and the days of the pause" if self.pauses else plain

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.plain, self.complex)

    def reckon(self, given: Given) -> Reckoned:
        fact, begins = given.first(("sar_received",))
        law, longer = self.plain.in_force(begins), self.complex.in_force(begins)
        month = law.length.end(begins)
        days = self.paused(given, begins, month)
        notify, late = in_time(month, days), in_time(longer.length.end(begins), days)
        extended = self.extended(given, begins, notify)
        due = late if extended else notify
        length = longer.length if extended else law.length
        pause = f", not counting {pause_words(days)}" if days else ""
        if extended:
            told = ""
        else:
            told = (
                f", or by {date_words(late)} if it is complex and you are told so by"
                f" {date_words(notify)}"
            )
        return Reckoned(
            begins=begins,
            dates=Dates(due=due, due_notify=notify, due_max=late),
            source=self.source(given, law.source),
            evidence=law.evidence,
            explanation=(
                f"The council must answer within {length.words} of {fact.event} on"
                f" {date_words(begins)}{pause}: by {date_words(due)}{told}."
            ),
        )

    def extended(self, given: Given, begins: date, notify: date) -> bool:
        """Whether the person was told in time that the request is complex."""
        told = given.day("extension_notified")
        if told is not None and told < begins:
            raise disagree(
                given, "the person was told that it is complex", told, begins
            )
        return told is not None and told <= notify

    def paused(self, given: Given, begins: date, month: date) -> int:
        """The days from the question to its answer, both included."""
        if not self.pauses:
            return 0
        _, asked = given.first(("clarification_asked",))
        _, answered = given.first(("clarification_answered",))
        if asked < begins:
            raise disagree(given, "the question was asked", asked, begins)
        if answered < asked:
            raise FactsDisagree(
                f"{given.rule_id}: the question of {date_words(asked)} cannot have been"
                f" answered on {date_words(answered)}."
            )
        if asked > in_time(month, 0):
            raise FactsDisagree(
                f"{given.rule_id}: the time ended on {date_words(in_time(month, 0))},"
                f" before the question of {date_words(asked)}; it stops nothing."
            )
        return (answered - asked).days + 1

    def source(self, given: Given, plain: Source) -> Source:
        """The law of the pause, from the day on which there was one."""
        asked = given.day("clarification_asked") if self.pauses else None
        if asked is None:
            return plain
        return cited.PAUSE if asked >= periods.STOPPED_BY_LAW else cited.PAUSE_BEFORE


def in_time(end: date, paused: int) -> date:
    """The last day in time: after the pause, and on a working day."""
    return ENGLAND.roll(end + timedelta(days=paused))


def pause_words(days: int) -> str:
    return "the day of the pause" if days == 1 else f"the {days} days of the pause"


def disagree(given: Given, what: str, on: date, begins: date) -> FactsDisagree:
    return FactsDisagree(
        f"{given.rule_id}: {what} on {date_words(on)}, before the request of"
        f" {date_words(begins)}."
    )


IR_01 = Rule(
    id="IR-01",
    title="Answer a subject access request",
    trigger="The council receives a request for somebody's own information",
    who="The council",
    clock=Access(),
    met_by=("sar_answered",),
    sources=(cited.ACCESS,),
    note=(
        "Three months for a complex request (the latest date), if the person is told"
        " within the first. Older advice counted from the day after receipt."
    ),
)

IR_02 = Rule(
    id="IR-02",
    title="Answer a subject access request after asking what is meant",
    trigger="The council asks the person what is meant, or to show who they are",
    who="The council",
    clock=Access(pauses=True),
    met_by=("sar_answered",),
    sources=(
        cited.PAUSE,
        cited.PAUSE_BEGINS,
        cited.PAUSE_BEFORE,
        cited.SEARCH,
        cited.ACCESS,
    ),
    note=(
        "The days from the question to its answer, both included, do not count: by law"
        " since 5 February 2026, by guidance before. The search has to be reasonable"
        " and proportionate (s. 78, since 2025). One published example forgets its own"
        " pause."
    ),
)

IR_03 = Rule(
    id="IR-03",
    title="Answer a freedom of information request",
    trigger="The council receives the request, on a working day or not",
    who="The council",
    clock=Limit(
        ("foi_received",),
        periods.ANSWER_INFORMATION,
        "The council must answer within {period} of {event} on {begins}: by {due}.",
    ),
    met_by=("foi_answered",),
    sources=(cited.INFORMATION,),
    note=(
        "Bank holidays anywhere in the UK are not counted. Some councils treat what"
        " comes at a weekend as received on the next working day; the ICO does not."
    ),
)

RULES = (IR_01, IR_02, IR_03)
