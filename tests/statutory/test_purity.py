"""The rule book depends on nothing but itself and the standard library."""

import ast
import sys
from dataclasses import is_dataclass
from pathlib import Path

import pytest

import sendhub.statutory
from tests.statutory.modules import MODULES

FILES = sorted(Path(sendhub.statutory.__file__).parent.rglob("*.py"))
CLOCKS = {"today", "now", "utcnow", "time", "open", "environ"}


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


CALENDAR = "bank_holidays.py"
"""The one file that may use a library: it knows the days, and is asked once."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_imports_nothing_outside_itself(path) -> None:
    for name in imported(ast.parse(path.read_text())):
        own = name == "sendhub.statutory" or name.startswith("sendhub.statutory.")
        days = path.name == CALENDAR and name == "holidays"
        assert own or days or name.split(".")[0] in sys.stdlib_module_names, name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reads_no_clock_and_no_file(path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            called = node.func
            name = getattr(called, "attr", getattr(called, "id", ""))
            assert name not in CLOCKS, f"{path.name}:{node.lineno}"


RECORDS = {
    kind
    for module in MODULES
    for kind in vars(module).values()
    if isinstance(kind, type) and is_dataclass(kind)
}


@pytest.mark.parametrize(
    "kind", sorted(RECORDS, key=str), ids=lambda kind: kind.__name__
)
def test_keeps_nothing_that_can_be_changed(kind) -> None:
    assert kind.__dataclass_params__.frozen
