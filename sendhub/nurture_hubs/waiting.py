"""Who waits for a place in a hub, in which order, and why (HUB-6, HUB-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sendhub.nurture_hubs import rules
from sendhub.nurture_hubs.models import Hub, Referral
from sendhub.nurture_hubs.quota import most_free, quotas_of


@dataclass(frozen=True)
class Waiter:
    """One who waits for a hub, and why they stand where they do."""

    referral: Referral
    from_host: bool
    weeks: int
    why: str
    conditions: list[str]
    too: list[str]


def in_order(hub: Hub, *, today: date) -> list[Referral]:
    """The referrals that wait for a hub, the next first.

    The most pressing need; then, while the hub has not its two children from other
    schools in this school year, those from other schools; then who waits longest;
    then the older child.
    """
    return [waiter.referral for waiter in waiters([hub], today=today)[hub.pk]]


def waiters(hubs: Sequence[Hub], *, today: date) -> dict[int, list[Waiter]]:
    """The same for some hubs, with what the waiting list says of each child."""
    names = {hub.pk: hub.name for hub in hubs}
    others_first = others_go_first(list(names), today=today)
    found = Referral.objects.waiting_for(names).for_page().with_answers()
    found = found.with_badges(on=today)
    rows = list(found.in_waiting_order(others_first=others_first, on=today))
    waits: dict[int, list[int]] = {}
    for row in rows:
        waits.setdefault(row.pk, []).append(row.for_hub)
    waiting: dict[int, list[Waiter]] = {hub: [] for hub in names}
    for row in rows:
        waiting[row.for_hub].append(
            Waiter(
                referral=row,
                from_host=row.from_host,
                weeks=rules.weeks_between(row.waits_since, today),
                why=rules.order_words(
                    row.need,
                    from_host=row.from_host,
                    others_first=row.for_hub in others_first,
                    waits_since=row.waits_since,
                ),
                conditions=conditions(row, row.for_hub),
                too=[names[hub] for hub in waits[row.pk] if hub != row.for_hub],
            )
        )
    return waiting


def others_go_first(hubs: Sequence[int], *, today: date) -> set[int]:
    """Those hubs that must still take children from other schools this year."""
    quotas = quotas_of(hubs, rules.school_year(today), today=today)
    return {hub for hub, quota in quotas.items() if quota.missing}


def why_waiting(*, today: date) -> dict[int, str]:
    """Why each child who waits has no place yet, by referral, as a letter says it."""
    hubs = list(Hub.objects.not_closed(on=today).in_order())
    keys = [hub.pk for hub in hubs]
    free = most_free(keys, today, today)
    others_first = others_go_first(keys, today=today)
    waits: dict[int, list[rules.Turn]] = {}
    for hub, there in waiters(hubs, today=today).items():
        for before, waiter in enumerate(there):
            turn = rules.Turn(
                full=not free[hub],
                kept=waiter.from_host and hub in others_first,
                before=before,
            )
            waits.setdefault(waiter.referral.pk, []).append(turn)
    return {referral: rules.why_waiting(turns) for referral, turns in waits.items()}


def conditions(referral: Referral, hub: int) -> list[str]:
    """On what the two agreed that the child comes into a hub, if on anything."""
    return [
        f"{answer.get_party_display()}: {answer.conditions}"
        for answer in referral.agreements.all()
        if answer.hub_id == hub and answer.conditions and not answer.withdrawn_on
    ]
