"""How the evaluation's tables are drawn: plain Vega-Lite, with no names of people."""

from collections.abc import Mapping, Sequence
from typing import Any

from sendhub.core.charts import BLUE, GREEN, GREY, INK, ORANGE, RED, Spec

WIDE, HIGH = 640, 240
ROW_HIGH = 34
Row = Mapping[str, Any]


def by_week(rows: Sequence[Row]) -> Spec:
    """Places taken in each week, under the line of the places there were."""
    day = {
        "field": "week",
        "type": "temporal",
        "title": None,
        "axis": {"format": "%b %Y", "tickCount": 8, "grid": False},
    }
    number = {"type": "quantitative", "title": "Places", "axis": {"tickMinStep": 1}}
    return {
        "width": WIDE,
        "height": HIGH,
        "data": {"values": list(rows)},
        "encoding": {"x": day},
        "layer": [
            {
                "mark": {"type": "area", "interpolate": "step-after", "color": BLUE},
                "encoding": {"y": {"field": "taken", **number}},
            },
            {
                "mark": {
                    "type": "line",
                    "interpolate": "step-after",
                    "color": INK,
                    "strokeWidth": 2,
                    "strokeDash": [6, 3],
                },
                "encoding": {"y": {"field": "places", **number}},
            },
        ],
    }


TAKEN_KEY = (("Taken", "blue"), ("Places there were (dashed line)", "ink"))


def stacked(
    rows: Sequence[Row], *, order: Sequence[str], title: str = "Children"
) -> Spec:
    """A bar for each `name`, in parts by `part`, each of `number`."""
    parts = [part for part in PARTS if any(row["part"] == part for row in rows)]
    return {
        "width": WIDE - 200,
        "height": {"step": ROW_HIGH},
        "data": {"values": [row for row in rows if row["number"]]},
        "mark": {"type": "bar", "stroke": "white"},
        "encoding": {
            "y": {
                "field": "name",
                "type": "nominal",
                "sort": list(order),
                "scale": {"domain": list(order)},
                "title": None,
                "axis": {"labelLimit": 260, "ticks": False},
            },
            "x": {
                "field": "number",
                "type": "quantitative",
                "stack": "zero",
                "title": title,
                "axis": {"tickMinStep": 1},
            },
            "color": {
                "field": "part",
                "type": "nominal",
                "scale": {"domain": parts, "range": [PARTS[p][1] for p in parts]},
                "legend": None,
            },
            "order": {"field": "place", "type": "quantitative"},
        },
    }


def beside(rows: Sequence[Row], *, order: Sequence[str], title: str) -> Spec:
    """Bars beside each other for each `name`, one for each `part`."""
    parts = [part for part in PARTS if any(row["part"] == part for row in rows)]
    spec = dict(stacked(rows, order=order, title=title))
    encoding = dict(spec["encoding"])
    encoding.pop("order")
    encoding["x"] = {**encoding["x"], "stack": None, "scale": {"domain": [0, 100]}}
    encoding["yOffset"] = {"field": "part", "sort": parts, "scale": {"domain": parts}}
    return {**spec, "height": {"step": ROW_HIGH // 2}, "encoding": encoding}


PARTS: Mapping[str, tuple[str, str]] = {
    "From other schools": ("blue", BLUE),
    "From the host school": ("grey", GREY),
    "Better": ("green", GREEN),
    "The same": ("grey", GREY),
    "Worse": ("red", RED),
    "Back or staying in a mainstream school": ("blue", BLUE),
    "In a specialist place": ("orange", ORANGE),
    "Elsewhere": ("grey", GREY),
    "With a place": ("blue", BLUE),
    "Referred, no place": ("orange", ORANGE),
}
"""The colour of each part: its class in the key, and as it is drawn."""


def key_of(*parts: str) -> tuple[tuple[str, str], ...]:
    """The key of a chart, in words and classes."""
    return tuple((part, PARTS[part][0]) for part in parts)
