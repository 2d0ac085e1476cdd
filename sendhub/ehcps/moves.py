"""Moves here and away, as pages show them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.casework.models import Case, Document
from sendhub.core import clock
from sendhub.core.navigation import ActLink
from sendhub.ehcps.models import CommissionerChange, MoveIn, MoveOut, Plan
from sendhub.ehcps.rules import MoveOutEnd, Stage, chase_on, review_by
from sendhub.ehcps.rules.correction import (
    OF_MOVE_IN,
    OF_MOVE_OUT,
    ONE_IS_ENOUGH,
    Corrected,
)
from sendhub.statutory.words import date_words


def link(name: str, pk: int, label: str, *, usual: bool = True) -> ActLink:
    """The way to the page of an act on one record."""
    return ActLink(label, reverse(f"ehcps:{name}", args=[pk]), usual=usual)


ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class MoveInShown:
    """A move here: who pays until when, what is due, and the plan as it came."""

    move: MoveIn
    pays: str
    review_by: date | None
    document: Document | None
    acts: list[ActLink]
    chase_on: date | None = None


def move_in_of(case: Case, user: User) -> MoveInShown | None:
    """The newest move here that a case knows of."""
    counted = (m for m in case.moves_in.all() if not _by_mistake(m))
    moves = sorted(counted, key=lambda move: move.pk)
    return move_in_shown(moves[-1], user) if moves else None


def _by_mistake(move: MoveIn) -> bool:
    """Whether the assessment that a move brought was recorded by mistake."""
    return move.assessment is not None and move.assessment.stage == Stage.MISTAKE


def move_in_shown(move: MoveIn, user: User) -> MoveInShown:
    """What a page says of a move here."""
    facts, transferred_on = move.facts, move.transferred_on
    acts = _mending(move, user)
    awaited = move.awaited if move.is_awaited or move.lacks_paper else None
    remind_on = chase_on(awaited) if awaited else None
    if facts is None or transferred_on is None:
        return MoveInShown(move, "", None, None, acts, remind_on)
    may_open = Document.objects.visible_to(user).standing()
    return MoveInShown(
        move,
        f"{move.authority} provided and paid for everything in the plan until "
        f"{date_words(transferred_on - ONE_DAY)}. "
        f"From {date_words(transferred_on)} we do, fees of the setting "
        "included, until we amend the plan.",
        review_by(facts),
        may_open.filter(pk=move.document_id).first() if move.document_id else None,
        acts,
        remind_on,
    )


def correctable(move: MoveIn | MoveOut, user: User) -> list[Corrected]:
    """What is recorded of a move that this person may correct or ask to correct."""
    names = OF_MOVE_IN if isinstance(move, MoveIn) else OF_MOVE_OUT
    alone = user.may(Permission.CORRECTION_DECIDE)
    return [
        which
        for which, name in names.items()
        if getattr(move, name) is not None and (alone or which not in ONE_IS_ENOUGH)
    ]


def _mending(move: MoveIn, user: User) -> list[ActLink]:
    """How what was written down wrong of a move here is corrected."""
    dates = link("move-in-correct", move.pk, "Correct a date of the move")
    acts = [(Permission.MOVE_IN_CORRECT, dates)] if correctable(move, user) else []
    if move.plan_id:
        facts = link("transfer-correct", move.pk, "Correct what the plan says")
        acts.append((Permission.TRANSFER_CORRECT, facts))
    return [act for permission, act in acts if user.may(permission)]


@dataclass(frozen=True)
class MoveOutShown:
    """A move away, announced or done."""

    move: MoveOut
    gone: bool
    acts: list[ActLink]


def move_out_of(case: Case) -> MoveOut | None:
    """The move away that is announced, if there is one."""
    return next((move for move in case.moves_out.all() if not move.ended), None)


def move_out_seen(case: Case, user: User) -> MoveOutShown | None:
    """The move away that a case shows: announced, or the one by which they went."""
    moves = [m for m in case.moves_out.all() if m.ended != MoveOutEnd.DROPPED]
    if not moves:
        return None
    newest = max(moves, key=lambda move: move.pk)
    back = any(came.moved_on >= newest.moves_on for came in case.moves_in.all())
    return None if newest.ended and back else move_out_shown(newest, user)


def move_out_shown(move: MoveOut, user: User) -> MoveOutShown:
    """What a page says of a move away."""
    dates = link("move-out-correct", move.pk, "Correct a date of the move")
    where = link("destination-correct", move.pk, "Correct where they move")
    offered = [(Permission.DESTINATION_CORRECT, where)]
    if correctable(move, user):
        offered.insert(0, (Permission.MOVE_OUT_CORRECT, dates))
    acts = [act for permission, act in offered if user.may(permission)]
    return MoveOutShown(move, bool(move.ended), acts)


def commissioner_of(plan: Plan) -> CommissionerChange | None:
    """The newest change of a plan's health commissioner."""
    changes = plan.commissioner_changes.all()
    return max(changes, key=lambda change: change.pk, default=None)


def may_finish(move: MoveOut) -> bool:
    """Whether the day of the move has come."""
    return move.moves_on <= clock.today()
