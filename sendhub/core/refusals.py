"""What a person reads when the database refuses.

Each app keeps the words of its constraints and triggers in `refusals.py`, as
`WORDS = {"constraint_name": Refusal("sentence", "field")}`. A test lists the
constraints that have none.
"""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db import Error, OperationalError

SAME_MOMENT = {"40001", "40P01", "55P03"}


@dataclass(frozen=True)
class Refusal:
    """A sentence for the person, and the field it belongs beside."""

    message: str
    field: str | None = None


_words: dict[str, Refusal] = {}


def gather() -> None:
    """Collect every app's words, once, when Django is ready."""
    for app in apps.get_app_configs():
        name = f"{app.name}.refusals"
        ours = app.name.startswith("sendhub.") and app.name != "sendhub.core"
        if ours and find_spec(name):
            _words.update(import_module(name).WORDS)


def known() -> frozenset[str]:
    """Name every constraint that has words."""
    return frozenset(_words)


def words_for(error: Error) -> Refusal | None:
    """Find the words for a database error; None when it is no refusal but a fault."""
    cause = error.__cause__
    diagnosis = getattr(cause, "diag", None)
    constraint = getattr(diagnosis, "constraint_name", None)
    if constraint in _words:
        return _words[constraint]
    if isinstance(error, OperationalError) and (
        getattr(cause, "sqlstate", None) in SAME_MOMENT
    ):
        return Refusal(
            "Somebody else saved at the same moment. Press the button again."
        )
    return None
