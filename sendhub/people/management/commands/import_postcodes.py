"""Load which ward each postcode is in, from the ONS directory of postcodes (ONSPD).

    manage.py import_postcodes ONSPD_AUG_2026_UK.csv

Needed where a locality team is set by wards (Django admin, “Locality areas”). The
file has a column `pcds` and one of wards, `osward` or `wd24cd`; the rest is passed
over. Take the file of one county to keep the table small; the whole country works as
well. Run it again at will: only what changed is written, and all of it or nothing.
Children keep their team until their address is changed.

Exit codes: 0 all lines are in; 1 the file could not be used, nothing changed;
3 the lines that could be read are in, others were left out (they are listed).
"""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sendhub.people import directory
from sendhub.people.actions import postcodes_import
from sendhub.people.directory import Place
from sendhub.schools.tables import NotTheTable

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
        parser.add_argument("file", type=Path, help="the directory's CSV file")

    def handle(self, *args: Any, **options: Any) -> None:
        self.left_out = 0
        path: Path = options["file"]
        try:
            with path.open("rb") as file:
                table = directory.survey(file)
                changed = postcodes_import(
                    places=directory.read(file, table),
                    name=path.name,
                    wrong=self._wrong,
                    step=self._step,
                )
        except OSError as trouble:
            raise CommandError(f"{trouble.filename}: {trouble.strerror}.") from trouble
        except NotTheTable as trouble:
            raise CommandError(str(trouble)) from trouble
        self.stdout.write(
            f"{table.rows:,} lines, new or changed {changed:,}, "
            f"left out {self.left_out:,}."
        )
        if self.left_out:
            sys.exit(SOME_LEFT_OUT)

    def _wrong(self, place: Place) -> None:
        self.left_out += 1
        if self.left_out <= LISTED:
            self.stderr.write(f"Line {place.line}: {place.fault}.")

    def _step(self, line: int) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\r{line:,} lines", ending="")
