"""Referring a child to the hubs, changing and ending a referral, visits (HUB-2)."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.casework.actions import case_assign, case_close_if_idle, case_open
from sendhub.casework.models import Case
from sendhub.casework.rules import ServiceKey, check_not_future
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.nurture_hubs.actions.place import locked
from sendhub.nurture_hubs.actions.untrue import referral_letters_stop
from sendhub.nurture_hubs.actions.waits import wait_or_not
from sendhub.nurture_hubs.letters import OF_AN_END, UNTIL_AN_ANSWER
from sendhub.nurture_hubs.models import Hub, HubPlace, Referral, Visit
from sendhub.nurture_hubs.rules import NO_PLACE, Standing, age_on
from sendhub.nurture_hubs.rules.referrals import (
    check_age_usual,
    check_alive,
    check_consent,
    check_may_end,
    check_not_before_referral,
    check_not_ended,
)
from sendhub.people.actions.places import check_open as check_setting_open
from sendhub.people.models import Child
from sendhub.people.rules import check_after_birth, check_before_death
from sendhub.schools.models import Setting
from sendhub.statutory.words import date_words

ELSEWHERE = "not the child’s school on that day"
CHANGES = {
    "setting": "school",
    "need": "need",
    "reasons": "reasons",
    "tried": "what has been tried",
}


class ReferralFacts(TypedDict):
    """What a school says when it refers a child."""

    received_on: date
    setting: Setting
    by_team: bool
    referrer: str
    need: str
    reasons: str
    tried: str
    consent_on: date | None
    consent_by: str


@transaction.atomic
def referral_log(
    *,
    child: Child,
    by: User,
    officer: User | None = None,
    age_checked: bool = False,
    again: bool = False,
    **facts: Unpack[ReferralFacts],
) -> Referral:
    """Log that a school, or the team itself, refers a child to the hubs (HUB-2)."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    received_on = facts["received_on"]
    check_alive(child.died_on)
    check_not_future(received_on, on=clock.today(), field="received_on")
    check_after_birth(received_on, born_on=child.born_on, field="received_on")
    check_setting_open(facts["setting"], received_on)
    _check_consent(child, facts["consent_on"], facts["consent_by"])
    if Referral.objects.open().of_child(child).exists():
        raise RuleBroken("A referral of this child is open already: follow that one.")
    if not again:
        _check_no_stay(child)
    if not age_checked:
        ages = Hub.objects.not_closed(on=received_on).age_ranges()
        check_age_usual(age_on(child.born_on, received_on), ages)
    case = _case(child, received_on, officer, by)
    referral = Referral.objects.create(case=case, logged_by=by, **facts)
    record(
        "nurture_hubs.referral_log",
        by=by,
        child=child,
        about=referral,
        on=received_on,
        setting=referral.referred_by,
    )
    return referral


class Changes(TypedDict):
    """What may be changed of a referral that goes on."""

    setting: Setting
    need: str
    reasons: str
    tried: str
    consent_on: date | None
    consent_by: str


@transaction.atomic
def referral_change(
    *, referral: Referral, by: User, **facts: Unpack[Changes]
) -> Referral:
    """Change the need, the reasons, the school, or whether the family agrees (HUB-3).

    The wait goes by the family's agreement: its day counts, and without it none waits.
    """
    referral = locked(referral)
    check_not_ended(referral.standing)
    _check_consent(referral.case.child, facts["consent_on"], facts["consent_by"])
    _check_consent_holds(referral, facts["consent_on"])
    _check_school_holds(referral, facts["setting"])
    said = _changes(referral, facts)
    for name, value in facts.items():
        setattr(referral, name, value)
    wait_or_not(referral, also=list(facts))
    if said:
        record(
            "nurture_hubs.referral_change",
            by=by,
            child=referral.case.child,
            about=referral,
            what="; ".join(said),
        )
    return referral


class Found(TypedDict):
    """Who came when, and what they saw or advised."""

    kind: str
    on: date
    visitor: str
    setting: Setting
    found: str


