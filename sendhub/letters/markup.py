"""The small markup of letters: paragraphs, headings, bullets and bold. Pure.

    # A heading
    A paragraph with **bold words**.

    - a bullet

A backslash before a sign makes it a plain sign. What is parsed goes into a page, a PDF
or a Word file as text, never as a language of theirs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADING, PARAGRAPH, BULLETS = "heading", "paragraph", "bullets"
BULLET = re.compile(r"^\s*[-•]\s+")
TRIED_HEADING = re.compile(r"^#+")
BOLD = re.compile(r"(?<!\\)\*\*")
ESCAPED = re.compile(r"\\([\\*#{•-])")


@dataclass(frozen=True)
class Run:
    """Some words, bold or not."""

    text: str
    bold: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph with its lines, or a list with its points."""

    kind: str
    lines: tuple[Line, ...]


def parse(text: str) -> list[Block]:
    """Read a text that `faults` finds nothing wrong with."""
    blocks: list[Block] = []
    for kind, lines in _groups(text):
        blocks.append(Block(kind, tuple(_runs(line) for line in lines)))
    return blocks


def faults(text: str) -> list[str]:
    """Say in sentences what in a text cannot be read."""
    said = []
    for number, line in enumerate(text.split("\n"), start=1):
        tried = TRIED_HEADING.match(line)
        if tried and (
            len(tried[0]) > 1 or not line[1:2].isspace() or not line[1:].strip()
        ):
            said.append(
                f"Line {number}: a heading is one # and a space before its words, "
                "like “# What happens next”."
            )
        if len(BOLD.findall(line)) % 2:
            said.append(
                f"Line {number}: two stars have no partner. Bold words stand between "
                "two pairs in one line: **like this**."
            )
    return said


def plain(value: str) -> str:
    """Make a value that is filled in mean nothing but itself."""
    quoted = re.sub(r"\\(?=[\\*#{•-])", r"\\\\", value)
    quoted = quoted.replace("**", "\\*\\*").replace("{{", "\\{\\{")
    return re.sub(r"(?m)^#", r"\\#", quoted)


def _groups(text: str) -> Iterator[tuple[str, list[str]]]:
    """Lines that belong together, with what they are."""
    kind, held = "", list[str]()
    for line in [*text.split("\n"), ""]:
        now = _kind_of(line)
        if now != kind or now == HEADING:
            if held:
                yield kind, held
            kind, held = now, []
        if now:
            held.append(_bare(line, now))


def _kind_of(line: str) -> str:
    if not line.strip():
        return ""
    if line.startswith("# "):
        return HEADING
    return BULLETS if BULLET.match(line) else PARAGRAPH


def _bare(line: str, kind: str) -> str:
    if kind == HEADING:
        return line[2:].strip()
    return (BULLET.sub("", line) if kind == BULLETS else line).strip()


def _runs(line: str) -> Line:
    parts = BOLD.split(line)
    runs = [
        Run(ESCAPED.sub(r"\1", part), bold=bool(number % 2))
        for number, part in enumerate(parts)
        if part
    ]
    return tuple(runs)
