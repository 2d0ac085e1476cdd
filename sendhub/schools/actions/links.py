"""Which setting came after which: as the register says, or as the same number tells."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Protocol, TypeVar

from django.db import transaction

from sendhub.schools.models import Setting, SettingLink
from sendhub.schools.register_links import Succession
from sendhub.schools.rules import Status
from sendhub.schools.tables import AT_ONCE, batches

T = TypeVar("T", int, str)
GAP = timedelta(days=92)
"""A school that takes over a number opens within a term of the former's closing."""


Pair = tuple[T, T]


class Standing(Protocol):
    """A school: whether it closed, and from when to when it was open."""

    @property
    def status(self) -> str: ...
    @property
    def opened_on(self) -> date | None: ...
    @property
    def closed_on(self) -> date | None: ...


def links_follow(successions: Iterable[Succession]) -> int:
    """Keep what the register's file of links says; give how many are new or changed.

    Links with a school that we do not have are left out.
    """
    written: set[Pair[int]] = set()
    for some in batches(successions):
        written |= _links_keep(some)
    return len(written)


@transaction.atomic
def _links_keep(some: list[Succession]) -> set[Pair[int]]:
    urns = {urn for one in some for urn in (one.predecessor, one.successor)}
    keys = dict(Setting.objects.with_urns(urns).values_list("urn", "pk"))
    return _links_write(
        best_of(
            ((keys[one.predecessor], keys[one.successor]), one)
            for one in some
            if one.predecessor in keys and one.successor in keys
        )
    )


def best_of(said: Iterable[tuple[Pair[T], Succession]]) -> dict[Pair[T], Succession]:
    """Of what is said of two schools from both ends, what names a day."""
    best: dict[Pair[T], Succession] = {}
    for pair, one in said:
        if one.on or pair not in best:
            best[pair] = one
    return best


def is_better(one: Succession, link: SettingLink) -> bool:
    """Whether the register knows more of a link than we do."""
    return not link.kind or bool(one.on and not link.linked_on)


def _links_write(said: dict[Pair[int], Succession]) -> set[Pair[int]]:
    there = {
        (link.predecessor_id, link.successor_id): link
        for link in SettingLink.objects.filter(
            predecessor__in={predecessor for predecessor, _ in said}
        )
    }
    new, better = [], []
    for pair, one in said.items():
        link = there.get(pair)
        if link is None:
            new.append(
                SettingLink(
                    predecessor_id=pair[0],
                    successor_id=pair[1],
                    kind=one.kind,
                    linked_on=one.on,
                )
            )
        elif is_better(one, link):
            link.kind, link.linked_on = one.kind, one.on or link.linked_on
            better.append(link)
    SettingLink.objects.bulk_create(new)
    SettingLink.objects.bulk_update(better, ["kind", "linked_on"])
    return {(link.predecessor_id, link.successor_id) for link in (*new, *better)}


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
        if former.pk not in told and takes_over(former, later)
    ]
    SettingLink.objects.bulk_create(new, batch_size=AT_ONCE)
    return len(new)


def takes_over(former: Standing, later: Standing) -> bool:
    """Whether a school that has the number of one that closed came after it."""
    if former.status != Status.CLOSED or not former.closed_on or not later.opened_on:
        return False
    return timedelta() <= later.opened_on - former.closed_on <= GAP
