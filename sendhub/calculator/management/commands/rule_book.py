"""Print the rule book as Markdown: manage.py rule_book > docs/rule-book.md."""

from typing import Any

from django.core.management.base import BaseCommand

from sendhub.calculator.document import rule_book


class Command(BaseCommand):
    help = "Print every statutory rule as a page for docs/rule-book.md."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(rule_book(), ending="")
