"""How often each lived story is told again, so that the county's shares fit. Pure.

A cell is one story and how many days earlier its copies lie. Its traits say what each
copy will count as. Weights are raked until every published share is met (iterative
proportional fitting), and then dealt by stride: no share is left to chance.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

ROUNDS = 80
WEEK, YEAR = 7, 364
JITTER = 6  # weeks that a copy may lie before the whole years of its shift
Shares = Mapping[str, float]


@dataclass(frozen=True)
class Original:
    """A story that was lived, as far as it matters for its copies.

    `began` and `since`: days since the request, and since the plan was issued, if it
    was. `room`: days by which it may lie earlier. `age`: on the last 1 September.
    """

    child: int
    group: str
    began: int
    since: int | None
    room: int
    age: int
    traits: Mapping[str, str]


@dataclass(frozen=True)
class Cell:
    """One story and one shift, and what each copy counts as."""

    original: Original
    days: int
    traits: Mapping[str, str]


def largest_remainder(shares: Shares, total: int) -> dict[str, int]:
    """Whole numbers in the proportions of the shares, with exactly this sum."""
    whole = sum(shares.values())
    exact = {kind: total * share / whole for kind, share in shares.items()}
    dealt = {kind: int(number) for kind, number in exact.items()}
    left = total - sum(dealt.values())
    rest = sorted(exact, key=lambda kind: (dealt[kind] - exact[kind], kind))
    for kind in rest[:left]:
        dealt[kind] += 1
    return dealt


def shifts(room: int) -> list[int]:
    """Whole weeks earlier, near whole years, so that seasons and weekdays hold."""
    return [
        days
        for years in range(room // YEAR + 1)
        for days in range(years * YEAR, years * YEAR + (JITTER + 1) * WEEK, WEEK)
        if days <= room
    ]


def left_over(shares: Shares, total: int, there: Shares) -> dict[str, float]:
    """What is still wanted of each kind, where some are there already."""
    wanted = largest_remainder(shares, total)
    return {kind: max(0.0, wanted[kind] - there.get(kind, 0)) for kind in wanted}


def rake(
    cells: Sequence[Cell], wanted: Mapping[str, Shares], total: float
) -> list[float]:
    """How many copies of each cell: every trait in its wanted share, if it can be.

    A trait that a cell does not have leaves it as it is.
    """
    weights = [total / len(cells)] * len(cells)
    for _ in range(ROUNDS):
        for trait, shares in wanted.items():
            _fit(cells, weights, trait, shares)
        factor = total / sum(weights)
        weights = [weight * factor for weight in weights]
    return weights


def _fit(
    cells: Sequence[Cell], weights: list[float], trait: str, shares: Shares
) -> None:
    """Scale the cells that have a trait so that its kinds stand as wanted."""
    sums: dict[str, float] = defaultdict(float)
    for cell, weight in zip(cells, weights, strict=True):
        if trait in cell.traits:
            sums[cell.traits[trait]] += weight
    for place, cell in enumerate(cells):
        kind = cell.traits.get(trait)
        if kind is not None and sums[kind]:
            weights[place] *= shares.get(kind, 0.0) / sums[kind]


def by_stride(weights: Iterable[float]) -> list[int]:
    """Whole numbers along the running sum: neighbours make up for each other."""
    ends = [round(end) for end in accumulate(weights)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]
