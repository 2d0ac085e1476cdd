"""What the site aims at, and whether a run met it.

The numbers are the project's own (docs/performance.md, Targets). What was not measured
in a run, and what the product does not have yet, is said to be so.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sendhub.demo.bench import making
from sendhub.demo.bench.crowding import PLACES, Crowd
from sendhub.demo.bench.making import Made
from sendhub.demo.bench.measuring import Measured, text_table
from sendhub.demo.bench.serving import Served
from sendhub.demo.bench.yardstick import Beside

PAGES = ("My work", "Child's page", "Case", "Add a note, see the case")
SEARCH = "Search while typing"
DASHBOARDS = ("Team board", "Nurture hub board")
OF_ADMIN, OF_BARE, P95_OF_P50 = 0.3, 2.5, 2.0
SEARCH_OF_ADMIN, SEARCH_MS = 0.25, 30.0
GROWTH = 1.2
THROUGHPUT = 5.0
CSV_OF_COPY, CSV_ROWS = 4.0, 2000
ABOVE_IDLE = 60.0
EXCEL_SECONDS = 12.0
DASHBOARD_MS = 60.0
PDF_MS = 150.0
CROWD_SECONDS = 10.0
GIGABYTES, ENGLAND = 40.0, 600_000
MET, MISSED = "met", "missed"
LEFT_OUT, NOT_YET = "not measured", "not in the product yet"


@dataclass
class Found:
    """Everything that one run measured; what it left out is empty."""

    pages: list[Measured] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)
    crowd: Crowd | None = None
    served: list[Served] = field(default_factory=list)
    gigabytes: float = 0.0
    plans: int = 0
    before: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def page(self, name: str) -> Measured | None:
        """What a page took, if it was measured."""
        return next((one for one in self.pages if one.page == name), None)

    def compared(self, name: str) -> Beside | None:
        """A page beside Django's admin, if both were measured."""
        found = (one for one in self.beside if one.page == name and one.admin)
        return next(found, None)


@dataclass(frozen=True)
class Verdict:
    """One target, what came of it, and whether that is enough."""

    what: str
    target: str
    result: str
    outcome: str


def verdicts(found: Found) -> Iterator[Verdict]:
    """Hold a run against every target."""
    for judge in JUDGES:
        yield from judge(found)


def outcome(met: bool) -> str:
    """The word for it."""
    return MET if met else MISSED


def against_yardstick(found: Found) -> Iterator[Verdict]:
    """The most used pages beside Django's admin and a bare view, and how steady."""
    for name in PAGES:
        target = f"at most {OF_ADMIN} of admin, {OF_BARE} of a bare view"
        one = found.compared(name)
        if one and one.of_admin:
            met = one.of_admin <= OF_ADMIN and one.of_bare <= OF_BARE
            result = f"{one.of_admin:.2f}, {one.of_bare:.1f}"
            yield Verdict(name, target, result, outcome(met))
        else:
            yield Verdict(name, target, "", LEFT_OUT)
        if ours := found.page(name):
            steady = ours.p95 / ours.p50
            most = f"p95 at most {P95_OF_P50:.0f} x p50"
            yield Verdict(name, most, f"{steady:.1f}", outcome(steady <= P95_OF_P50))


def of_search(found: Found) -> Iterator[Verdict]:
    """The search while somebody types."""
    ours = found.page(SEARCH)
    if not ours:
        return
    fast = outcome(ours.p50 < SEARCH_MS)
    yield Verdict(SEARCH, f"under {SEARCH_MS:.0f} ms", f"{ours.p50:.1f} ms", fast)
    target = f"at most {SEARCH_OF_ADMIN} of admin"
    other = found.compared(SEARCH)
    if other and other.of_admin:
        met = outcome(other.of_admin <= SEARCH_OF_ADMIN)
        yield Verdict(SEARCH, target, f"{other.of_admin:.2f}", met)
    else:
        yield Verdict(SEARCH, target, "", LEFT_OUT)


def of_growth(found: Found) -> Iterator[Verdict]:
    """Every page against the same page of a smaller caseload (--against)."""
    target = f"at most {GROWTH} x on every page"
    grown = {
        one.page: one.p50 / found.before[one.page]["p50"]
        for one in found.pages
        if one.page in found.before
    }
    if not grown:
        yield Verdict("growth", target, "", LEFT_OUT)
        return
    worst = max(grown, key=lambda page: grown[page])
    beyond = sum(1 for times in grown.values() if times > GROWTH)
    result = f"{beyond} of {len(grown)} pages beyond; {worst} {grown[worst]:.1f} x"
    yield Verdict("growth", target, result, outcome(not beyond))
    more = [
        one.page
        for one in found.pages
        if one.page in found.before and one.queries > found.before[one.page]["queries"]
    ]
    result = ", ".join(more) or "none has more"
    yield Verdict("queries of a page", "constant", result, outcome(not more))


