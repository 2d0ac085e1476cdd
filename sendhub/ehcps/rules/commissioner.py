"""Another health commissioner for a plan: told, asking, obeyed (TF-05 to TF-05b). Pure.

SEND Regulations 2014, reg. 16.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.casework.rules import Wanted
from sendhub.core.errors import RuleBroken

COMMISSIONER_TITLES: Mapping[str, str] = {
    "TF-05": "New health commissioner told, after a move",
    "TF-05a": "New health commissioner told",
    "TF-05b": "New health commissioner asks, or arranges everything",
}


class AskedFor(TextChoices):
    """What a new health commissioner that cannot arrange the provision asks for."""

    NOTHING = "", "Nothing"
    ASSESSMENT = "assessment", "A new assessment"
    REVIEW = "review", "A review of the plan"


@dataclass(frozen=True)
class CommissionerFacts:
    """The days of a change of health commissioner."""

    with_move: bool
    changed_on: date
    known_on: date
    told_on: date | None = None
    asked_on: date | None = None
    over: bool = False


def commissioner_wanted(facts: CommissionerFacts) -> list[Wanted]:
    """Fifteen working days to tell the new one, fifteen more for it to ask."""
    wanted = [_tell(facts)]
    if facts.told_on:
        until = statutory.due("TF-05b", new_icb_notified=facts.told_on)
        wanted.append(_limit("TF-05b", until, facts.asked_on, facts.over))
    return wanted


def _tell(facts: CommissionerFacts) -> Wanted:
    if facts.with_move:
        days = {"move": facts.changed_on, "old_icb_aware": facts.known_on}
        rule, until = "TF-05", statutory.due("TF-05", **days)
    else:
        rule, until = "TF-05a", statutory.due("TF-05a", old_icb_aware=facts.known_on)
    return _limit(rule, until, facts.told_on, facts.over)


def _limit(rule: str, until: date, met_on: date | None, over: bool) -> Wanted:
    void = met_on is None and over
    return Wanted(rule, COMMISSIONER_TITLES[rule], until, met_on=met_on, void=void)


def check_must_assess(*, assess: bool, asked_by_commissioner: bool) -> None:
    """What the new health commissioner asks for must be done (reg. 16)."""
    if asked_by_commissioner and not assess:
        raise RuleBroken(
            "The health commissioner asked for this: the council must assess again "
            "(regulation 16).",
            "assess",
        )
