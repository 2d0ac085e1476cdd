"""How each act reads. Every app keeps its own in `history.py`, as
`SENTENCES = {"ehcps.request_log": "Request received on {received_on}"}`, and in
`KINDS` of which kind an act is where it is not a step of a case.
"""

import string
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db.models import TextChoices

from sendhub.statutory.words import date_words


class Kind(TextChoices):
    """What sort of thing an act is."""

    STEP = "step", "Steps of a case"
    DECISION = "decision", "Decisions"
    NOTE = "note", "Notes and calls"
    DOCUMENT = "document", "Documents"
    LETTER = "letter", "Letters"
    RECORD = "record", "Changes of the record"


_sentences: dict[str, str] = {}
_kinds: dict[str, Kind] = {}


def gather() -> None:
    """Collect every app's sentences, once, when Django is ready."""
    for app in apps.get_app_configs():
        name = f"{app.name}.history"
        ours = app.name.startswith("sendhub.") and app.name != "sendhub.audit"
        if ours and find_spec(name):
            history = import_module(name)
            _sentences.update(history.SENTENCES)
            _kinds.update(getattr(history, "KINDS", {}))


def known() -> frozenset[str]:
    """Name every act that has a sentence."""
    return frozenset(_sentences)


def of_kind(kind: str) -> list[str]:
    """Name the acts of one kind."""
    return sorted(act for act in _sentences if _kinds.get(act, Kind.STEP) == kind)


def sentence(act: str, facts: Mapping[str, Any]) -> str:
    """Say what was done; an act of a former version still reads as its name.

    Where nothing was said that a second sentence holds, the first stands alone.
    """
    pattern = _sentences.get(act, act.partition(".")[2].replace("_", " ").capitalize())
    words = defaultdict(str, {name: _words(value) for name, value in facts.items()})
    first, stop, second = pattern.rpartition(". ")
    if stop and not _filled(second, words):
        return _filled(first, words)
    return _filled(pattern, words)


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    return string.Formatter().vformat(pattern, (), words).strip()


def _words(value: Any) -> str:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        return str(value)
    return date_words(day)
