"""Charts drawn on the server."""

import re

import pytest
import vl_convert

from sendhub.core import charts

pytestmark = pytest.mark.django_db
SPEC = {
    "data": {"values": [{"x": 1, "y": "<b>"}]},
    "layer": [
        {
            "mark": "bar",
            "encoding": {
                "x": {"field": "x", "type": "quantitative"},
                "y": {"field": "y", "type": "nominal"},
            },
        }
    ],
}


def test_a_drawing_has_a_name_and_nothing_that_our_policy_refuses():
    drawn = charts.svg(SPEC, title="A & B", says="One <bar>.")
    assert drawn.startswith('<svg class="chart__drawing"')
    assert re.search(r'role="img" aria-labelledby="(chart-\w+) \1-says"', drawn)
    assert "A &amp; B</title>" in drawn
    assert "One &lt;bar&gt;.</desc>" in drawn
    assert "&lt;b&gt;" in drawn
    for refused in ("style", "<script", "<b>", "graphics-", "aria-label=", "href"):
        assert refused not in drawn


def test_the_same_is_drawn_once(monkeypatch):
    charts.svg(SPEC, title="First", says="")
    monkeypatch.delattr(vl_convert, "vegalite_to_svg")
    assert "Second" in charts.svg(SPEC, title="Second", says="")


def test_a_picture_for_paper_is_on_white():
    assert charts.png(SPEC).startswith(b"\x89PNG")
