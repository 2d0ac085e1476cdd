"""Two hundred children for three places of a hub, and how long telling them takes.

One after the other, in a transaction that is taken back: the act holds the hub, so that
two hundred at the same moment wait for each other in the same way. With two hundred
threads and connections of their own, `tests/nurture_hubs/test_place_races.py` does it.
"""

import time
from dataclasses import dataclass
from datetime import date, timedelta

from sendhub.accounts.models import User
from sendhub.accounts.roles import RoleKey
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.core.models import Code
from sendhub.demo.bench.measuring import undone
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Hub, Referral
from sendhub.nurture_hubs.rules import Need, Party, Phase
from sendhub.people.actions import child_record
from sendhub.schools.models import Setting

CHILDREN = 200
PLACES = 3
SIX_YEARS = timedelta(days=2200)


@dataclass(frozen=True)
class Crowd:
    """How many of the children had a place, and the seconds for all of them."""

    children: int
    placed: int
    seconds: float


def crowd() -> Crowd | None:
    """Allocate; nothing where the site has no coordinator or no school."""
    by = User.objects.with_any_role(RoleKey.HUB_COORDINATOR).first()
    head = User.objects.with_any_role(RoleKey.SERVICE_MANAGER).first()
    school = Setting.objects.filter(closed_on=None).order_by("pk").first()
    if not (by and head and school):
        return None
    with undone():
        hub = _hub(school, head)
        waiting = [_waiting(number, hub, school, by) for number in range(CHILDREN)]
        started = time.perf_counter()
        placed = sum(_allocate(one, hub, by) for one in waiting)
        return Crowd(len(waiting), placed, time.perf_counter() - started)


def _hub(school: Setting, head: User) -> Hub:
    """A hub of three places, open for a year."""
    return actions.hub_open(
        name="Measured",
        phase=Phase.PRIMARY,
        age_from=3,
        age_to=7,
        sessions="",
        opens_on=clock.today() - timedelta(days=365),
        host=school,
        second_host=None,
        places=PLACES,
        by=head,
    )


def _waiting(number: int, hub: Hub, school: Setting, by: User) -> Referral:
    """A child whom coordinator and hub agreed to take."""
    today = clock.today()
    child = child_record(
        by=by,
        given_names="Measured",
        family_name=f"Child {number}",
        born_on=today - SIX_YEARS,
        sex=Code.objects.get(pk="SEX:F"),
    )
    referral = actions.referral_log(
        child=child,
        by=by,
        received_on=today,
        setting=school,
        by_team=False,
        referrer="SENCO",
        need=Need.USUAL,
        reasons="A quieter room.",
        tried="A key adult.",
        consent_on=today,
        consent_by="A parent",
        age_checked=True,
        again=True,
    )
    for party in Party:
        _agree(referral, hub, party, by, today)
    referral.refresh_from_db()
    return referral


def _agree(referral: Referral, hub: Hub, party: Party, by: User, on: date) -> None:
    actions.agreement_record(
        referral=referral,
        hub=hub,
        by=by,
        party=party,
        agreed=True,
        on=on,
        conditions="",
        document=None,
    )


def _allocate(referral: Referral, hub: Hub, by: User) -> bool:
    first = clock.today() + timedelta(days=30)
    try:
        actions.place_allocate(
            referral=referral,
            hub=hub,
            by=by,
            stay={"starts_on": first, "ends_on": first + timedelta(days=300)},
            order_because="All at once.",
        )
    except RuleBroken:
        return False
    return True