def of_throughput(found: Found) -> Iterator[Verdict]:
    """Requests a second of two worker processes."""
    target = f"at least {THROUGHPUT:.0f} x admin"
    if len(found.served) < 2:
        yield Verdict("worklists a second", target, "", LEFT_OUT)
        return
    ours, admin = found.served[:2]
    ratio = ours.per_second / admin.per_second
    met = outcome(ratio >= THROUGHPUT)
    yield Verdict("worklists a second", target, f"{ratio:.1f} x", met)


def of_files(found: Found) -> Iterator[Verdict]:
    """CSV beside COPY, Excel, and a long PDF."""
    made = {one.what: one for one in found.made}
    if not made:
        for name in (making.CSV, making.EXCEL, making.PDF):
            yield Verdict(name, "", "", LEFT_OUT)
        return
    csv, copy = made[making.CSV], made[making.COPY]
    yield _csv_beside(csv, copy)
    yield _memory(csv)
    excel, pdf = made[making.EXCEL], made[making.PDF]
    result = f"{excel.seconds:.1f} s for {excel.number:,} rows"
    met = outcome(excel.seconds < EXCEL_SECONDS)
    yield Verdict(excel.what, f"under {EXCEL_SECONDS:.0f} s", result, met)
    yield _memory(excel)
    took = pdf.seconds * 1000
    met = outcome(took < PDF_MS)
    result = f"{took:.0f} ms for {pdf.number} pages, as a letter"
    yield Verdict(pdf.what, f"under {PDF_MS:.0f} ms", result, met)


def _csv_beside(csv: Made, copy: Made) -> Verdict:
    ratio = csv.seconds / copy.seconds
    result = f"{ratio:.1f} x for {csv.number:,} rows"
    enough = csv.number >= CSV_ROWS
    met = outcome(ratio <= CSV_OF_COPY) if enough else f"too few rows: {LEFT_OUT}"
    return Verdict(csv.what, f"at most {CSV_OF_COPY:.0f} x COPY", result, met)


def _memory(made: Made) -> Verdict:
    target = f"under {ABOVE_IDLE:.0f} MB above idle"
    if made.above is None:
        return Verdict(made.what, target, "", LEFT_OUT)
    met = outcome(made.above < ABOVE_IDLE)
    return Verdict(made.what, target, f"{made.above:.0f} MB", met)


def of_dashboards(found: Found) -> Iterator[Verdict]:
    """The pages of figures: counted as they open."""
    for name in DASHBOARDS:
        if ours := found.page(name):
            met = outcome(ours.p50 < DASHBOARD_MS)
            target = f"under {DASHBOARD_MS:.0f} ms"
            yield Verdict(name, target, f"{ours.p50:.1f} ms", met)


def of_the_return(found: Found) -> Iterator[Verdict]:
    """The national return."""
    yield Verdict("SEN2 return, 2,048 plans", "under 5 s", "", NOT_YET)
    yield Verdict("SEN2 return, 640,000 plans", "under 10 minutes", "", NOT_YET)


def of_the_hubs(found: Found) -> Iterator[Verdict]:
    """Two hundred children for three places."""
    what = "200 allocations on 3 places"
    target = f"exactly 3, under {CROWD_SECONDS:.0f} s"
    if found.crowd is None:
        yield Verdict(what, target, "", LEFT_OUT)
        return
    crowd = found.crowd
    met = crowd.placed == PLACES and crowd.seconds < CROWD_SECONDS
    result = f"{crowd.placed} of {crowd.children}, {crowd.seconds:.1f} s"
    yield Verdict(what, target, result, outcome(met))


def of_the_size(found: Found) -> Iterator[Verdict]:
    """The size of England's database; `seed` itself prints how long it took."""
    if found.gigabytes:
        enough = found.plans >= ENGLAND
        met = outcome(found.gigabytes < GIGABYTES)
        met = met if enough else f"too few plans: {LEFT_OUT}"
        target = f"under {GIGABYTES:.0f} GB with {ENGLAND:,} plans"
        yield Verdict("database", target, f"{found.gigabytes:.1f} GB", met)


JUDGES: Sequence[Callable[[Found], Iterator[Verdict]]] = (
    against_yardstick,
    of_search,
    of_growth,
    of_throughput,
    of_files,
    of_dashboards,
    of_the_return,
    of_the_hubs,
    of_the_size,
)


def verdict_table(judged: Sequence[Verdict]) -> str:
    """Every target with what came of it."""
    rows = [[one.what, one.target, one.result or "-", one.outcome] for one in judged]
    return text_table(["what", "target", "this run", ""], rows)


def kept(found: Found) -> dict[str, Any]:
    """What a later run is held against: of each page the queries and times."""
    return {
        one.page: {"queries": one.queries, "p50": one.p50, "p95": one.p95}
        for one in found.pages
    }
