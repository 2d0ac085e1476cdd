"""How each act reads. Every app keeps its own in `history.py`, as
`SENTENCES = {"ehcps.request_log": "Request received on {received_on}"}`.
"""

import string
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

_sentences: dict[str, str] = {}


def gather() -> None:
    """Collect every app's sentences, once, when Django is ready."""
    for app in apps.get_app_configs():
        name = f"{app.name}.history"
        ours = app.name.startswith("sendhub.") and app.name != "sendhub.audit"
        if ours and find_spec(name):
            _sentences.update(import_module(name).SENTENCES)


def known() -> frozenset[str]:
    """Name every act that has a sentence."""
    return frozenset(_sentences)


def sentence(act: str, facts: Mapping[str, Any]) -> str:
    """Say what was done; an act of a former version still reads as its name."""
    pattern = _sentences.get(act, act.partition(".")[2].replace("_", " ").capitalize())
    words = defaultdict(str, {name: _words(value) for name, value in facts.items()})
    return string.Formatter().vformat(pattern, (), words).strip()


def _words(value: Any) -> str:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        return str(value)
    return f"{day.day} {day:%B %Y}"
