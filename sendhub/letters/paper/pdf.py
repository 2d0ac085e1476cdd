"""Letters as PDF that a screen reader can read: tagged, with language and title."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
# PDF/UA-1 is what the accessibility regulations of the public sector look for.
STANDARDS = ["ua-1"]


def pdf(
    letters: Sequence[Mapping[str, Any]],
    *,
    title: str,
    author: str,
    duplex: bool = False,
) -> bytes:
    """Print letters into one file; on both sides, each begins on a fresh sheet."""
    given = {
        "title": title,
        "author": author,
        "letters": list(letters),
        "duplex": duplex,
    }
    options: dict[str, Any] = {
        "root": str(HERE),
        "format": "pdf",
        "sys_inputs": {"letters": json.dumps(given)},
        "pdf_standards": STANDARDS,
        "font_paths": [str(HERE / "fonts")],
        "ignore_system_fonts": True,
    }
    return bytes(typst.compile(str(HERE / "letter.typ"), **options))
