"""Check every invariant over the whole database."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from sendhub.core.verifying import SHOWN, Check, gather, one_moment, run


class Command(BaseCommand):
    """Exit code 0 when everything holds, 1 when something does not."""

    help = (
        "Check every invariant over the whole database, as it is at one moment, and "
        "change nothing. Exit code 0: everything holds. 1: something does not."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--only", metavar="START", default="", help="checks that begin like this"
        )
        parser.add_argument(
            "--quiet", action="store_true", help="print only what does not hold"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        checks = [one for one in gather() if one.name.startswith(options["only"])]
        with one_moment():
            wrong = sum(self.report(check, options["quiet"]) for check in checks)
        told = f"{len(checks) - wrong} of {len(checks)} checks hold."
        self.stdout.write(told)
        if wrong or not checks:
            sys.exit(1)

    def report(self, check: Check, quiet: bool) -> bool:
        """Run one check and print what it found; say whether it found anything."""
        finding = run(check)
        if finding.number:
            more = ", …" if finding.number > SHOWN else ""
            self.stdout.write(
                f"{finding.number:>9,}  {check.name}: not so that {check.says}\n"
                f"{'':>11}{', '.join(finding.first)}{more}"
            )
        elif not quiet:
            self.stdout.write(f"{'ok':>9}  {check.name}: {check.says}")
        return bool(finding.number)
