"""Load schools and settings from a Get Information About Schools file.

    manage.py import_gias edubasealldata20261101.csv

Every row of the file is loaded, whatever its authority: children are also placed
outside the county. Take a file of fewer rows to load fewer. A second run changes
only what the register changed, and never what we know ourselves (SENCO, our note).

Exit codes: 0 all rows are in; 1 the file could not be used, nothing changed;
3 the rows that could be read are in, others were left out (they are listed).
"""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sendhub.core import clock
from sendhub.schools.actions import Refresh, settings_refresh
from sendhub.schools.register import NotTheRegister, Row, decoded, read

STEP = 500
WIDTH = 40
LISTED = 50
SOME_LEFT_OUT = 3


class Command(BaseCommand):
    help = __doc__ or ""

    def create_parser(self, prog_name: str, subcommand: str, **options: Any) -> Any:
        return super().create_parser(
            prog_name,
            subcommand,
            formatter_class=RawDescriptionHelpFormatter,
            **options,
        )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the register's CSV file")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what would change, change nothing",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        dry_run: bool = options["dry_run"]
        try:
            text = decoded(options["file"].read_bytes())
            rows = self._shown(read(text), total=text.count("\n"))
            done = settings_refresh(rows=rows, on=clock.today(), dry_run=dry_run)
        except OSError as trouble:
            raise CommandError(f"{options['file']}: {trouble.strerror}.") from trouble
        except NotTheRegister as trouble:
            raise CommandError(f"{options['file']}: {trouble}") from trouble
        self._tell(done, dry_run)
        if done.refused:
            sys.exit(SOME_LEFT_OUT)

    def _shown(self, rows: Iterator[Row], *, total: int) -> Iterator[Row]:
        """Pass the rows on, and show how far they are to somebody who watches."""
        watched = sys.stderr.isatty()
        for number, row in enumerate(rows, 1):
            if watched and number % STEP == 0:
                part = min(number / max(total, 1), 1.0)
                bar = "#" * int(part * WIDTH)
                self.stderr.write(f"\r[{bar:<{WIDTH}}] {number:,} rows", ending="")
            yield row
        if watched:
            self.stderr.write("\r" + " " * (WIDTH + 20) + "\r", ending="")

    def _tell(self, done: Refresh, dry_run: bool) -> None:
        would = "Would be " if dry_run else ""
        self.stdout.write(
            f"{would}new {done.new:,}, changed {done.changed:,} "
            f"(closed {done.closed:,}), unchanged {done.unchanged:,}, "
            f"left out {done.refused:,}."
        )
        for line, error in done.errors[:LISTED]:
            self.stderr.write(f"Line {line}: {error}.")
        if done.refused > LISTED:
            self.stderr.write(f"And {done.refused - LISTED:,} more lines.")
