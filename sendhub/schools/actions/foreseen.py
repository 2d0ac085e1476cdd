"""Which links between schools a register would write, told before it is loaded."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import count, pairwise
from typing import NamedTuple

from sendhub.schools.actions.links import best_of, is_better, takes_over
from sendhub.schools.comparing import Compared
from sendhub.schools.models import Setting, SettingLink
from sendhub.schools.register_links import Succession


class Stand(NamedTuple):
    """A school as it would be: its number, and from when to when it was open."""

    urn: str
    order: int
    laestab: str
    status: str
    opened_on: date | None
    closed_on: date | None


class Foreseen:
    """The schools as they would be once the register is loaded.

    It holds a few facts of each school, some 20 MB for all of England's.
    """

    def __init__(self) -> None:
        self._after: dict[str, Stand] = {}
        self._new = count(1 << 62)

    def note(self, some: Iterable[Compared]) -> None:
        """Hear what some rows would make of their settings."""
        for one in some:
            if school := one.setting:
                self._after[school.urn] = Stand(
                    school.urn,
                    school.pk or next(self._new),
                    school.laestab,
                    school.status,
                    school.opened_on,
                    school.closed_on,
                )

    def links(self, successions: Iterable[Succession]) -> int:
        """How many links would be new, or better known than they are."""
        self._and_the_others()
        there = {
            (link.predecessor.urn, link.successor.urn): link
            for link in SettingLink.objects.with_both()
        }
        said = best_of(
            ((one.predecessor, one.successor), one)
            for one in successions
            if one.predecessor in self._after and one.successor in self._after
        )
        told = {predecessor for predecessor, _ in (*there, *said)}
        return sum(
            pair not in there or is_better(one, there[pair])
            for pair, one in said.items()
        ) + self._inferred(told)

    def _and_the_others(self) -> None:
        """Settings that the file lacks stay as they are."""
        fields = ("urn", "pk", "laestab", "status", "opened_on", "closed_on")
        for row in Setting.objects.in_register().values_list(*fields).iterator():
            self._after.setdefault(row[0], Stand(*row))

    def _inferred(self, told: set[str]) -> int:
        """How many schools would be taken to follow another at its number."""
        same: dict[str, list[Stand]] = defaultdict(list)
        for school in self._after.values():
            if school.laestab:
                same[school.laestab].append(school)
        return sum(
            former.urn not in told and takes_over(former, later)
            for schools in same.values()
            for former, later in pairwise(sorted(schools, key=_in_turn))
        )


def _in_turn(school: Stand) -> tuple[date, int]:
    """The order of those of one number: no known opening day comes first."""
    return school.opened_on or date.min, school.order
