"""How much of everything a caseload of so many plans has. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

PLANS_OF_OFFICER = 200
OFFICERS_OF_TEAM = 12
OPEN_PER_HUNDRED = 12  # requests in hand for a hundred live plans, as in the county
AT_ONCE = 10_000  # plans of one batch
LIVES_AT_ONCE = 240  # originals of one batch; the next batch has others


@dataclass(frozen=True)
class Batch:
    """What is made in one transaction: all of it or nothing.

    `first` is the number of live plans that there are before.
    """

    first: int
    plans: int
    requests: int

    @property
    def sets(self) -> range:
        """The officers who get the batch's cases, by their numbers."""
        last = self.first + self.plans - 1
        return range(officer_of(self.first), officer_of(last) + 1)


def officer_of(plan: int) -> int:
    """The number of the officer of the so many-th plan."""
    return plan // PLANS_OF_OFFICER


def team_of(officer: int) -> int:
    """The number of an officer's team."""
    return officer // OFFICERS_OF_TEAM


def batches(there: int, wanted: int, *, at_once: int = AT_ONCE) -> Iterator[Batch]:
    """The batches that lead from the live plans there to as many as are wanted."""
    while there < wanted:
        plans = min(at_once, wanted - there)
        after = there + plans
        requests = after * OPEN_PER_HUNDRED // 100 - there * OPEN_PER_HUNDRED // 100
        yield Batch(there, plans, requests)
        there = after
