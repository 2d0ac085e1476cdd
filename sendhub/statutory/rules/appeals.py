"""Appeals, and the tribunal's own counting of time: rules AP-01 to AP-03.

HESC Rules 2008, r. 12. What is due on a day that is no working day may be done on the
next. An appeal whose time ends in August, or from 25 December to 1 January, may be made
on the first working day afterwards; for any other act those days are not counted.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sendhub.statutory.clocks.kinds import Duty
from sendhub.statutory.counting.lengths import Counting, Length
from sendhub.statutory.counting.working_days import (
    ENGLAND,
    TRIBUNAL,
    WorkingDays,
    read,
    tribunal_is_away,
)
from sendhub.statutory.errors import FactsDisagree
from sendhub.statutory.facts.given import Given
from sendhub.statutory.periods import appeals as periods
from sendhub.statutory.periods.in_force import Periods
from sendhub.statutory.rule import Dates, FromTables, Limit, Reckoned, Rule
from sendhub.statutory.sources import appeals as cited
from sendhub.statutory.sources.source import Evidence
from sendhub.statutory.words import date_words

ONE_DAY = timedelta(days=1)


def appeal_in_time(ends: date) -> date:
    """The last day to appeal, where the time would end on a day (r. 12(2), (3)(a))."""
    while tribunal_is_away(ends):
        ends += ONE_DAY
    return ENGLAND.roll(ends)


def act_in_time(event: date, length: Length) -> date:
    """The last day for another act: August and Christmas do not count (r. 12(3)(b)).

    A period that begins with the event counts that day, unless it is such a day too.
    """
    if isinstance(length, WorkingDays):
        return length.end(event)
    begins_with = length.counting is Counting.BEGINNING_WITH
    on = event - ONE_DAY if begins_with else event
    left = (length.end(event) - on).days
    while left:
        on += ONE_DAY
        left -= not tribunal_is_away(on)
    return TRIBUNAL.roll(on)


def note(plain: date, due: date) -> str:
    """Why a time ends later than it would elsewhere, in half a sentence."""
    if plain == due:
        return ""
    if tribunal_is_away(plain):
        away = "in August" if plain.month == 8 else "between Christmas and New Year"
        return f", because the time would end {away}"
    return f", because {date_words(plain)} is not a working day"


@dataclass(frozen=True)
class TribunalTime:
    """A period given in words, as the tribunal counts it."""

    appeal: bool

    @property
    def facts(self) -> tuple[str, ...]:
        return ("event", "period")

    @property
    def period(self) -> str:
        return "as given"

    @property
    def evidence(self) -> Evidence:
        return Evidence.SECONDARY

    @property
    def tables(self) -> tuple[Periods, ...]:
        return ()

    def reckon(self, given: Given) -> Reckoned:
        _, begins = given.first(("event",))
        text = given.text("period")
        if self.appeal:
            length, what = read(text), "an appeal"
            due = appeal_in_time(length.end(begins))
        else:
            length, what = read(text, TRIBUNAL), "anything else in an appeal"
            due = act_in_time(begins, length)
        counted = length.counting is Counting.BEGINNING_WITH
        joined = "beginning with" if counted else "from"
        return Reckoned(
            begins=begins,
            dates=Dates(due=due),
            source=cited.TRIBUNAL_TIME,
            evidence=self.evidence,
            explanation=(
                f"A period of {length.words} {joined} {date_words(begins)} ends for"
                f" {what} at 5pm on {date_words(due)}."
            ),
        )


@dataclass(frozen=True)
class TimeToAppeal(FromTables):
    """Two months from the letter, or one from the certificate if that is later."""

    from_letter: Periods = periods.APPEAL
    from_certificate: Periods = periods.APPEAL_AFTER_CERTIFICATE

    @property
    def facts(self) -> tuple[str, ...]:
        return ("decision_letter", "mediation_certificate")

    @property
    def period(self) -> str:
        return (
            f"{self.from_letter.latest.length}, or"
            f" {self.from_certificate.latest.length} from the mediation certificate"
        )

    @property
    def tables(self) -> tuple[Periods, ...]:
        return (self.from_letter, self.from_certificate)

    def reckon(self, given: Given) -> Reckoned:
        fact, letter = given.first(("decision_letter",))
        law = self.from_letter.in_force(letter)
        ends, since = law.length.end(letter), f"{fact.event} on {date_words(letter)}"
        certificate = given.day("mediation_certificate")
        if certificate is not None:
            if certificate < letter:
                raise FactsDisagree(
                    f"{given.rule_id}: the mediation certificate is"
                    f" {date_words(certificate)}, before the letter of"
                    f" {date_words(letter)}."
                )
            other = self.from_certificate.in_force(certificate)
            if other.length.end(certificate) > ends:
                law, ends = other, other.length.end(certificate)
                since = f"your mediation certificate of {date_words(certificate)}"
        due = appeal_in_time(ends)
        return Reckoned(
            begins=letter,
            dates=Dates(due=due),
            source=law.source,
            evidence=law.evidence,
            explanation=(
                f"Your appeal must reach the tribunal within {law.length.words} of"
                f" {since}: by 5pm on {date_words(due)}{note(ends, due)}."
            ),
        )


AP_00 = Rule(
    id="AP-00",
    title="What can be appealed",
    trigger="The council decides about an assessment or a plan",
    who="The parent or young person",
    clock=Duty(
        "You can appeal when the council refuses to assess or to assess again, refuses"
        " a plan, refuses to amend it after a review or a re-assessment, ends it, or"
        " sends one and you disagree with the needs, the help or the place in it.",
        cited.RIGHT_OF_APPEAL,
        Evidence.LAW,
        ("decision_letter",),
    ),
    sources=(cited.RIGHT_OF_APPEAL, cited.APPEALABLE),
    note=(
        "Section 51(2): (a) no assessment; (b) no plan; (c) sections B, F and I, be it"
        " a name, a type or none; (d) no re-assessment; (e) no amendment after a review"
        " or re-assessment; (f) ceasing. Some letters in circulation are mis-lettered."
    ),
)

AP_01 = Rule(
    id="AP-01",
    title="Appeal to the tribunal",
    trigger="The council sends a decision that can be appealed",
    who="The parent or young person",
    clock=TimeToAppeal(),
    met_by=("appeal_received",),
    sources=(cited.APPEAL, cited.TRIBUNAL_TIME),
    note=(
        "The tribunal must have received it, and counts its own way (AP-02). The month"
        " runs from the day the certificate was issued; 'thirty days' is not the rule."
        " Decisions before 21 July 2020 are counted alike."
    ),
)

AP_02 = Rule(
    id="AP-02",
    title="Count the time for an appeal",
    trigger="The time for starting an appeal runs from an event",
    who="Everyone before the tribunal",
    clock=TribunalTime(appeal=True),
    sources=(cited.TRIBUNAL_TIME,),
    note=(
        "Done by 5pm. What ends on a day that is no working day may be done on the"
        " next; what ends in August or from 25 December to 1 January, on the first"
        " working day after it. Since 21 July 2020 only in special educational needs"
        " cases; before, in claims of disability discrimination in schools too."
    ),
)

AP_02A = Rule(
    id="AP-02a",
    title="Count the time for anything else in an appeal",
    trigger="The time for another act in an appeal runs from an event",
    who="Everyone before the tribunal",
    clock=TribunalTime(appeal=False),
    sources=(cited.TRIBUNAL_TIME,),
    note=(
        "The days of August and from 25 December to 1 January are not counted at all,"
        " not even as the first day. 'Working days' in the period are read as such."
    ),
)

AP_03 = Rule(
    id="AP-03",
    title="Respond to the appeal",
    trigger="The tribunal sends the appeal to the council",
    who="The council",
    clock=Limit(
        ("appeal_sent_to_la",),
        periods.RESPOND,
        "The council must send its response within {period} of {event} on {begins}: by"
        " {due}.",
    ),
    met_by=("response_sent",),
    sources=(cited.RESPONSE, cited.TRIBUNAL_TIME),
    note="August and the days from 25 December to 1 January are not counted (AP-02a).",
)

RULES = (AP_00, AP_01, AP_02, AP_02A, AP_03)
