"""Reading the source of SENDhub, for the tests of its architecture."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "sendhub"
TEMPLATES = ROOT / "templates"

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
LAYERS: list[str] = SETTINGS["importlinter"]["contracts"][0]["layers"]
RANK = {
    app.strip(" ()").removeprefix("sendhub."): -row
    for row, layer in enumerate(LAYERS)
    for app in layer.split("|")
}
APPS = sorted(path.parent.name for path in CODE.glob("*/apps.py"))


def sources(pattern: str = "**/*.py") -> list[Path]:
    """Every file of ours that fits, without migrations."""
    found = sorted(CODE.glob(pattern))
    return [path for path in found if "migrations" not in path.parts]


def short(path: Path) -> str:
    """A file's name as it is written in a report."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """A file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call in a file."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def may_know(app: str, other: str) -> bool:
    """Whether an app may name another: itself, or one strictly below."""
    if other == app or other not in RANK or app not in RANK:
        return True
    return RANK[other] < RANK[app]
