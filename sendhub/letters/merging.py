"""Merge fields: what a template may name, and filling it in. Pure.

A field is written {{ child.name }}; {{ paragraph.some-name }}, alone on a line, is
a standard paragraph.
"""

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

from sendhub.letters import markup

FIELD = re.compile(r"(?<!\\)\{\{(.*?)\}\}", re.DOTALL)
OPENED = re.compile(r"(?<!\\)\{\{")
PARAGRAPH = "paragraph."
ALONE = re.compile(r"^[ \t]*\{\{\s*paragraph\.([^\s{}]+)\s*\}\}[ \t]*$", re.MULTILINE)


def names_in(text: str) -> list[str]:
    """The fields that a text names, each once, in their order."""
    return list(dict.fromkeys(found.strip() for found in FIELD.findall(text)))


def faults(
    text: str, *, fields: Collection[str], paragraphs: Collection[str] = ()
) -> list[str]:
    """Say in sentences which fields a text cannot have, and what was probably meant."""
    said = []
    if len(OPENED.findall(text)) != len(FIELD.findall(text)):
        said.append("Two brackets {{ have no partner. A field is {{ child.name }}.")
    alone = set(ALONE.findall(text))
    for name in names_in(text):
        if not name.startswith(PARAGRAPH):
            said += [_unknown(name, fields)] if name not in fields else []
            continue
        wanted = name.removeprefix(PARAGRAPH)
        if wanted not in paragraphs:
            known = [PARAGRAPH + paragraph for paragraph in paragraphs]
            said.append(_unknown(name, known, what="standard paragraph"))
        elif wanted not in alone:
            said.append(f"Put {{{{ {name} }}}} on a line of its own.")
    return said


def with_paragraphs(text: str, bodies: Mapping[str, str]) -> str:
    """Put the standard paragraphs into a text."""
    return ALONE.sub(lambda found: bodies.get(found[1], found[0]), text)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Fill the values in; a field without a value stays, for a person to see."""

    def value(found: re.Match[str]) -> str:
        known = values.get(found[1].strip(), "")
        return markup.plain(known) if known else f"{{{{ {found[1].strip()} }}}}"

    return FIELD.sub(value, text)


def left_over(text: str) -> list[str]:
    """The fields of a letter that were not filled in, or brackets left open."""
    names = names_in(text)
    return names or (["{{"] if OPENED.search(text) else [])


def _unknown(name: str, known: Collection[str], *, what: str = "field") -> str:
    near = get_close_matches(name.lower(), list(known), n=1, cutoff=0.5)
    meant = f" Did you mean {{{{ {near[0]} }}}}?" if near else ""
    return f"There is no {what} “{name}”.{meant}"
