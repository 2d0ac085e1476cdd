"""A row of a table: a rule, its facts and what must come out."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from sendhub import statutory

WHEN_NOT_SAID = date(2026, 11, 21)


class Row(NamedTuple):
    rule: str
    facts: dict[str, Any]
    answer: dict[str, Any]
    why: str

    def disagrees(self) -> dict[str, Any]:
        """What the book answers differently, by name."""
        facts = {"as_at": WHEN_NOT_SAID} | self.facts
        answer = statutory.answer(self.rule, **facts)
        return {
            name: getattr(answer, name)
            for name, right in self.answer.items()
            if getattr(answer, name) != right
        }


def value(text: Any) -> Any:
    """A date where the text is one."""
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return text


def examples() -> list[Row]:
    with (Path(__file__).parent / "examples.csv").open() as file:
        return [
            Row(
                line["rule"],
                {
                    name: value(given)
                    for name, given in json.loads(line["facts"]).items()
                },
                {
                    name: value(said)
                    for name, said in json.loads(line["answer"]).items()
                },
                line["why"],
            )
            for line in csv.DictReader(file)
        ]


def limit(rule: str, fact: str, begins: date, due: date, why: str) -> Row:
    return Row(rule, {fact: begins}, {"due": due}, why)


def counted(rule: str, event: date, period: str, due: date, why: str) -> Row:
    return Row(rule, {"event": event, "period": period}, {"due": due}, why)