@transaction.atomic
def visit_log(
    *, child: Child, by: User, officer: User | None = None, **facts: Unpack[Found]
) -> Visit:
    """Log a visit of the Behaviour Support Team, free to the school (HUB-2).

    With a referral or without one: the child's hub case is opened where there is none.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    on = facts["on"]
    check_not_future(on, on=clock.today(), field="on")
    check_after_birth(on, born_on=child.born_on, field="on")
    check_before_death(on, died_on=child.died_on, field="on")
    case = _case(child, on, officer, by)
    made = Visit.objects.create(case=case, recorded_by=by, **facts)
    visit = Visit.objects.for_page().get(pk=made.pk)
    record(
        "nurture_hubs.visit_log",
        by=by,
        child=child,
        about=visit,
        on=on,
        kind=visit.get_kind_display(),
        setting=visit.setting,
        elsewhere=f" ({ELSEWHERE})" if getattr(visit, "elsewhere", False) else "",
    )
    return visit


@transaction.atomic
def visit_withdraw(*, visit: Visit, reason: str, by: User) -> Visit:
    """Say that a visit was entered in error; a case opened for it alone is closed."""
    found = Visit.objects.select_related("case__child", "setting")
    visit = found.select_for_update(of=("self",)).get(pk=visit.pk)
    if visit.withdrawn_at:
        raise RuleBroken("This was already said to be an error.")
    visit.take_back(by=by, reason=reason)
    case = visit.case
    record(
        "nurture_hubs.visit_withdraw",
        by=by,
        child=case.child,
        about=visit,
        kind=visit.get_kind_display(),
        setting=visit.setting,
        reason=reason,
    )
    if not case.hub_visits.standing().exists():
        case_close_if_idle(case=case, by=by)
    return visit


@transaction.atomic
def referral_end(
    *, referral: Referral, standing: str, ended_on: date, reason: str, by: User
) -> Referral:
    """Refuse a referral, or record that it was withdrawn or a mistake, and why.

    That it was a mistake may be found after it was refused or withdrawn.
    """
    referral = locked(referral)
    check_may_end(referral.standing, how=standing)
    check_not_future(ended_on, on=clock.today(), field="ended_on")
    check_not_before_referral(
        ended_on, received_on=referral.received_on, field="ended_on"
    )
    _letters_stop(referral)
    referral.standing, referral.waits_since = standing, None
    referral.ended_on, referral.ended_by, referral.ended_because = ended_on, by, reason
    referral.save(
        update_fields=[
            "standing",
            "waits_since",
            "ended_on",
            "ended_by",
            "ended_because",
        ]
    )
    record(
        "nurture_hubs.referral_end",
        by=by,
        child=referral.case.child,
        about=referral,
        on=ended_on,
        how=referral.get_standing_display().lower(),
        reason=reason,
    )
    case_close_if_idle(case=referral.case, by=by)
    return referral


def _letters_stop(referral: Referral) -> None:
    """Stop what is not so once the referral ends, or once its end was a mistake."""
    if referral.is_open:
        reason = "The referral has ended."
        referral_letters_stop(referral, UNTIL_AN_ANSWER, reason=reason)
        return
    others = Referral.objects.filter(case=referral.case).exclude(pk=referral.pk)
    if not others.filter(standing__in=NO_PLACE).exists():  # whose letter it may be
        reason = "The referral was recorded by mistake."
        referral_letters_stop(referral, OF_AN_END, reason=reason)


def check_no_place(referral: Referral, message: str, *, field: str | None) -> None:
    """Refuse to take away what a place stands on, also when it is over."""
    if HubPlace.objects.standing().filter(referral=referral).exists():
        raise RuleBroken(message, field)


def _check_no_stay(child: Child) -> None:
    """Ask again where the child has a place already, now or to come."""
    there = HubPlace.objects.standing().of_child(child).not_over(on=clock.today())
    place = there.select_related("hub").latest_first().first()
    if place:
        raise RuleBroken(
            f"The child has a place in {place.hub}, from {date_words(place.starts_on)} "
            f"to {date_words(place.ends_on)}. A second stay is for a service manager "
            "to allow. If the referral is meant so, tick this box.",
            "again",
        )


def _case(child: Child, opened_on: date, officer: User | None, by: User) -> Case:
    case = case_open(child=child, service=ServiceKey.HUB, opened_on=opened_on, by=by)
    if officer and case.officer_id is None:
        case = case_assign(case=case, officer=officer, handover="", by=by)
    return case


def _check_consent(child: Child, consent_on: date | None, consent_by: str) -> None:
    check_consent(consent_on, consent_by)
    if consent_on:
        check_not_future(consent_on, on=clock.today(), field="consent_on")
        check_after_birth(consent_on, born_on=child.born_on, field="consent_on")


def _check_consent_holds(referral: Referral, consent_on: date | None) -> None:
    if referral.consent_on and not consent_on:
        check_no_place(
            referral,
            "A place stands on the family’s agreement, and it stays as recorded. If "
            "the child may not come any more, end the place; if the child never came, "
            "take the place back first.",
            field="consent_on",
        )


def _check_school_holds(referral: Referral, setting: Setting) -> None:
    """Once placed, the count of children from other schools stands on it (HUB-6)."""
    if setting.pk != referral.setting_id and referral.standing == Standing.PLACED:
        raise RuleBroken(
            "The place was counted by this school: it stays as it was.", "setting"
        )


def _changes(referral: Referral, facts: Changes) -> list[str]:
    """What is changed, as the history says it."""
    typed = dict(facts)
    changed = [
        words
        for name, words in CHANGES.items()
        if getattr(referral, name) != typed[name]
    ]
    consent_on = facts["consent_on"]
    if referral.consent_on and not consent_on:
        changed.append("the family does not agree any more")
    elif consent_on and consent_on != referral.consent_on:
        changed.append(f"the family agreed on {date_words(consent_on)}")
    elif referral.consent_by != facts["consent_by"]:
        changed.append("who of the family agreed")
    return changed
