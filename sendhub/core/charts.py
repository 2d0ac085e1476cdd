"""Charts drawn on the server: a plain description in, an SVG or a PNG out (ADR 31).

A description is a Vega-Lite specification without names of people: drawings are kept
by the mark of their description, and whoever asks for the same is given the same.
The first drawing starts threads of its own: a process that has drawn is not to be
forked. The site's processes and the worker draw after they were forked.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from typing import Any

import vl_convert
from django.core.cache import cache
from django.utils.html import format_html
from django.utils.safestring import SafeString

Spec = Mapping[str, Any]

BLUE, ORANGE, GREEN, GREY, RED = "#1d5fa8", "#c05c00", "#1b7a4b", "#8a949c", "#a3262e"
"""Told apart without red and green alone, each three to one against white."""
INK = "#1f2a30"
KEPT_DAYS = 30
SHARP = 2
NOWHERE: list[str] = []
"""From where a chart may fetch its data: it brings them along."""
LOOKS = {
    "aria": False,
    "background": None,
    "font": "Arial, sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": 13,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "gridColor": "#d7dde0",
        "domainColor": "#6b767c",
        "tickColor": "#6b767c",
    },
    "header": {"labelColor": INK, "labelFontSize": 13, "title": None},
    "text": {"color": INK, "fontSize": 13},
}
SAID_OF_PARTS = re.compile(r' (role="graphics-[\w-]+"|aria-[\w-]+="[^"]*")')
"""What Vega says of each bar to readers who cannot see: the table says it better."""
OPENING = re.compile(r'<svg [^>]*?viewBox="([^"]+)"[^>]*>')


def svg(spec: Spec, *, title: str, says: str) -> SafeString:
    """Draw into a page: an image with a name and a description, and no style in it."""
    drawn = SAID_OF_PARTS.sub("", _drawn(spec))
    mark = sha256(title.encode()).hexdigest()[:12]
    opening = OPENING.match(drawn)
    if opening is None:
        raise ValueError("the chart was not drawn")
    return format_html(
        '<svg class="chart__drawing" viewBox="{}" role="img" '
        'aria-labelledby="chart-{mark} chart-{mark}-says" '
        'xmlns="http://www.w3.org/2000/svg"><title id="chart-{mark}">{}</title>'
        '<desc id="chart-{mark}-says">{}</desc>{}',
        opening[1],
        title,
        says,
        SafeString(drawn[opening.end() :]),
        mark=mark,
    )


def png(spec: Spec) -> bytes:
    """Draw for Word and Excel, on white."""
    on_white = {**spec, "config": {**LOOKS, "background": "white"}}
    return vl_convert.vegalite_to_png(
        json.dumps(on_white), scale=SHARP, allowed_base_urls=NOWHERE
    )


def _drawn(spec: Spec) -> str:
    asked = json.dumps({**spec, "config": LOOKS}, sort_keys=True)
    key = f"chart:{version('vl-convert-python')}:{sha256(asked.encode()).hexdigest()}"
    drawn = cache.get(key)
    if drawn is None:
        drawn = vl_convert.vegalite_to_svg(asked, allowed_base_urls=NOWHERE)
        cache.set(key, drawn, timeout=KEPT_DAYS * 24 * 60 * 60)
    return drawn
