"""Reasons that may excuse a limit of an assessment, put to the rule book. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.core.errors import RuleBroken


class Ground(TextChoices):
    """The reasons that the law names (regs 5(4), 8(2), 10(4), 13(3) and 27(3))."""

    CLOSURE = "closure", "The school or nursery was closed for four weeks or more"
    CIRCUMSTANCES = "circumstances", "Exceptional personal circumstances"
    ABSENCE = "absence", "Child, parent or young person away for four weeks or more"
    MISSED = "missed", "The child missed an appointment for the advice"


DAYS_OF: Mapping[Ground, tuple[str, ...]] = {
    Ground.CLOSURE: ("closure_from", "reopens"),
    Ground.CIRCUMSTANCES: (),
    Ground.ABSENCE: ("absent_from", "returned"),
    Ground.MISSED: ("appointment_missed",),
}
FIELDS = ("starts_on", "ends_on")
WANTED: Mapping[Ground, tuple[str, ...]] = {
    Ground.CLOSURE: (
        "Enter the first day the school was closed.",
        "Enter the day it re-opened.",
    ),
    Ground.CIRCUMSTANCES: (),
    Ground.ABSENCE: (
        "Enter the first day away.",
        "Enter the day they were back.",
    ),
    Ground.MISSED: ("Enter the day of the appointment that was missed.",),
}
PERSONAL = "exceptional personal circumstances"


@dataclass(frozen=True)
class Claim:
    """A reason for being late, as it was said: its ground, its days and the link.

    `starts_on` and `ends_on` are the first day and the day it was over.
    """

    ground: Ground
    impractical_because: str
    starts_on: date | None = None
    ends_on: date | None = None

    def facts(self) -> dict[str, Any]:
        """The facts that the rule book judges it by."""
        days = zip(DAYS_OF[self.ground], (self.starts_on, self.ends_on), strict=False)
        said: dict[str, Any] = {name: day for name, day in days if day}
        if self.ground is Ground.CIRCUMSTANCES:
            said["reason"] = PERSONAL
        return said | {"impractical_because": self.impractical_because}


def excusable(rule_id: str) -> bool:
    """Whether the law knows any reason for missing this limit."""
    rule = statutory.RULES.get(rule_id)
    return rule is not None and rule.excuses is not None


def judge(
    rule_id: str,
    claim: Claim,
    *,
    asked: Mapping[str, Any],
    advice_asked_on: date | None,
    on: date,
) -> str:
    """Why a reason excuses this limit, in a sentence; refuse one that does not.

    `asked` are the facts that the limit itself is asked with; `advice_asked_on` is the
    day on which the school was asked for its advice.
    """
    if not excusable(rule_id):
        raise RuleBroken("The law knows no reason that excuses this limit.")
    _check_days(claim)
    facts = {**asked, **claim.facts()}
    if claim.ground is Ground.CLOSURE and advice_asked_on:
        facts |= {"advice_requested": advice_asked_on, "advice_asked_of": "school"}
    try:
        answer = statutory.answer(rule_id, as_at=on, **facts)
    except statutory.StatutoryError as error:
        raise RuleBroken(_plain(error), "ends_on") from error
    if not answer.exempt:
        raise RuleBroken(answer.exempt_why, "ground")
    return answer.exempt_why


def _check_days(claim: Claim) -> None:
    given = (claim.starts_on, claim.ends_on)
    for field, day, words in zip(FIELDS, given, WANTED[claim.ground], strict=False):
        if day is None:
            raise RuleBroken(words, field)
    if claim.starts_on and claim.ends_on and claim.ends_on <= claim.starts_on:
        raise RuleBroken("This is not after the first day.", "ends_on")


def _plain(error: Exception) -> str:
    """The rule book's sentence without the id that it begins with."""
    return str(error).partition(": ")[2] or str(error)
