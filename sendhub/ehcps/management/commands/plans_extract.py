"""Write the file of plans for social care now, as the worker does each night.

    manage.py plans_extract

It goes into the folder SENDHUB_EXTRACT_DIR; docs/social-care-extract.md says what is in
it. Exit code 1: there is no such folder, or it cannot be written to.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sendhub.ehcps import actions
from sendhub.ehcps.extract import file_folder


class Command(BaseCommand):
    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        folder = file_folder()
        if folder is None:
            raise CommandError("Set SENDHUB_EXTRACT_DIR to the folder of the file.")
        try:
            made = actions.extract_run(folder=folder)
        except OSError as error:
            raise CommandError(f"The file cannot be written: {error}") from None
        self.stdout.write(
            f"{made.filename}: {made.plans} plans; {made.left_out} of restricted "
            "children left out."
        )
