"""The letters of moves and of re-assessments: what each may say, when it is due.

SEND Regulations 2014, regs 15 and 24; CFA 2014 ss44 and 51(2)(d). Another authority is
written to as a service, the family as whoever holds the rights.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

from django.db.models import Prefetch, prefetch_related_objects

from sendhub import statutory
from sendhub.casework.models import Case
from sendhub.ehcps.loading import assessments_of
from sendhub.ehcps.models import MoveIn, MoveOut, NeedsAssessment
from sendhub.ehcps.reaching import Reached
from sendhub.ehcps.rules import Begun, MoveOutEnd, Refusal, Stage, Standing, chase_on
from sendhub.letters.kinds import Facts, Kind, Service
from sendhub.letters.rules import To
from sendhub.statutory.words import date_words

CAME = {
    "move.authority": "the authority they came from",
    "move.moved_on": "the day they moved here",
}
ASKED = {**CAME, "plan.asked_on": "the day we asked for the plan"}
TRANSFERRED = {
    **CAME,
    "plan.made_on": "the date of the plan",
    "transfer.on": "the day the plan was transferred to us",
}
TOLD = {
    **TRANSFERRED,
    "transfer.assess": "whether we assess again, as a sentence",
    "transfer.review_on": "by when we review the plan",
}
LEAVING = {
    "move.authority": "the authority they move to",
    "move.on": "the day of the move",
    "plan.issued_on": "the day the plan was issued",
    "transfer.by": "by when the plan is transferred",
}
AGAIN = {
    "request.received_on": "the day we were asked to assess again",
    "decision.told_on": "the day the family is told",
    "decision.reasons": "the reasons that were recorded",
}
FINISH = {"limit.plan_by": "by when an amended plan is sent (14 weeks)"}
RIGHTS = {
    "appeal.by": "the last day for an appeal, counted from the decision",
    "adviser.by": "by when to speak to a mediation adviser",
}
NOT_HERE = "No plan is awaited from another authority."
NOT_TRANSFERRED = "No plan in force came from another authority."
NOT_AGAIN = "The child is not assessed again."
ASSESS = "We have decided to assess the needs again. We will write to you about it."
KEEP = "We have decided to keep to the plan as it is until we review it."


@dataclass(frozen=True, kw_only=True)
class Around:
    """The newest move here and away, and the newest re-assessment, of one case."""

    came: MoveIn | None = None
    goes: MoveOut | None = None
    again: NeedsAssessment | None = None
    reached: Mapping[str, Reached] = field(default_factory=dict)


def load_moves(cases: Sequence[Case]) -> None:
    """Load the moves of many cases, for their letters."""
    prefetch_related_objects(
        cases,
        Prefetch("moves_in", MoveIn.objects.select_related("authority", "plan")),
        Prefetch("moves_out", MoveOut.objects.select_related("authority", "plan")),
    )


def teams_of(cases: Sequence[Case]) -> set[str]:
    """The teams of other authorities that many cases may be written about to."""
    moves: list[MoveIn | MoveOut] = []
    for case in cases:
        moves += [*case.moves_in.all(), *case.moves_out.all()]
    return {team_of(move) for move in moves if move.authority_id}


class Found(TypedDict):
    """The same, by name."""

    came: MoveIn | None
    goes: MoveOut | None
    again: NeedsAssessment | None


def around(case: Case) -> Found:
    """What these letters need of a case whose relations are loaded."""
    goes = [move for move in case.moves_out.all() if move.ended != MoveOutEnd.DROPPED]
    again = [one for one in assessments_of(case) if one.is_again]
    return {
        "came": max(case.moves_in.all(), key=lambda move: move.pk, default=None),
        "goes": max(goes, key=lambda move: move.pk, default=None),
        "again": max(again, key=lambda one: (one.received_on, one.pk), default=None),
    }


Finds = Callable[[Around, date], Facts]


def known(finds: Finds) -> Callable[[Around | None, date], Facts]:
    """Let a letter be asked for on a case of which nothing is known."""
    return lambda of, on: finds(of or Around(), on)


def plan_request(of: Around, on: date) -> Facts:
    """Please send the plan of a child who lives here now; reg. 15(2)."""
    came = of.came
    if came is None or not came.is_awaited:
        return Facts(unfit=NOT_HERE)
    return Facts(_asked(came), "", came.asked_on, _authority(of, came))


def plan_reminder(of: Around, on: date) -> Facts:
    """The plan, or its file, is not here: due when a reminder is."""
    came = of.came
    waits = came is not None and (came.is_awaited or came.lacks_paper)
    if came is None or not waits or came.awaited is None or came.awaited.given_up:
        return Facts(unfit=NOT_HERE)
    remind_on = chase_on(came.awaited)
    due_since = remind_on if remind_on <= on else None
    return Facts(_asked(came), "", due_since, _authority(of, came))


def plan_received(of: Around, on: date) -> Facts:
    """We have the plan: word to the authority that sent it."""
    came = _transferred(of)
    if came is None:
        return Facts(unfit=NOT_TRANSFERRED)
    return Facts(_of_transfer(came), "", came.transferred_on, _authority(of, came))


def transfer_told(of: Around, on: date) -> Facts:
    """We have the plan, whether we assess again, when we review it; reg. 15(4)."""
    came = _transferred(of)
    if came is None:
        return Facts(unfit=NOT_TRANSFERRED)
    if came.told_on is None:
        return Facts(unfit="Record first what the family is told of the transfer.")
    values = {
        **_of_transfer(came),
        "transfer.assess": ASSESS if came.will_assess else KEEP,
        "transfer.review_on": _day(came.review_on),
    }
    return Facts(values, "", came.told_on)


def move_notice(of: Around, on: date) -> Facts:
    """A child with a plan moves to you, and we send it; reg. 15(2)."""
    goes = of.goes
    if goes is None or goes.plan is None or not goes.in_england:
        return Facts(unfit="No child with a plan moves to another authority.")
    by = statutory.due("TF-01", move=goes.moves_on, old_la_aware=goes.known_on)
    values = {
        "move.authority": goes.where,
        "move.on": date_words(goes.moves_on),
        "plan.issued_on": _day(goes.plan.issued_on),
        "transfer.by": date_words(by),
    }
    due_since = None if goes.ended else goes.known_on
    return Facts(values, "", due_since, _authority(of, goes))


def again_assess(of: Around, on: date) -> Facts:
    """We assess again, asked for or not, from the first or after a refusal; reg. 24."""
    again = of.again
    if again is None or not again.assess_told_on:
        return Facts(unfit=NOT_AGAIN)
    if again.stage in (Stage.REFUSED, Stage.WITHDRAWN):
        return Facts(unfit="It was not decided to assess again.")
    told, reasons = _told_again(again)
    if again.begun == Begun.OWN:
        finish = statutory.due("RA-03", reassessment_decided=told)
    else:
        finish = statutory.due(
            "RA-03", reassessment_agreed_notified=again.assessing_from
        )
    values = {**_again(again, told, reasons), "limit.plan_by": date_words(finish)}
    return Facts(values, "", told if again.stage == Stage.ASSESSING else None)


def again_not_assess(of: Around, on: date) -> Facts:
    """We do not assess again, why, and what the family can do; CFA 2014 s51(2)(d)."""
    again = of.again
    if again is None or again.stage != Stage.REFUSED or not again.assess_told_on:
        return Facts(unfit="It was not decided against assessing again.")
    told = again.assess_told_on
    limits = rights_by(told)
    values = {**_again(again, told, again.assess_reasons), **in_words(limits)}
    return Facts(values, "", told, limits=limits)


def rights_by(told: date | None) -> dict[str, date]:
    """The last days of a family that disagrees with a decision, by field."""
    if told is None:
        return {}
    return {
        "appeal.by": statutory.due("AP-01", decision_letter=told),
        "adviser.by": statutory.due("ME-02", decision_letter=told),
    }


def in_words(limits: Mapping[str, date]) -> dict[str, str]:
    """Limits as a letter says them."""
    return {name: date_words(day) for name, day in limits.items()}


def _transferred(of: Around) -> MoveIn | None:
    """The move that brought the plan that is in force."""
    came = of.came
    lives = came and came.plan and came.plan.standing == Standing.LIVE
    return came if lives else None


def team_of(move: MoveIn | MoveOut) -> str:
    """The team of another authority that is written to, by name."""
    return f"SEND team, {move.authority}"


def _authority(of: Around, move: MoveIn | MoveOut) -> tuple[Service, ...]:
    how = of.reached.get(team_of(move), Reached())
    return (Service(move.pk, team_of(move), how.email, how.address),)


def _asked(came: MoveIn) -> dict[str, str]:
    return {**_moved(came), "plan.asked_on": _day(came.asked_on)}


def _of_transfer(came: MoveIn) -> dict[str, str]:
    made_on = came.plan.issued_on if came.plan else None
    return {
        **_moved(came),
        "plan.made_on": _day(made_on),
        "transfer.on": _day(came.transferred_on),
    }


def _moved(came: MoveIn) -> dict[str, str]:
    return {
        "move.authority": str(came.authority),
        "move.moved_on": date_words(came.moved_on),
    }


def _told_again(again: NeedsAssessment) -> tuple[date, str]:
    """When and why we told them; after a refusal was reversed, of that."""
    for turned in again.reversals.all():
        if turned.of == Refusal.ASSESS:
            return turned.told_on or turned.happened_on, turned.reasons
    return again.assess_told_on or again.received_on, again.assess_reasons


def _again(again: NeedsAssessment, told: date, reasons: str) -> dict[str, str]:
    return {
        "request.received_on": date_words(again.received_on),
        "decision.told_on": date_words(told),
        "decision.reasons": reasons,
    }


def _day(day: date | None) -> str:
    return date_words(day) if day else ""


KINDS = (
    Kind("ehc_again_assess", "Decision to assess again", 22, {**AGAIN, **FINISH},
         known(again_assess)),
    Kind("ehc_again_not_assess", "Decision not to assess again", 23,
         {**AGAIN, **RIGHTS}, known(again_not_assess),
         rights="rights-not-to-assess-again"),
    Kind("ehc_plan_request", "Request for a plan from another authority", 70, ASKED,
         known(plan_request), to=To.SERVICE),
    Kind("ehc_plan_reminder", "Reminder of a plan from another authority", 71, ASKED,
         known(plan_reminder), to=To.SERVICE),
    Kind("ehc_plan_received", "Receipt of a plan from another authority", 72,
         TRANSFERRED, known(plan_received), to=To.SERVICE),
    Kind("ehc_transfer_told", "Word to the family after a transfer", 73, TOLD,
         known(transfer_told)),
    Kind("ehc_move_notice", "Notice to the authority they move to", 74, LEAVING,
         known(move_notice), to=To.SERVICE),
)  # fmt: skip
