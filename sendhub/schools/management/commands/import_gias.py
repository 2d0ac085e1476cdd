"""Load schools and settings from a Get Information About Schools file.

    manage.py import_gias edubasealldata20261101.csv
    manage.py import_gias edubasealldata20261101.csv --links links_edubasealldata.csv

Every row of the file is loaded, whatever its authority: children are also placed
outside the county. Take a file of fewer rows to load fewer. A second run changes
only what the register changed, and never what we know ourselves (SENCO, our note,
our own word of what kind a setting is). Cut off, it is simply run again.

--links takes the register's own file of predecessors and successors. Without it, a
school that opened at the number (LAESTAB) of one that closed is taken to follow it.

--mend writes the rows that could not be read into a file, each with what is wrong:
mend it and load it in its turn.

Exit codes: 0 all rows are in; 1 the file could not be used, nothing changed, or
another run of this command took over, and what is in stays;
3 the rows that could be read are in, others were left out (they are listed).
"""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.schools.actions import CutIn, Source, load_compare, register_import
from sendhub.schools.mending import MendPath
from sendhub.schools.models import Load
from sendhub.schools.tables import NotTheTable

WIDTH = 40
LISTED = 50
SOME_LEFT_OUT = 3
STOPPED = "Stopped: the command was run again beside this one. What is in stays."


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
        parser.add_argument("--links", type=Path, help="its file of links")
        parser.add_argument("--mend", type=Path, help="where to write rows to mend")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what would change, change nothing",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with ExitStack() as files:
                file = files.enter_context(options["file"].open("rb"))
                mend = MendPath(options["mend"], loaded=options["file"])
                files.enter_context(mend)
                links = options["links"] and files.enter_context(
                    options["links"].open("rb")
                )
                source = Source.of(file, links)
                if options["dry_run"]:
                    self._tell(self._looked(source), "Would be ")
                    return
                load = self._load(source, options["file"])
                self._tell(load.done, "")
                self._mend(load, source, mend)
        except OSError as trouble:
            raise CommandError(f"{trouble.filename}: {trouble.strerror}.") from trouble
        except (NotTheTable, RuleBroken) as trouble:
            raise CommandError(str(trouble)) from trouble
        except CutIn:
            raise CommandError(STOPPED) from None
        if load.done["wrong"]:
            sys.exit(SOME_LEFT_OUT)

    def _looked(self, source: Source) -> dict[str, int]:
        return load_compare(source=source, step=self._bar(source.table.rows))

    def _load(self, source: Source, path: Path) -> Load:
        return register_import(
            source=source,
            name=path.name,
            on=clock.today(),
            step=self._bar(source.table.rows),
        )

    def _bar(self, total: int) -> Any:
        """Show how far it is to somebody who watches."""

        def step(done: int) -> None:
            if not sys.stderr.isatty():
                return
            part = min(done / max(total, 1), 1.0)
            bar = "#" * int(part * WIDTH)
            end = "\n" if done >= total else ""
            self.stderr.write(f"\r[{bar:<{WIDTH}}] {done:,} rows", ending=end)

        return step

    def _tell(self, done: dict[str, int], would: str) -> None:
        links = f", links {done['links']:,}" if "links" in done else ""
        missing = f", not in the file {done['missing']:,}" if "missing" in done else ""
        self.stdout.write(
            f"{would}new {done['new']:,}, changed {done['changed']:,}, "
            f"closed {done['closed']:,}, open again {done['reopened']:,}, "
            f"unchanged {done['unchanged']:,}, to mend {done['wrong']:,}"
            f"{links}{missing}."
        )

    def _mend(self, load: Load, source: Source, mend: MendPath) -> None:
        for number, row in enumerate(load.rows.of_outcome("wrong").iterator()):
            mend.add(source.table.headings, row)
            if number < LISTED:
                self.stderr.write(f"Line {row.line}: {row.fault}.")
        if load.done["wrong"] > LISTED:
            self.stderr.write(f"And {load.done['wrong'] - LISTED:,} more lines.")
        if mend.written:
            self.stdout.write(f"The rows to mend are in {mend.path}.")
