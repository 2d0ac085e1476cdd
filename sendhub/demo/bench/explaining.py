"""What PostgreSQL does for each page: every query over a table that grows, explained.

A table grows when it has a row for each child, or leads to one. A sequential scan over
such a table is told of where it has more rows than a page could ever show.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.test.utils import override_settings

from sendhub.demo.bench.measuring import text_table, undone
from sendhub.demo.bench.pages import Sample, Visitor, of_managers
from sendhub.people.models import Child
from sendhub.prepared import READS

SMALL = 1000
"""Rows of a table up to which reading all of it is as good as an index."""
EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)"
Plan = dict[str, Any]


@dataclass
class Explained:
    """One query of a page: its plan, its milliseconds, and pages of 8 kB it read."""

    page: str
    sql: str
    plan: Plan
    ms: float
    scans: list[str] = field(default_factory=list)

    @property
    def buffers(self) -> int:
        """Pages of 8 kB that were read, from memory or from the disk."""
        return int(
            self.plan.get("Shared Hit Blocks", 0)
            + self.plan.get("Shared Read Blocks", 0)
        )


def explain_all(chosen: Sample) -> Iterator[Explained]:
    """Open each page once, and explain what it asked of tables that grow."""
    with undone(), override_settings(SECOND_FACTOR_OBLIGATORY=False):
        yield from _explain(chosen.pages(Visitor(chosen.officer)))
        yield from _explain(of_managers(chosen.officer))


def _explain(pages: Iterator[tuple[str, Callable[[], Any]]]) -> Iterator[Explained]:
    for page, go in pages:
        for sql, given in asked_by(go).items():
            yield explained(page, sql, given)


def asked_by(go: Callable[[], Any]) -> dict[str, Any]:
    """The queries of one opening over tables that grow, each with what it was given."""
    asked: dict[str, Any] = {}

    def listen(
        execute: Callable[..., Any], sql: str, given: Any, many: bool, context: Any
    ) -> Any:
        if sql.startswith(READS) and any(f'"{name}"' in sql for name in growing()):
            asked.setdefault(sql, given)
        return execute(sql, given, many, context)

    go()
    with connection.execute_wrapper(listen):
        go()
    return asked


def explained(page: str, sql: str, given: Any) -> Explained:
    """Run a query once more, and have the database say how."""
    with connection.cursor() as cursor:
        cursor.execute(f"{EXPLAIN} {sql}", given)
        (found,) = cursor.fetchone()
    whole = (json.loads(found) if isinstance(found, str) else found)[0]
    plan = whole["Plan"]
    sizes = sizes_of_growing()
    scans = [
        node["Relation Name"]
        for node, _ in walked(plan)
        if node["Node Type"] == "Seq Scan"
        and sizes.get(node["Relation Name"], 0) > SMALL
    ]
    took = whole["Planning Time"] + whole["Execution Time"]
    return Explained(page, sql, plan, took, sorted(set(scans)))


def walked(plan: Plan, depth: int = 0) -> Iterator[tuple[Plan, int]]:
    """Every step of a plan with its depth, the outermost first."""
    yield plan, depth
    for part in plan.get("Plans", []):
        yield from walked(part, depth + 1)


@cache
def growing() -> frozenset[str]:
    """The tables with a row for each child, or that lead to one."""
    found: set[type[Model]] = {Child}
    models = apps.get_models(include_auto_created=True)
    while more := {
        model
        for model in models
        if model not in found
        and any(
            one.is_relation and one.many_to_one and one.related_model in found
            for one in model._meta.get_fields()
        )
    }:
        found |= more
    return frozenset(model._meta.db_table for model in found)


def sizes_of_growing() -> dict[str, int]:
    """How many rows PostgreSQL thinks each of them has."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, reltuples::bigint FROM pg_class"
            " WHERE relkind = 'r' AND relname = ANY(%s)",
            [sorted(growing())],
        )
        return dict(cursor.fetchall())


def short_plan(plan: Plan) -> str:
    """A plan in a few words for each step: what, by which index, rows, milliseconds."""
    return "\n".join("  " * depth + _step(node) for node, depth in walked(plan))


def _step(node: Plan) -> str:
    words = node["Node Type"]
    if name := node.get("Index Name"):
        words += f" by {name}"
    elif name := node.get("Relation Name"):
        words += f" of {name}"
    rows, often = node.get("Actual Rows", 0), node.get("Actual Loops", 1)
    words += f": {rows:,.0f} rows"
    if often != 1:
        words += f", {often:,} times"
    if thrown := node.get("Rows Removed by Filter"):
        words += f", {thrown:,.0f} thrown away"
    return f"{words}, {node.get('Actual Total Time', 0) * often:.1f} ms"


def explained_table(found: Sequence[Explained]) -> str:
    """Of each page the queries over growing tables, the slowest, and what was read."""
    rows = []
    for page in dict.fromkeys(one.page for one in found):
        own = [one for one in found if one.page == page]
        scans = sorted({name for one in own for name in one.scans})
        rows.append(
            [
                page,
                str(len(own)),
                f"{sum(one.ms for one in own):.1f}",
                f"{max(one.ms for one in own):.1f}",
                f"{sum(one.buffers for one in own):,}",
                ", ".join(scans) or "none",
            ]
        )
    headings = ["page", "queries", "ms in all", "slowest", "8 kB read"]
    return text_table([*headings, "sequential scans"], rows)


def explained_text(found: Sequence[Explained]) -> str:
    """Every query with its plan, the slowest first."""
    ordered = sorted(found, key=lambda one: -one.ms)
    return "\n".join(
        f"{one.page}: {one.ms:.1f} ms, {one.buffers:,} pages of 8 kB\n"
        f"{one.sql}\n\n{short_plan(one.plan)}\n\n"
        for one in ordered
    )
