"""The templates and standard paragraphs that come with SENDhub, as text files.

A file's first lines are its kind, its name and its subject; its text follows after an
empty line. Files named "paragraph-..." are standard paragraphs and are read first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Text:
    """One template as its file has it."""

    kind: str
    name: str
    subject: str
    body: str


def texts() -> Iterator[Text]:
    """Every template there is, the paragraphs first."""
    files = sorted(HERE.glob("*.txt"))
    for path in sorted(files, key=lambda p: not p.name.startswith("paragraph-")):
        head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        lines = dict(line.split(": ", 1) for line in head.splitlines())
        yield Text(lines["kind"], lines["name"], lines.get("subject", ""), body.strip())
