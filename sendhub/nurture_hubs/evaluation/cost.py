"""What a child and a place-week cost, from the budgets (HUB-11; seed 30)."""

from collections.abc import Sequence
from decimal import Decimal

from sendhub.nurture_hubs.evaluation.cohort import Scope
from sendhub.nurture_hubs.evaluation.records import children
from sendhub.nurture_hubs.evaluation.tables import (
    BUDGETS,
    PLACES,
    Behind,
    Cell,
    Section,
    words,
)
from sendhub.nurture_hubs.evaluation.use import Week
from sendhub.nurture_hubs.models import Budget
from sendhub.nurture_hubs.rules import year_words
from sendhub.nurture_hubs.rules.evaluation import (
    WEEK,
    financial_years,
    part_of_year,
    tidy,
)

PENCE = 100


def section(scope: Scope, found: Sequence[Week]) -> Section:
    """Answer what it cost; say for which years no budget is set."""
    years = financial_years(scope.period)
    budgets = _budgets(scope)
    parts = {
        year: part_of_year(budgets[year], year, days.days)
        for year, days in years
        if year in budgets
    }
    missing = [year for year, _ in years if year not in budgets]
    rows = [
        [
            words(f"Budget of {year_words(year)}, for {days.days} days of it"),
            _pounds(parts.get(year), Behind(BUDGETS)),
        ]
        for year, days in years
    ]
    rows += _rates(scope, None if missing else sum(parts.values()), found)
    says = ["The budget of a financial year counts by the days of it in the period."]
    if missing:
        none = " and ".join(year_words(year) for year in missing)
        says.append(f"No budget is set for {none}: the cost cannot be worked out.")
    return Section(
        "cost", "What it cost", ["", "£"], rows, says, no_budget=bool(missing)
    )


def _budgets(scope: Scope) -> dict[int, int]:
    """Pence by financial year: the hub's own; else the network's, or all hubs' sum."""
    network: dict[int, int] = {}
    by_hub: dict[int, int] = {}
    for year, hub, pence in Budget.objects.values_list("year", "hub", "pence"):
        if hub is None:
            network[year] = pence
        elif scope.hub is None or scope.hub.pk == hub:
            by_hub[year] = by_hub.get(year, 0) + pence
    return by_hub if scope.hub else {**by_hub, **network}


def _rates(
    scope: Scope, pence: Decimal | int | None, found: Sequence[Week]
) -> list[list[Cell]]:
    taken, places = sum(w.taken for w in found), sum(w.places for w in found)
    came = children(scope.stays)
    behind = Behind("all")
    return [
        [words("Together"), _pounds(pence, Behind(BUDGETS))],
        [words("For each child with a place"), _pounds(_per(pence, came), behind)],
        [
            words("For each place-week taken"),
            _pounds(_per(pence, Decimal(taken) / WEEK), behind),
        ],
        [
            words("For each place-week there was"),
            _pounds(_per(pence, Decimal(places) / WEEK), Behind(PLACES)),
        ],
    ]


def _per(pence: Decimal | int | None, number: Decimal | int) -> Decimal | None:
    return Decimal(pence) / number if pence is not None and number else None


def _pounds(pence: Decimal | int | None, behind: Behind) -> Cell:
    pounds = None if pence is None else tidy(Decimal(pence) / PENCE, 0)
    return Cell(pounds, "money", behind)
