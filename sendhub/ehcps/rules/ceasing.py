"""Ending a plan in two steps, and how long it goes on (CE-01 to CE-05). Pure."""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.casework.rules import Wanted
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.rules.dates import check_order
from sendhub.ehcps.rules.moves import MOVED
from sendhub.statutory.words import date_words

AT_ONCE = frozenset({"1", "5", "7", "8"})
"""Reasons of the return for which nobody is asked first: the law ends the plan, or
another authority has it (25th year, moved within or out of England, death)."""
CEASING_TITLE = "The plan may end after this day"


class CeasingEnd(TextChoices):
    """What became of a proposal to end a plan."""

    OPEN = "", "Open"
    CEASED = "ceased", "The plan ended"
    KEPT = "kept", "The plan was kept"


@dataclass(frozen=True)
class CeasingFacts:
    """The days of one proposal to end a plan."""

    consulted_on: date
    told_on: date | None = None
    certificate_on: date | None = None
    appealed_on: date | None = None
    appeal_decided_on: date | None = None


def at_once(reason: str) -> bool:
    """Whether a plan ends for this reason without asking first."""
    return reason in AT_ONCE


def check_asked_first(reason: str) -> None:
    """For most reasons the family and the setting are asked first (reg. 31)."""
    if reason in MOVED:
        raise RuleBroken(
            "Record that the family moves away: the plan ends with the transfer.",
            "cease_reason",
        )
    if not at_once(reason):
        raise RuleBroken(
            "For this reason the family and the setting are asked first: propose to "
            "end the plan.",
            "cease_reason",
        )


def check_not_at_once(reason: str) -> None:
    """Nobody is asked whether a child has moved or died."""
    if at_once(reason):
        raise RuleBroken(
            "For this reason nobody is asked: record the move, the death or the age.",
            "cease_reason",
        )


def kept_until(facts: CeasingFacts) -> tuple[date | None, str]:
    """The last day on which a plan surely goes on, and why (s45(4), CE-04).

    No day while an appeal waits for its decision.
    """
    if facts.told_on is None:
        raise RuleBroken("First record that the family was told.")
    given = {
        "mediation_certificate": facts.certificate_on,
        "appeal_received": facts.appealed_on,
        "appeal_decided": facts.appeal_decided_on,
    }
    said = {name: on for name, on in given.items() if on}
    answer = statutory.answer(
        "CE-04", as_at=facts.told_on, cease_notified=facts.told_on, **said
    )
    return answer.due, answer.explanation


def check_may_end(facts: CeasingFacts, ceased_on: date) -> None:
    """The plan goes on while an appeal may be made or waits to be decided."""
    until, _ = kept_until(facts)
    if until is None:
        raise RuleBroken(
            "An appeal waits to be decided: the plan goes on until then.", "ceased_on"
        )
    if ceased_on < until:
        raise RuleBroken(
            f"The plan goes on until {date_words(until)}: the family may "
            "appeal until then.",
            "ceased_on",
        )


def check_challenge(facts: CeasingFacts) -> None:
    """Refuse days of a mediation or an appeal that are out of order."""
    if facts.told_on is None:
        raise RuleBroken("First record that the family was told.")
    for day, field in (
        (facts.certificate_on, "certificate_on"),
        (facts.appealed_on, "appealed_on"),
    ):
        if day:
            check_order(day, after=facts.told_on, what="the notice", field=field)
    if not facts.appeal_decided_on:
        return
    if facts.appealed_on is None:
        raise RuleBroken("Enter the day of the appeal too.", "appealed_on")
    check_order(
        facts.appeal_decided_on,
        after=facts.appealed_on,
        what="the appeal",
        field="appeal_decided_on",
    )


def ceasing_wanted(facts: CeasingFacts, *, ended: bool) -> list[Wanted]:
    """The day until which the plan is kept, as a wait on the work list."""
    if facts.told_on is None:
        return []
    until, _ = kept_until(facts)
    if until is None:
        return []
    return [Wanted("CE-04", CEASING_TITLE, until, void=ended)]
