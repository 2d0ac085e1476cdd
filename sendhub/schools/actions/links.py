"""Which setting came after which: as the register says, or as the same number tells."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby, pairwise

from django.db import transaction

from sendhub.schools.models import Setting, SettingLink
from sendhub.schools.register_links import Succession
from sendhub.schools.rules import Status
from sendhub.schools.tables import AT_ONCE, batches

GAP = timedelta(days=92)
"""A school that takes over a number opens within a term of the former's closing."""


def links_follow(successions: Iterable[Succession]) -> int:
    """Keep what the register's file of links says; give how many are new or changed.

    Links with a school that we do not have are left out.
    """
    return sum(_links_keep(some) for some in batches(successions))


@transaction.atomic
def _links_keep(some: list[Succession]) -> int:
    urns = {urn for one in some for urn in (one.predecessor, one.successor)}
    keys = dict(Setting.objects.with_urns(urns).values_list("urn", "pk"))
    said: dict[tuple[int, int], Succession] = {}
    for one in some:
        if one.predecessor in keys and one.successor in keys:
            pair = keys[one.predecessor], keys[one.successor]
            said[pair] = one if one.on or pair not in said else said[pair]
    return _links_write(said)


def _links_write(said: dict[tuple[int, int], Succession]) -> int:
    there = {
        (link.predecessor_id, link.successor_id): link
        for link in SettingLink.objects.filter(
            predecessor__in={predecessor for predecessor, _ in said}
        )
    }
    new, better = [], []
    for (predecessor, successor), one in said.items():
        link = there.get((predecessor, successor))
        if link is None:
            new.append(
                SettingLink(
                    predecessor_id=predecessor,
                    successor_id=successor,
                    kind=one.kind,
                    linked_on=one.on,
                )
            )
        elif not link.kind or (one.on and not link.linked_on):
            link.kind, link.linked_on = one.kind, one.on or link.linked_on
            better.append(link)
    SettingLink.objects.bulk_create(new)
    SettingLink.objects.bulk_update(better, ["kind", "linked_on"])
    return len(new) + len(better)


@transaction.atomic
def links_infer() -> int:
    """Link a closed school with the one that opened at its number (LAESTAB).

    Where the register says what came after a school, nothing is guessed.
    """
    told = set(SettingLink.objects.values_list("predecessor_id", flat=True))
    found = Setting.objects.of_shared_number().only(
        "pk", "laestab", "status", "opened_on", "closed_on"
    )
    new = [
        SettingLink(predecessor=former, successor=later)
        for _, same in groupby(found.iterator(AT_ONCE), key=lambda one: one.laestab)
        for former, later in pairwise(same)
        if former.pk not in told and _takes_over(former, later)
    ]
    SettingLink.objects.bulk_create(new, batch_size=AT_ONCE)
    return len(new)


def _takes_over(former: Setting, later: Setting) -> bool:
    if former.status != Status.CLOSED or not former.closed_on or not later.opened_on:
        return False
    return timedelta() <= later.opened_on - former.closed_on <= GAP
