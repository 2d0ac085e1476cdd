"""Doing a thing again and again in this process: its queries, seconds and memory."""

import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

MB = 1024 * 1024
PROCESS = Path("/proc/self")
HIGHEST = re.compile(r"VmHWM:\s+(\d+) kB")
LONGEST = 30.0
"""Seconds after which what is slow is not done again."""
GO = Callable[[], Any]


@dataclass
class Measured:
    """What one page took: queries of one opening, seconds of each, memory kept."""

    page: str
    queries: int = 0
    seconds: list[float] = field(default_factory=list)
    grown: float = 0.0

    @property
    def p50(self) -> float:
        """The middle of the times, in milliseconds."""
        return statistics.median(self.seconds) * 1000

    @property
    def p95(self) -> float:
        """The time that nineteen openings of twenty stay within, in milliseconds."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))] * 1000


def measure(page: str, go: GO, *, rounds: int) -> Measured:
    """Open a page again and again; the first two openings are not timed."""
    done = Measured(page)
    go()
    with CaptureQueriesContext(connection) as asked:
        go()
    done.queries = len(asked)
    before = memory()
    repeat(go, done.seconds, rounds=rounds)
    done.grown = memory() - before
    return done


def repeat(go: GO, seconds: list[float], *, rounds: int) -> None:
    """Time so many rounds, or as many as half a minute is enough for."""
    began = time.perf_counter()
    for _ in range(rounds):
        started = time.perf_counter()
        go()
        ended = time.perf_counter()
        seconds.append(ended - started)
        if ended - began > LONGEST:
            return


def time_of(go: GO, *, rounds: int) -> float:
    """The middle of the times that something takes, in milliseconds."""
    go()
    seconds: list[float] = []
    repeat(go, seconds, rounds=rounds)
    return statistics.median(seconds) * 1000


@contextmanager
def undone() -> Iterator[None]:
    """Take back everything that is written inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def memory() -> float:
    """Megabytes that this process holds; 0 where the system does not tell."""
    try:
        pages = int((PROCESS / "statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / MB


class Peak:
    """The most memory that this process held, above what it held before.

    None where the system does not tell.
    """

    def __enter__(self) -> "Peak":
        self.above: float | None = None
        try:
            (PROCESS / "clear_refs").write_text("5")
        except OSError:
            self._before = None
        else:
            self._before = memory()
        return self

    def __exit__(self, *error: object) -> None:
        if self._before is None:
            return
        found = HIGHEST.search((PROCESS / "status").read_text())
        if found:
            self.above = max(0.0, int(found[1]) / 1024 - self._before)


def text_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table that reads the same on a terminal and in Markdown.

    Words stand left in the first column, figures right in the others.
    """
    cells = [list(headings), *(list(row) for row in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(headings))]
    rule = ["-" * (width - 1) + ":" for width in widths]
    rule[0] = "-" * widths[0]
    cells.insert(1, rule)
    return "\n".join(
        "| "
        + " | ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        + " |"
        for row in cells
    )


def page_table(measured: Sequence[Measured]) -> str:
    """What every page took."""
    rows = [
        [m.page, str(m.queries), f"{m.p50:.1f}", f"{m.p95:.1f}", f"{m.grown:+.1f}"]
        for m in measured
    ]
    return text_table(["page", "queries", "p50 ms", "p95 ms", "memory MB"], rows)
