"""When the law may excuse a limit: rule NA-04 and the exemption of reg. 8(2).

An exemption needs a ground that the law names and a link: it was impractical to keep
the limit *because* of it. It never makes a new date: the act is still due as soon as
practicable, and the lateness is still counted and published.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sendhub.statutory.errors import FactsDisagree
from sendhub.statutory.facts.given import FACTS, Given
from sendhub.statutory.periods import exemptions as periods
from sendhub.statutory.reasons import NOT_NAMED, Ground, read_reason
from sendhub.statutory.words import date_words

ONE_DAY = timedelta(days=1)
LINK = "impractical_because"
SAY_WHY = (
    "; no new date takes its place, and why it was impractical because of this must"
    " still be written down."
)
SAID = "; no new date takes its place."
NO_LINK = (
    "A reason the law names may excuse a limit only where it was impractical because of"
    " it, and nothing has been said of that."
)
MISSED_IS_FOR_ADVICE = (
    "A missed appointment may excuse only those asked for advice, not the council."
)
CLOSURE_IS_NOT_FOR_ADVICE = (
    "A school closure cannot excuse those asked for advice from their six weeks."
)


@dataclass(frozen=True)
class Span:
    """The days of the limit in question; None where no limit is asked about."""

    begins: date | None = None
    due: date | None = None

    def within(self, starts: date, ends: date) -> tuple[date, date]:
        """The part of a stretch of days that falls in the limit."""
        first = starts if self.begins is None else max(starts, self.begins)
        # `ends` is the day on which it was over, so the day after `due` at most.
        last = ends if self.due is None else min(ends, self.due + ONE_DAY)
        return first, last

    def holds(self, on: date) -> bool:
        return (self.begins is None or self.begins <= on) and (
            self.due is None or on <= self.due
        )


@dataclass(frozen=True)
class Excuse:
    """Whether the facts are a ground of the law, and why, in one sentence."""

    exempt: bool
    why: str
    window_from: date | None = None
    window_to: date | None = None


Check = Callable[[Given, Span], Excuse | None]


def stretch(given: Given, first: str, last: str) -> tuple[date, date] | None:
    """From the first day to the day it was over; both must be known, in order."""
    if given.day(first) is None and given.day(last) is None:
        return None
    _, starts = given.first((first,))
    _, ends = given.first((last,))
    if ends <= starts:
        raise FactsDisagree(
            f"{given.rule_id}: {FACTS[last].label.lower()} is {date_words(ends)}, but"
            f" {FACTS[first].label.lower()} is {date_words(starts)}."
        )
    return starts, ends


def closure(given: Given, span: Span) -> Excuse | None:
    """Advice asked of a school or early years lead around a closure (4(a) and (b))."""
    closed = stretch(given, "closure_from", "reopens")
    if closed is None:
        return None
    starts, reopens = closed
    least = periods.CLOSURE.in_force(starts).length
    if reopens < least.end(starts):
        return Excuse(
            False,
            f"The school was closed from {date_words(starts)} until it re-opened on"
            f" {date_words(reopens)}, and only a closure of at least {least.words}"
            " without a break can be an exemption.",
        )
    margin = periods.WINDOW.in_force(starts).length
    opens, shuts = margin.back(starts), margin.back(reopens)
    exempt, why = advice_between(opens, shuts, given, span)
    return Excuse(exempt, why, opens, shuts)


def advice_between(
    opens: date, shuts: date, given: Given, span: Span
) -> tuple[bool, str]:
    """Whether the advice was asked for inside the window, and of whom."""
    asked = given.day("advice_requested")
    days = f"{date_words(opens)} and {date_words(shuts)}"
    if asked is None:
        return False, (
            "The closure is an exemption only if the school or early years lead was"
            f" asked for advice between {days}."
        )
    if given.said("advice_asked_of") == "other":
        return False, (
            "The closure is an exemption only for advice asked of a school or early"
            " years lead."
        )
    inside = opens <= asked <= shuts and span.holds(asked)
    around = f"the time between {days} that counts around the closure"
    if not inside:
        return False, (
            f"The advice was asked for on {date_words(asked)}, outside {around} or the"
            " time of the limit, so it is no exemption."
        )
    return True, f"The advice was asked for on {date_words(asked)}, inside {around}"


def absence(given: Given, span: Span) -> Excuse | None:
    """The child, parent or young person was away for four weeks or more (4(d))."""
    away = stretch(given, "absent_from", "returned")
    if away is None:
        return None
    starts, ends = span.within(*away)
    least = periods.ABSENCE.in_force(away[0]).length
    words = f"from {date_words(away[0])} until {date_words(away[1])}"
    if ends < least.end(starts):
        return Excuse(
            False,
            f"The absence {words} is no exemption, for it takes at least {least.words}"
            " without a break within the time of the limit.",
        )
    return Excuse(
        True, f"The absence {words} lasted at least {least.words} without a break"
    )


def missed(given: Given, span: Span) -> Excuse | None:
    """The child did not keep an appointment for an examination or test (reg. 8(2))."""
    on = given.day("appointment_missed")
    if on is None:
        return None
    if not span.holds(on):
        return Excuse(
            False,
            f"The appointment missed on {date_words(on)} is no exemption, for it was"
            " not within the six weeks.",
        )
    return Excuse(True, f"An appointment was missed on {date_words(on)}")


CHECKS: dict[Ground, Check] = {
    Ground.CLOSURE: closure,
    Ground.ABSENCE: absence,
    Ground.MISSED: missed,
}
NOT_HERE = {
    Ground.CLOSURE: CLOSURE_IS_NOT_FOR_ADVICE,
    Ground.MISSED: MISSED_IS_FOR_ADVICE,
}


@dataclass(frozen=True)
class Excuses:
    """The grounds that may excuse one limit, and how a letter or page says so."""

    grounds: frozenset[Ground]

    @property
    def facts(self) -> tuple[str, ...]:
        return (
            "closure_from",
            "reopens",
            "advice_requested",
            "advice_asked_of",
            "absent_from",
            "returned",
            "appointment_missed",
            "reason",
            LINK,
        )

    def judge(self, given: Given, span: Span) -> Excuse | None:
        """The first ground that holds; else why not; None if nothing was said."""
        tried = [
            found for ground in CHECKS if (found := self.try_one(ground, given, span))
        ]
        reason = given.said("reason")
        if reason is not None:
            tried.append(self.by_reason(reason))
        link = given.said(LINK)
        if not tried:
            return Excuse(False, NOT_NAMED) if link is not None else None
        best = next((one for one in tried if one.exempt), tried[0])
        return linked(best, link) if best.exempt else best

    def try_one(self, ground: Ground, given: Given, span: Span) -> Excuse | None:
        found = CHECKS[ground](given, span)
        if found is None or ground in self.grounds:
            return found
        return Excuse(False, NOT_HERE[ground])

    def by_reason(self, text: str) -> Excuse:
        """A reason given in words, without dates."""
        reason = read_reason(text)
        if reason.ground is None:
            return Excuse(False, reason.why)
        if reason.ground not in self.grounds:
            return Excuse(False, NOT_HERE[reason.ground])
        return Excuse(True, f"The law names {reason.ground} as a reason")


def linked(excuse: Excuse, link: str | None) -> Excuse:
    """An exemption with its link: said, still to be said, or left empty."""
    if link is None:
        return replace(excuse, why=excuse.why + SAY_WHY)
    if not link.strip():
        return replace(excuse, exempt=False, why=NO_LINK)
    return replace(excuse, why=excuse.why + SAID)


COUNCIL = Excuses(frozenset(Ground) - {Ground.MISSED})
"""Regs. 5(4), 10(4), 13(3) and 27(3)."""

ADVICE = Excuses(frozenset(Ground) - {Ground.CLOSURE})
"""Reg. 8(2): a school closure does not excuse those asked for advice."""
