"""Measure the pages that are opened most, and what they are compared with."""

import json
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.templatetags.static import static

from sendhub.core.verifying import gather, one_moment, run
from sendhub.demo import guard
from sendhub.demo.bench.crowding import crowd
from sendhub.demo.bench.explaining import explain_all, explained_table, explained_text
from sendhub.demo.bench.making import made_table, make_all
from sendhub.demo.bench.measuring import page_table
from sendhub.demo.bench.pages import Sample, caseload, measure_all, sample
from sendhub.demo.bench.serving import SECONDS, serve_all, served_table
from sendhub.demo.bench.targets import Found, kept, verdict_table, verdicts
from sendhub.demo.bench.yardstick import beside_all, beside_table
from sendhub.demo.seeding.loading import live_plans

ROUNDS = 40
GB = 1024**3


def kept_before(name: str) -> dict[str, Any]:
    """What an earlier run kept."""
    try:
        found = json.loads(Path(name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as trouble:
        raise ArgumentTypeError(f"no run is kept in {name}: {trouble}") from None
    return dict(found)


class Command(BaseCommand):
    """Exit code 0 when it measured, 1 when it refused to start."""

    help = (
        "Open the most used pages again and again, as a caseworker, with the settings "
        "and the data of this site, and print what each took and which targets were "
        "met. Refuses to start where `verify` finds something. Keeps nothing of what "
        "it writes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        more = parser.add_argument
        more(
            "--rounds",
            type=int,
            default=ROUNDS,
            help=f"how often each page is opened ({ROUNDS})",
        )
        yes: Any = {"action": "store_true"}
        more("--admin", **yes, help="the same by stock Django admin, a bare view, SQL")
        more("--files", **yes, help="every plan as CSV, Excel, PDF; a crowded hub")
        more("--served", **yes, help="requests a second of the server, and its memory")
        more("--explain", metavar="FILE", help="the plan of every query, into a file")
        more("--all", **yes, help="all of these but --explain")
        more("--unverified", **yes, help="start without `verify`")
        more("--keep", metavar="FILE", help="keep what each page took")
        more(
            "--against",
            metavar="FILE",
            type=kept_before,
            default={},
            help="hold each page against a run that was kept, of a smaller caseload",
        )
        more("--seconds", type=float, default=SECONDS, help="how long the server works")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["rounds"] < 1:
            raise CommandError("Open each page at least once: --rounds 1.")
        check_stock_is_allowed(options)
        check_style_sheets()
        if not options["unverified"]:
            check_invariants()
        chosen = sample()
        if chosen is None:
            raise CommandError("There is no work to show: load a caseload first.")
        self.stdout.write(f"{caseload()}; {options['rounds']} rounds")
        found = self.measured(chosen, options)
        if name := options["keep"]:
            Path(name).write_text(json.dumps(kept(found), indent=1), encoding="utf-8")
        self.say(verdict_table(list(verdicts(found))))

    def measured(self, chosen: Sample, options: dict[str, Any]) -> Found:
        """Measure all that was asked for, and print it as it comes."""
        rounds, every = options["rounds"], options["all"]
        found = Found(before=options["against"], gigabytes=size_of_database() / GB)
        found.plans = live_plans()
        found.pages = list(measure_all(chosen, rounds=rounds))
        self.say(page_table(found.pages))
        if every or options["files"]:
            found.made = list(make_all(chosen.officer))
            found.crowd = crowd()
            self.say(made_table(found.made))
        if every or options["admin"]:
            found.beside = list(beside_all(chosen, rounds=rounds))
            self.say(beside_table(found.beside))
        if every or options["served"]:
            found.served = list(serve_all(chosen.officer, seconds=options["seconds"]))
            self.say(served_table(found.served))
        if name := options["explain"]:
            explained = list(explain_all(chosen))
            Path(name).write_text(explained_text(explained), encoding="utf-8")
            self.say(explained_table(explained))
        return found

    def say(self, table: str) -> None:
        """Print a table, apart from what came before."""
        self.stdout.write(f"\n{table}")


def check_stock_is_allowed(options: dict[str, Any]) -> None:
    """Refuse to put stock Django, without our safeguards, before real children."""
    stock = any(options[name] for name in ("admin", "served", "all"))
    if stock and not (settings.DEMO and guard.is_demonstration()):
        raise CommandError(
            "Stock Django is served on a demonstration only: leave out --admin, "
            "--served and --all."
        )


def check_style_sheets() -> None:
    """Refuse to measure pages without their style sheets."""
    try:
        static("images/mark.svg")
    except ValueError:
        raise CommandError(
            "The style sheets are not laid out yet: run manage.py collectstatic."
        ) from None


def check_invariants() -> None:
    """Refuse to measure data that breaks an invariant."""
    with one_moment():
        wrong = [found for check in gather() if (found := run(check)).number]
    if wrong:
        raise CommandError(
            f"Not measured: {len(wrong)} checks of manage.py verify do not hold, "
            f"{wrong[0].check.name} first."
        )


def size_of_database() -> int:
    """Bytes on the disk."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        (found,) = cursor.fetchone()
    return int(found)
