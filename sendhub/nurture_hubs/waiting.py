"""Who waits for a place in a hub, in which order, and why (HUB-6, HUB-10)."""

from dataclasses import dataclass
from datetime import date

from sendhub.nurture_hubs import rules
from sendhub.nurture_hubs.models import Hub, Referral
from sendhub.nurture_hubs.quota import quota_of


@dataclass(frozen=True)
class Waiter:
    """One who waits for a hub, and why they stand where they do."""

    referral: Referral
    from_host: bool
    weeks: int
    why: str
    conditions: list[str]


def in_order(hub: Hub, *, today: date) -> list[Referral]:
    """The referrals that wait for a hub, the next first.

    The most pressing need; then, while the hub has not its two children from other
    schools in this school year, those from other schools; then who waits longest;
    then the older child.
    """
    return [waiter.referral for waiter in waiters(hub, today=today)]


def waiters(hub: Hub, *, today: date) -> list[Waiter]:
    """The same, with what the waiting list says of each."""
    others_first = others_go_first(hub, today=today)
    found = Referral.objects.waiting_for(hub).for_page().with_answers()
    found = found.with_badges(on=today)
    ordered = found.in_waiting_order(hub.pk, others_first=others_first, on=today)
    return [
        _waiter(referral, hub, others_first=others_first, today=today)
        for referral in ordered
    ]


def others_go_first(hub: Hub, *, today: date) -> bool:
    """Whether the hub must still take children from other schools this year."""
    quota = quota_of(hub, rules.school_year(today), today=today)
    return quota.missing > 0


def _waiter(referral: Referral, hub: Hub, *, others_first: bool, today: date) -> Waiter:
    since = referral.waits_since or referral.received_on
    from_host = bool(getattr(referral, "from_host", False))
    return Waiter(
        referral=referral,
        from_host=from_host,
        weeks=rules.weeks_between(since, today),
        why=rules.order_words(
            referral.need,
            from_host=from_host,
            others_first=others_first,
            waits_since=since,
        ),
        conditions=conditions(referral, hub),
    )


def conditions(referral: Referral, hub: Hub) -> list[str]:
    """On what the two agreed that the child comes into a hub, if on anything."""
    return [
        f"{answer.get_party_display()}: {answer.conditions}"
        for answer in referral.agreements.all()
        if answer.hub_id == hub.pk and answer.conditions and not answer.withdrawn_on
    ]
