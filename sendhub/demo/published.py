"""What the Department for Education has published of the county, newest year first."""

import csv
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("published.csv")
PLANS, REQUESTS, ISSUED = 2048, 582, 388
"""Live plans in January 2026; requests, and plans in the 20-week measure, of 2025."""


@cache
def published(measure: str, year: int = 0) -> dict[str, int]:
    """The numbers of a measure by kind, of one year or of the newest there is."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["measure"] == measure]
    wanted = str(year or max(int(row["year"]) for row in rows))
    return {r["kind"]: int(r["number"]) for r in rows if r["year"] == wanted}
