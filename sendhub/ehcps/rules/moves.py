"""Moving here and moving away, with a plan or in an assessment (TF-01 to TF-04). Pure.

SEND Regulations 2014, reg. 15. Nothing in a plan lapses by a move.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from sendhub import statutory
from sendhub.casework.rules import Wanted
from sendhub.core.errors import RuleBroken
from sendhub.ehcps.rules.dates import check_order
from sendhub.statutory.words import date_words

WITHIN_ENGLAND = "5"
OUT_OF_ENGLAND = "7"
MOVED = frozenset({WITHIN_ENGLAND, OUT_OF_ENGLAND})
"""Reasons of the return that only a move gives; the act of the move records them."""
CHASE_TITLE = "Remind the other authority of its plan"
CHASE_AGAIN = timedelta(weeks=2)
"""How long we wait after a reminder; ours to decide, the law sets none."""
FAR_AHEAD = timedelta(days=366)
MOVE_TITLES: Mapping[str, str] = {
    "TF-01": "Transfer the plan to the new authority",
    "TF-02": "Tell the family what happens after the transfer",
    "TF-03": "Review the plan after the transfer",
}


class MoveOutEnd(TextChoices):
    """What became of a move away that was announced."""

    OPEN = "", "Open"
    GONE = "gone", "They moved"
    DROPPED = "dropped", "It came to nothing"


@dataclass(frozen=True)
class MoveInFacts:
    """The days of a plan that was transferred to us."""

    transferred_on: date
    plan_made_on: date
    last_review_on: date | None = None
    told_on: date | None = None
    reviewed_on: date | None = None
    ended: bool = False

    @property
    def review(self) -> Mapping[str, date]:
        """What the rule of the review after a transfer is asked with."""
        last = self.last_review_on
        known = {"previous_review_completed": last} if last else {}
        since = {"transfer_date": self.transferred_on, "plan_date": self.plan_made_on}
        return {**since, **known}


@dataclass(frozen=True)
class AwaitedFacts:
    """The days of a plan, or its file, that another authority has still to send."""

    moved_on: date
    asked_on: date
    chased_on: date | None = None
    transferred_on: date | None = None
    here: bool = False
    given_up: bool = False


@dataclass(frozen=True)
class MoveOutFacts:
    """The days of a plan that is to be transferred away."""

    moves_on: date
    known_on: date
    transferred_on: date | None = None
    dropped: bool = False


def move_in_wanted(
    facts: MoveInFacts | None, awaited: AwaitedFacts | None = None
) -> list[Wanted]:
    """The six weeks to tell the family, and the review (reg. 15(4) and (5)).

    Before it, the day on which the other authority is reminded of its plan.
    """
    chase = [_chase(awaited)] if awaited else []
    return [*chase, *_after_transfer(facts)] if facts else chase


def chase_on(awaited: AwaitedFacts) -> date:
    """The day by which the plan should be here, or two weeks after the last reminder.

    The other authority knows of the move from our letter at the latest (TF-01).
    """
    limit = statutory.due("TF-01", move=awaited.moved_on, old_la_aware=awaited.asked_on)
    if awaited.chased_on is None:
        return limit
    return max(limit, awaited.chased_on + CHASE_AGAIN)


def _chase(awaited: AwaitedFacts) -> Wanted:
    return Wanted(
        "TF-01",
        CHASE_TITLE,
        chase_on(awaited),
        met_on=awaited.transferred_on if awaited.here else None,
        void=awaited.given_up,
        step="chase",
    )


def _after_transfer(facts: MoveInFacts) -> list[Wanted]:
    told_by = statutory.due("TF-02", transfer_date=facts.transferred_on)
    return [
        _limit("TF-02", told_by, facts.told_on, facts.ended),
        _limit("TF-03", review_by(facts), facts.reviewed_on, facts.ended),
    ]


def review_by(facts: MoveInFacts) -> date:
    """Twelve months from plan or last review, or three from the transfer if later."""
    return statutory.due("TF-03", **facts.review)


def move_out_wanted(facts: MoveOutFacts | None) -> list[Wanted]:
    """The day of the move, or fifteen working days from learning of it (reg. 15(2))."""
    if facts is None:
        return []
    until = statutory.due("TF-01", move=facts.moves_on, old_la_aware=facts.known_on)
    return [_limit("TF-01", until, facts.transferred_on, facts.dropped)]


def _limit(rule: str, until: date, met_on: date | None, ended: bool) -> Wanted:
    void = met_on is None and ended
    return Wanted(rule, MOVE_TITLES[rule], until, met_on=met_on, void=void)


def check_other_authority(code: str, *, own: str) -> None:
    """Nobody moves here from here (SH-503)."""
    if code == own:
        raise RuleBroken(
            "This is our own authority: choose the other one.", "authority"
        )


def check_moved_here(
    *, born_on: date, moved_on: date, transferred_on: date, made_on: date
) -> None:
    """Refuse days of a transferred plan that are out of order."""
    check_order(made_on, after=born_on, what="the child was born", field="made_on")
    check_order(transferred_on, after=moved_on, what="the move", field="transferred_on")
    if made_on > transferred_on:
        raise RuleBroken(
            f"The plan was transferred on {date_words(transferred_on)}: it cannot "
            "be newer.",
            "made_on",
        )


def check_reviewed_there(
    last_review_on: date | None, *, made_on: date, transferred_on: date
) -> None:
    """The other authority reviewed its own plan, while it had it."""
    if last_review_on is None:
        return
    check_order(
        last_review_on, after=made_on, what="the plan was made", field="last_review_on"
    )
    if last_review_on > transferred_on:
        raise RuleBroken(
            f"The plan is ours since {date_words(transferred_on)}: this would be our "
            "own review.",
            "last_review_on",
        )


def check_review_promised(facts: MoveInFacts, review_on: date) -> None:
    """The day that the family is told must lie within the limit (reg. 15(5))."""
    check_order(
        review_on, after=facts.transferred_on, what="the transfer", field="review_on"
    )
    if review_on > review_by(facts):
        raise RuleBroken(
            f"The plan must be reviewed by {date_words(review_by(facts))}.", "review_on"
        )


def check_destination(authority: object, country: str) -> None:
    """Another authority in England, or somewhere outside it; never both."""
    if not authority and not country:
        raise RuleBroken(
            "Choose the authority, or say where outside England they move.", "authority"
        )
    if authority and country:
        raise RuleBroken("Leave this empty: they stay in England.", "country")


def check_announced(moves_on: date, *, on: date) -> None:
    """A move more than a year ahead is a slip."""
    if moves_on > on + FAR_AHEAD:
        raise RuleBroken("This is more than a year ahead. Check the year.", "moves_on")


def check_papers_sent(papers: str, *, to_authority: bool) -> None:
    """A plan is transferred by sending it (reg. 15(2))."""
    if to_authority and not papers.strip():
        raise RuleBroken(
            "Say what was sent: the plan goes with its advice and last review.",
            "papers",
        )
