"""Bring open deadlines in line with the rule book, after the law or a rule changed."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand

from sendhub.casework import actions
from sendhub.casework.models import Case
from sendhub.casework.rules import Ended, Moved
from sendhub.statutory import RULES

BATCH = 500


class Command(BaseCommand):
    help = (
        "Recompute the deadlines of every open case and say which would move, from "
        "when to when, by which rule. --dry-run changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only show")

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        cases = Case.objects.open().order_by("pk")
        for case in cases.iterator(chunk_size=BATCH):
            for moved in actions.deadlines_recompute(
                case=case, dry_run=options["dry_run"]
            ):
                number += 1
                self.stdout.write(f"{case.reference}  {in_words(moved)}")
        would = "would move" if options["dry_run"] else "moved"
        self.stdout.write(f"{number} {'date' if number == 1 else 'dates'} {would}.")


def in_words(moved: Moved) -> str:
    """One line: rule, from when, to when, and where the rule stands."""
    rule = RULES[moved.rule]
    source = rule.sources[0].citation if rule.sources else ""
    return (
        f"{rule.id} {rule.title}: {state(moved.was)} -> {state(moved.now)}"
        f" ({rule.period}; {source})"
    )


def state(limit: tuple[date, str] | None) -> str:
    """A deadline at one moment: its day, and how it ended if it has."""
    if limit is None:
        return "none"
    due, ended = limit
    return f"{due} ({Ended(ended).label.lower()})" if ended else str(due)
