"""Make the demonstration's caseload as big as a county's, a region's or England's."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from sendhub.demo.load import is_whole
from sendhub.demo.retold.scope import CannotTell
from sendhub.demo.seeding.loading import live_plans, seed

MOST = 700_000  # as many as there are NHS numbers for tests


class Command(BaseCommand):
    """Exit code 0 when so many plans are there, 2 when it was refused."""

    help = (
        "Tell the lives of the demonstration's children again, of others, until there "
        "are so many live plans. Only on a database that holds the demonstration."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--plans", type=int, required=True, help="live plans wanted, like 20000"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        plans = options["plans"]
        if not settings.DEMO or not is_whole():
            raise CommandError(
                "Only a database that holds the demonstration can be seeded, on a site "
                "started with SENDHUB_DEMO=1. It is left as it is.",
                returncode=2,
            )
        if not 0 < plans <= MOST:
            raise CommandError(f"Ask for 1 to {MOST:,} live plans.", returncode=2)
        started = time.monotonic()
        try:
            made = seed(plans=plans, say=self.stdout.write)
        except CannotTell as why:
            raise CommandError(str(why), returncode=2) from None
        self.stdout.write(
            f"{live_plans():,} live plans, {made:,} of them made in "
            f"{time.monotonic() - started:.0f} seconds."
        )
