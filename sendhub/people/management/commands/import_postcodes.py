"""Load the wards and places of postcodes from the ONS directory of postcodes (ONSPD).

    manage.py import_postcodes ONSPD_AUG_2026_UK.csv
    manage.py import_postcodes ONSPD_AUG_2026_UK.csv --mend to-mend.csv

The wards are needed where a locality team is set by wards (Django admin, “Locality
areas”); the places, for how far it is from a child's home to a school. The file has
the column `pcds`, one of wards (`osward`, `wd24cd`) or two of the National Grid
(`oseast1m` and `osnrth1m`, `east1m` and `north1m`), or all three; the rest is passed
over. What the file has no column of stays as it is. Northern Ireland, the Channel
Islands and postcodes whose place nobody knows have none.

Take the file of one county to keep the table small; the whole country works as well.
Run it again at will: only what changed is written, and all of it or nothing. Children
keep their team until their address is changed.

--mend writes the lines that could not be read into a file, each with what is wrong:
mend it and load it in its turn.

Exit codes: 0 all lines are in; 1 the file could not be used, nothing changed;
3 the lines that could be read are in, others were left out (they are listed).
"""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sendhub.core.errors import RuleBroken
from sendhub.people import directory
from sendhub.people.actions import postcodes_import
from sendhub.people.directory import Columns, Place
from sendhub.schools.mending import MendPath
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
        parser.add_argument("--mend", type=Path, help="where to write lines to mend")

    def handle(self, *args: Any, **options: Any) -> None:
        self.left_out = 0
        path: Path = options["file"]
        try:
            with (
                path.open("rb") as file,
                MendPath(options["mend"], loaded=path) as mend,
            ):
                self._load(file, path.name, mend)
        except OSError as trouble:
            raise CommandError(f"{trouble.filename}: {trouble.strerror}.") from trouble
        except (NotTheTable, RuleBroken) as trouble:
            raise CommandError(str(trouble)) from trouble
        if mend.written:
            self.stdout.write(f"The lines to mend are in {mend.path}.")
        if self.left_out:
            sys.exit(SOME_LEFT_OUT)

    def _load(self, file: Any, name: str, mend: MendPath) -> None:
        table = directory.survey(file)
        columns = Columns.of(table)
        changed = postcodes_import(
            places=directory.read(file, table),
            name=name,
            columns=columns,
            wrong=self._wrong(table.headings, mend),
            step=self._step,
        )
        self.stdout.write(
            f"{table.rows:,} lines, new or changed {changed:,}, "
            f"left out {self.left_out:,}."
        )
        if not columns.tell_wards:
            self.stdout.write(
                "The file has no column of wards: those stay as they are."
            )
        if not columns.tell_places:
            self.stdout.write(
                "The file has no columns of the National Grid: places stay as they are."
            )

    def _wrong(
        self, headings: Sequence[str], mend: MendPath
    ) -> Callable[[Place], None]:
        def told(place: Place) -> None:
            self.left_out += 1
            mend.add(headings, place)
            if self.left_out <= LISTED:
                self.stderr.write(f"Line {place.line}: {place.fault}.")

        return told

    def _step(self, line: int) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\r{line:,} lines", ending="")
