"""Templates say what they take, and parts see nothing but what they are given."""

import re
from pathlib import Path

import pytest

from tests.architecture.reading import APPS, TEMPLATES

ALL = sorted(TEMPLATES.rglob("*.html"))
PARTS = [
    path
    for path in ALL
    if path.relative_to(TEMPLATES).parts[0] in ("components", "layouts", "forms")
    or path.name.startswith("_")
]
INCLUDE = re.compile(r"\{% include (?P<what>\S+)(?P<rest>[^%]*)%\}")
PART = re.compile(r'"(components/|forms/|(\w+/)*_)')
# crispy-forms gives this one its variables by name.
OPEN = {'"forms/display_form.html"'}
# Templates of libraries, in our own folder to be drawn anew.
OF_LIBRARIES = {"account", "mfa", "admin", "django_filters"}
OURS = {"components", "layouts", "forms", "widgets"}


def name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


@pytest.mark.parametrize("path", PARTS, ids=name)
def test_a_part_begins_by_saying_what_it_takes(path: Path) -> None:
    first = path.read_text().partition("\n")[0]
    assert re.fullmatch(r"\{# .+(In|Blocks)(:| \().+ #\}", first), first


@pytest.mark.parametrize("path", ALL, ids=name)
def test_a_part_is_given_what_it_needs_and_no_more(path: Path) -> None:
    open_ones = [
        found["what"]
        for found in INCLUDE.finditer(path.read_text())
        if PART.match(found["what"]) and not found["rest"].rstrip().endswith("only")
    ]
    assert set(open_ones) <= OPEN


@pytest.mark.parametrize("path", ALL, ids=name)
def test_a_template_lies_with_its_app(path: Path) -> None:
    place = path.relative_to(TEMPLATES).parts
    assert len(place) == 1 or place[0] in {*APPS, *OURS, *OF_LIBRARIES}


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_template_trusts_text_as_html(path: Path) -> None:
    text = path.read_text()
    assert "|safe" not in text
    assert "autoescape off" not in text


@pytest.mark.parametrize(
    "path", [p for p in ALL if '{% extends "base' in p.read_text()], ids=name
)
def test_pages_use_a_layout(path: Path) -> None:
    assert name(path).startswith("layouts/")
