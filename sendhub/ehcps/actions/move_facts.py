"""Correcting what was written down wrong of a plan that came, or of where they went."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.rules import check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code, Partnership
from sendhub.ehcps import rules
from sendhub.ehcps.actions.clocks import move_in_clock_refresh, move_out_clock_refresh
from sendhub.ehcps.actions.plan import check_open
from sendhub.ehcps.models import MoveIn, MoveOut, Plan
from sendhub.ehcps.rules import OUT_OF_ENGLAND, WITHIN_ENGLAND, MoveOutEnd, Standing
from sendhub.people.actions import needs_set
from sendhub.people.rules import check_needs
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words

OF_PLAN = {
    "made_on": "date of the plan",
    "setting": "setting named",
    "arrangement": "arrangement",
    "primary_need": "primary need",
    "secondary_need": "secondary need",
}
OF_MOVE = {"authority": "authority", "last_review_on": "last review there"}
IN_PLAN = {"made_on": "issued_on"}


class PlanFacts(TypedDict):
    """What a plan says that came from another authority."""

    authority: Code
    made_on: date
    last_review_on: date | None
    setting: Setting | None
    arrangement: Code | None
    primary_need: Code
    secondary_need: Code | None


@transaction.atomic
def transfer_correct(
    *, move: MoveIn, reason: str, by: User, **facts: Unpack[PlanFacts]
) -> MoveIn:
    """Correct what was written down of a plan that came from another authority.

    It is what that plan says, and no decision of ours: one manager is enough (ADR 18).
    """
    move = _came(move)
    if move.plan is None or move.transferred_on is None:
        raise RuleBroken("No plan came along.")
    plan = Plan.objects.select_for_update().get(pk=move.plan.pk)
    _check_facts(move, move.transferred_on, facts)
    check_open(facts["setting"], named=plan.setting_id)
    given: Mapping[str, Any] = dict(facts)
    changed = [
        *_changed(plan, {IN_PLAN.get(n, n): given[n] for n in OF_PLAN}),
        *_changed(move, {name: given[name] for name in OF_MOVE}),
    ]
    if not changed:
        raise RuleBroken("Nothing is changed: correct what is wrong, or go back.")
    plan.save(update_fields=[IN_PLAN.get(n, n) for n in OF_PLAN])
    move.save(update_fields=list(OF_MOVE))
    _needs_follow(plan, move, by)
    move_in_clock_refresh(MoveIn.objects.for_page().get(pk=move.pk))
    record(
        "ehcps.transfer_correct",
        by=by,
        child=move.case.child,
        about=move,
        changes="; ".join(changed),
        reason=reason,
    )
    return move


@transaction.atomic
def destination_correct(
    *,
    move: MoveOut,
    authority: Code | None,
    country: str,
    papers: str = "",
    reason: str,
    by: User,
) -> MoveOut:
    """Correct where a family moves or has moved; the return's reason follows.

    A plan that went to another authority ceased with reason 5, else with 7.
    """
    move = _goes(move)
    _check_destination(authority, country)
    before, sent = move.where, move.papers
    move.authority, move.country = authority, country
    if move.ended == MoveOutEnd.GONE:
        rules.check_papers_sent(papers, to_authority=bool(move.plan and authority))
        move.papers = papers
    if (before, sent) == (move.where, move.papers):
        raise RuleBroken("Nothing is changed: correct what is wrong, or go back.")
    move.save(update_fields=["authority", "country", "papers"])
    _follow_destination(move)
    move_out_clock_refresh(MoveOut.objects.for_page().get(pk=move.pk))
    record(
        "ehcps.destination_correct",
        by=by,
        child=move.case.child,
        about=move,
        old=before,
        new=move.where,
        reason=reason,
    )
    return move


def _came(move: MoveIn) -> MoveIn:
    found = MoveIn.objects.select_related("case__child", "plan", "authority")
    return found.select_for_update(of=("self",)).get(pk=move.pk)


def _goes(move: MoveOut) -> MoveOut:
    found = MoveOut.objects.select_related("case__child", "authority", "plan")
    locked = found.select_for_update(of=("self",)).get(pk=move.pk)
    if locked.ended == MoveOutEnd.DROPPED:
        raise RuleBroken("This move came to nothing.")
    return locked


def _check_destination(authority: Code | None, country: str) -> None:
    rules.check_destination(authority, country)
    if authority:
        own = Partnership.objects.values_list("authority_code", flat=True).get(pk=1)
        rules.check_other_authority(authority.code, own=own)


def _check_facts(move: MoveIn, transferred_on: date, facts: PlanFacts) -> None:
    own = Partnership.objects.values_list("authority_code", flat=True).get(pk=1)
    rules.check_other_authority(facts["authority"].code, own=own)
    check_not_future(facts["made_on"], on=clock.today(), field="made_on")
    rules.check_moved_here(
        born_on=move.case.child.born_on,
        moved_on=move.moved_on,
        transferred_on=transferred_on,
        made_on=facts["made_on"],
    )
    rules.check_reviewed_there(
        facts["last_review_on"], made_on=facts["made_on"], transferred_on=transferred_on
    )
    rules.check_setting_named(facts["setting"], facts["arrangement"])
    second = facts["secondary_need"]
    check_needs(facts["primary_need"].pk, second.pk if second else None)


def _needs_follow(plan: Plan, move: MoveIn, by: User) -> None:
    """The needs of a plan in force are those of the child."""
    if plan.standing == Standing.LIVE and plan.primary_need:
        needs_set(
            child=move.case.child,
            primary_need=plan.primary_need,
            secondary_need=plan.secondary_need,
            by=by,
        )


def _changed(of: Plan | MoveIn, facts: Mapping[str, Any]) -> list[str]:
    """Set what is right; say what it was and what it is."""
    said = []
    words = {"issued_on": OF_PLAN["made_on"], **OF_PLAN, **OF_MOVE}
    for name, right in facts.items():
        before = getattr(of, name)
        if before != right:
            setattr(of, name, right)
            said.append(f"{words[name]} from {_said(before)} to {_said(right)}")
    return said


def _said(value: Any) -> str:
    if isinstance(value, date):
        return date_words(value)
    return str(value or "nothing")


def _follow_destination(move: MoveOut) -> None:
    """The reason for which the plan ceased is that of where they went."""
    if move.ended != MoveOutEnd.GONE:
        return
    reason = WITHIN_ENGLAND if move.in_england else OUT_OF_ENGLAND
    for plan in Plan.objects.select_for_update().filter(
        case=move.case_id,
        ceased_on=move.ended_on,
        cease_reason__code__in=rules.MOVED,
    ):
        plan.cease_reason = Code.objects.get(set="CEASE_REASON", code=reason)
        plan.cease_detail = f"The family moved to {move.where}."
        plan.save(update_fields=["cease_reason", "cease_detail"])
