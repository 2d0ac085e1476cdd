"""Ask the rule book on the command line."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sendhub.calculator.timetable import Row
from sendhub.core import clock
from sendhub.statutory import (
    FACTS,
    RULES,
    Answer,
    FactValue,
    Rule,
    StatutoryError,
    answer,
    understood,
)
from sendhub.statutory.book import find
from sendhub.statutory.facts.fact import Kind
from sendhub.statutory.words import date_words, uncapital


class Command(BaseCommand):
    help = (
        "Work out a statutory date: manage.py deadlines NA-13 "
        "request_received=2026-06-01. Ends with 0 when it answered, with 1 when the "
        "question could not be answered, and says what was wrong and what was meant."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("rule", nargs="?", help="a rule, like NA-13")
        parser.add_argument("facts", nargs="*", help="fact=value; dates as 2026-06-01")
        parser.add_argument("--json", action="store_true", help="for programs")
        parser.add_argument("--list", action="store_true", help="every rule")
        parser.add_argument("--explain", metavar="RULE", help="all there is to a rule")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["list"]:
                self._list()
            elif options["explain"]:
                self._explain(named(options["explain"]))
            elif options["rule"]:
                self._answer(options)
            else:
                raise CommandError("Name a rule; --list shows them all.")
        except StatutoryError as wrong:
            raise CommandError(str(wrong)) from None

    def _list(self) -> None:
        for rule in RULES.values():
            self.stdout.write(f"{rule.id:7} {rule.title} ({rule.period})")

    def _explain(self, rule: Rule) -> None:
        lines = {
            "Begins with": rule.trigger,
            "Period": rule.period,
            "Who": rule.who,
            "Exemption": rule.exemption,
            "Note": rule.note,
            "Stands in": "; ".join(source.citation for source in rule.sources),
            "Checked": "yes" if rule.verified else "not yet against the source",
        }
        self.stdout.write(f"{rule.id}: {rule.title}")
        for title, words in lines.items():
            if words:
                self.stdout.write(f"  {title}: {words}")
        self.stdout.write("  Facts:")
        for name in rule.facts:
            fact = FACTS[name]
            choices = f" ({', '.join(fact.choices)})" if fact.choices else ""
            self.stdout.write(f"    {name}: {fact.label}{choices}")

    def _answer(self, options: Mapping[str, Any]) -> None:
        rule = named(options["rule"])
        given = dict(read_fact(text) for text in options["facts"])
        day = given.pop("as_at", None)
        as_at = day if isinstance(day, date) else clock.today()
        used, warnings = understood(rule.id, given)
        for warning in warnings:
            self.stderr.write(f"Warning: {warning}")
        found = answer(rule.id, as_at=as_at, **used)
        said = as_json(found) if options["json"] else in_words(Row(rule, found, as_at))
        self.stdout.write(said)


def named(text: str) -> Rule:
    """The rule of this id, in capitals or not."""
    ids = {rule_id.lower(): rule_id for rule_id in RULES}
    return find(ids.get(text.lower(), text))


def read_fact(text: str) -> tuple[str, FactValue]:
    """Read "request_received=2026-06-01"; raise CommandError in words."""
    name, equals, value = text.partition("=")
    if not equals:
        raise CommandError(f"'{text}' is no fact: write name=value.")
    fact = FACTS.get(name)
    if fact is None or fact.kind is Kind.TEXT:
        return name, value
    try:
        return name, int(value) if fact.kind is Kind.NUMBER else date.fromisoformat(
            value
        )
    except ValueError:
        wanted = "a year, like 2026" if fact.kind is Kind.NUMBER else "like 2026-06-01"
        raise CommandError(f"{name} is '{value}': write it {wanted}.") from None


def as_json(found: Answer) -> str:
    """The answer for programs: names as in the rule book, nothing that is empty."""
    facts = {name: it for name, it in asdict(found).items() if it not in (None, "")}
    return json.dumps(facts, default=str, indent=2)


def in_words(row: Row) -> str:
    """The answer for people."""
    rule, found = row.rule, row.answer
    due = f"{found.due:%A} {date_words(found.due)}" if found.due else "no date"
    stands = row.standing
    how = f", {uncapital(stands.words)}" if stands else ""
    lines = [f"{rule.id} {rule.title}: {due}{how}"]
    if row.explanation:
        lines.append(f"  {row.explanation}")
    lines += [f"  {words}: {on}" for words, on in row.further]
    if row.exemption:
        lines.append(f"  {row.exemption}")
    if row.weight:
        lines.append(f"  This is {row.weight}.")
    if not found.verified:
        lines.append("  This value has not been checked against its source yet.")
    return "\n".join([*lines, f"  {found.source}"])
