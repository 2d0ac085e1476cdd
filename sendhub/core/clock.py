"""The only place that reads the clock: everything else is given its dates."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_pretended: ContextVar[datetime | None] = ContextVar("pretended", default=None)


def now() -> datetime:
    """Say what moment it is, with its time zone."""
    return _pretended.get() or timezone.now()


def today() -> date:
    """Say what day it is in the county (Europe/London)."""
    return timezone.localdate(_pretended.get())


@contextmanager
def pretend(moment: datetime) -> Iterator[None]:
    """Let acts happen at a moment that has passed; only for invented caseloads."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)
