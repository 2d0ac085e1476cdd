"""Everything that is printed on one letter, as plain data."""

from collections.abc import Mapping
from typing import Any, TypedDict

from sendhub.letters import markup


class Sheet(TypedDict):
    """Who writes, to whom, where and when; the text stands beside it.

    `about` is not printed: it is the record that the letter is about, where a case may
    have several at once.
    """

    authority: str
    contact: list[str]
    to: list[str]
    date: str
    reference: str
    salutation: str
    copy: str
    name: str
    title: str
    team: str
    large: bool
    about: int | None


def printed(sheet: Mapping[str, Any], subject: str, body: str) -> dict[str, Any]:
    """A sheet with its text taken apart, as PDF and Word are made from it."""
    blocks = [
        {
            "kind": block.kind,
            "lines": [
                [{"text": run.text, "bold": run.bold} for run in line]
                for line in block.lines
            ],
        }
        for block in markup.parse(body)
    ]
    return {**sheet, "subject": subject, "blocks": blocks}
