"""Measure the pages that are opened most."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.templatetags.static import static

from sendhub.core.verifying import gather, one_moment, run
from sendhub.demo.bench import caseload, measure_all, sample, table

ROUNDS = 40


class Command(BaseCommand):
    """Exit code 0 when it measured, 1 when it refused to start."""

    help = (
        "Open the most used pages again and again, as a caseworker, with the settings "
        "and the data of this site, and print what each took. Refuses to start where "
        "`verify` finds something. Keeps nothing of what it writes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--rounds",
            type=int,
            default=ROUNDS,
            help=f"how often each page is opened ({ROUNDS})",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["rounds"] < 1:
            raise CommandError("Open each page at least once: --rounds 1.")
        try:
            static("images/mark.svg")
        except ValueError:
            raise CommandError(
                "The style sheets are not laid out yet: run manage.py collectstatic."
            ) from None
        with one_moment():
            wrong = [found for check in gather() if (found := run(check)).number]
        if wrong:
            raise CommandError(
                f"Not measured: {len(wrong)} checks of manage.py verify do not hold, "
                f"{wrong[0].check.name} first."
            )
        chosen = sample()
        if chosen is None:
            raise CommandError("There is no work to show: load a caseload first.")
        self.stdout.write(f"{caseload()}; {options['rounds']} rounds\n\n")
        self.stdout.write(table(list(measure_all(chosen, rounds=options["rounds"]))))
