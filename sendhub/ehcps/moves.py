"""Moves here and away, as pages show them."""

from dataclasses import dataclass
from datetime import date, timedelta

from sendhub.accounts.models import User
from sendhub.casework.models import Case, Document
from sendhub.core import clock
from sendhub.ehcps.models import MoveIn, MoveOut
from sendhub.ehcps.rules import review_by
from sendhub.statutory.words import date_words

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class MoveInShown:
    """A move here: who pays until when, what is due, and the plan as it came."""

    move: MoveIn
    pays: str
    review_by: date | None
    document: Document | None


def move_in_of(case: Case, user: User) -> MoveInShown | None:
    """The newest move here that a case knows of."""
    moves = sorted(case.moves_in.all(), key=lambda move: move.pk)
    return move_in_shown(moves[-1], user) if moves else None


def move_in_shown(move: MoveIn, user: User) -> MoveInShown:
    """What a page says of a move here."""
    facts, transferred_on = move.facts, move.transferred_on
    if facts is None or transferred_on is None:
        return MoveInShown(move, "", None, None)
    may_open = Document.objects.visible_to(user).standing()
    return MoveInShown(
        move,
        f"{move.authority} provided and paid for everything in the plan until "
        f"{date_words(transferred_on - ONE_DAY)}. "
        f"From {date_words(transferred_on)} we do, fees of the setting "
        "included, until we amend the plan.",
        review_by(facts),
        may_open.filter(pk=move.document_id).first() if move.document_id else None,
    )


def move_out_of(case: Case) -> MoveOut | None:
    """The move away that is announced, if there is one."""
    return next((move for move in case.moves_out.all() if not move.ended), None)


def may_finish(move: MoveOut) -> bool:
    """Whether the day of the move has come."""
    return move.moves_on <= clock.today()
