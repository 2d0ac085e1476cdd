"""Checking every invariant over the whole database, as `manage.py verify` does.

Each app keeps what must hold of its own tables in `verify.py`, as `CHECKS`. A check
yields the records that break it; one that yields nothing holds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import connection, transaction

SHOWN = 5
AT_ONCE = 2000

Find = Callable[[], Iterable[object]]


@dataclass(frozen=True)
class Check:
    """A sentence that must be true, and what finds the records that belie it."""

    name: str
    says: str
    find: Find


@dataclass(frozen=True)
class Finding:
    """What a check found: how many records break it, and the first of them."""

    check: Check
    number: int
    first: tuple[str, ...]


def rows(query: str, parameters: Mapping[str, Any] | None = None) -> Find:
    """Make a finder from SQL; the columns of each row name what is wrong."""

    def find() -> Iterator[str]:
        with connection.cursor() as cursor:
            cursor.execute(query, parameters)
            while found := cursor.fetchmany(AT_ONCE):
                yield from (" ".join(str(value) for value in row) for row in found)

    return find


def gather() -> list[Check]:
    """Collect the checks of every app, the lowest app's first."""
    found: list[Check] = []
    for app in reversed(list(apps.get_app_configs())):
        name = f"{app.name}.verify"
        if app.name.startswith("sendhub.") and find_spec(name):
            found += import_module(name).CHECKS
    return found


def run(check: Check) -> Finding:
    """Run one check; only the first few records are remembered."""
    found = iter(check.find())
    first = tuple(str(one) for one in islice(found, SHOWN))
    return Finding(check, len(first) + sum(1 for _ in found), first)


@contextmanager
def one_moment() -> Iterator[None]:
    """See the whole database as it is now, whatever is written meanwhile."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
