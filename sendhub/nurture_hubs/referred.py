"""What pages show of referrals: answers by hub, what is missing, an EHC plan."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from sendhub.ehcps.models import NeedsAssessment, Plan
from sendhub.nurture_hubs.models import Agreement, Hub, Referral
from sendhub.nurture_hubs.rules import Party, weeks_between
from sendhub.nurture_hubs.rules.referrals import LONG_WAIT, hub_words, missing
from sendhub.people.models import Child


@dataclass(frozen=True)
class Referred:
    """A referral with all that its row or its card says."""

    referral: Referral
    answers: list[Agreement]
    hubs: list[str]
    missing: list[str]
    weeks: int

    @property
    def waits_long(self) -> bool:
        """Whether it has asked for a place for about a term."""
        return self.referral.is_open and self.weeks >= LONG_WAIT


def referred(found: Iterable[Referral], user: User) -> list[Referred]:
    """Say of each what was answered; loaded `with_answers`, it asks nothing more.

    A hub school reads the answers for its own hub only.
    """
    today = clock.today()
    mine: Collection[int] | None = None
    if not user.may(Permission.CHILDREN_ALL):
        hubs = Hub.objects.visible_to(user, on=today)
        mine = set(hubs.values_list("pk", flat=True))
    return [_referred(referral, mine, today) for referral in found]


def to_answer(user: User) -> Any:
    """The referrals for which the coordinator asks the hubs of this person."""
    mine = Hub.objects.visible_to(user, on=clock.today())
    return Referral.objects.visible_to(user).offered_to(mine)


def count_to_answer(user: User) -> int:
    """How many answers are asked of this person, for the navigation."""
    return int(to_answer(user).count())


def ehc_of(child: Child, user: User) -> Mapping[str, Any]:
    """A live plan and an open request, for who may see them: none is needed (HUB-8)."""
    if not user.may(Permission.EHC_VIEW):
        return {"plan": None, "request": None}
    plans = Plan.objects.of_child(child).live().visible_to(user)
    requests = NeedsAssessment.objects.of_child(child).open().visible_to(user)
    return {"plan": plans.first(), "request": requests.first()}


def may_read(user: User) -> bool:
    """Whether this person reads the reasons: staff of notes, and the hub's school."""
    return user.may(Permission.NOTE_VIEW) or user.may(Permission.AGREEMENT_ANSWER)


def _referred(
    referral: Referral, mine: Collection[int] | None, today: date
) -> Referred:
    found = referral.agreements.all()
    answers = [one for one in found if mine is None or one.hub_id in mine]
    by_hub: dict[Hub, dict[str, bool]] = {}
    for answer in answers:
        if answer.withdrawn_on is None:
            by_hub.setdefault(answer.hub, {})[Party(answer.party)] = answer.agreed
    return Referred(
        referral=referral,
        answers=answers,
        hubs=[hub_words(hub, said) for hub, said in by_hub.items()],
        missing=missing(consent=bool(referral.consent_on), answers=by_hub.values())
        if referral.is_open
        else [],
        weeks=weeks_between(referral.received_on, today),
    )
