"""Rules are pure: no database, no clock, no request. Dates come in as arguments."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.reading import short, sources, tree

RULES = sorted(
    {
        *sources("*/rules.py"),
        *sources("*/rules/*.py"),
        *sources("statutory/**/*.py"),
    }
)
DJANGO = {"django.db.models.TextChoices", "django.db.models.IntegerChoices"}
SENDHUB = (
    "sendhub.statutory",
    "sendhub.core.errors",
    "sendhub.core.workflow",
    "sendhub.accounts.permissions",
)
IMPURE = {"time", "os", "random", "secrets", "socket", "subprocess", "urllib", "http"}
LIBRARIES = {"sendhub/statutory/counting/bank_holidays.py": {"holidays"}}
"""What one file of the rule book may use: computes, reads nothing when asked."""
CLOCK = {"today", "now", "utcnow", "localdate"}


def imported(path: Path) -> Iterator[str]:
    """Everything a file imports, by full name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_pure(name: str) -> bool:
    """Whether a rule may import this."""
    top = name.partition(".")[0]
    if top == "sendhub":
        return name.startswith(SENDHUB) or ".rules." in f"{name}."
    if top == "django":
        return name in DJANGO
    return top in sys.stdlib_module_names and top not in IMPURE


@pytest.mark.parametrize("path", RULES, ids=short)
def test_rules_import_nothing_that_could_ask_or_write(path: Path) -> None:
    allowed = LIBRARIES.get(short(path), set())
    others = [name for name in imported(path) if name.partition(".")[0] not in allowed]
    assert [name for name in others if not is_pure(name)] == []


def test_only_the_calendar_uses_a_library() -> None:
    for path in RULES:
        tops = {name.partition(".")[0] for name in imported(path)}
        assert ("holidays" in tops) == (short(path) in LIBRARIES), short(path)


@pytest.mark.parametrize("path", RULES, ids=short)
def test_rules_do_not_read_the_clock(path: Path) -> None:
    read = [
        f"{short(path)}:{node.lineno}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in CLOCK
    ]
    assert read == []


@pytest.mark.parametrize(
    ("name", "pure"),
    [
        ("datetime.date", True),
        ("sendhub.statutory", True),
        ("sendhub.people.rules.words", True),
        ("sendhub.people.models.Child", False),
        ("sendhub.core.clock", False),
        ("django.db.models.Q", False),
        ("django.http.HttpRequest", False),
        ("time", False),
        ("requests", False),
        ("holidays.country_holidays", False),
    ],
)
def test_tells_pure_from_impure(name: str, pure: bool) -> None:
    assert is_pure(name) is pure
