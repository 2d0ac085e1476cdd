"""Files and functions stay small enough to read in one go."""

import ast
from pathlib import Path

import pytest

from tests.architecture.reading import CODE, short, sources, tree

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 40
# Examples of every component, for the page that shows them: data and no steps.
ONLY_DATA = {"sendhub/core/forms/gallery.py"}
VAGUE = {"utils.py", "helpers.py", "misc.py", "common.py"}


@pytest.mark.parametrize("path", sources(), ids=short)
def test_a_file_is_not_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_OF_A_FILE


@pytest.mark.parametrize(
    "path", [p for p in sources() if short(p) not in ONLY_DATA], ids=short
)
def test_no_function_is_too_long(path: Path) -> None:
    long = [
        f"{node.name} has {(node.end_lineno or 0) - node.lineno + 1} lines"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_every_file_is_named_after_what_it_holds() -> None:
    assert [short(p) for p in CODE.rglob("*.py") if p.name in VAGUE] == []
