"""Stand in the way of Django's own command: nobody here may do everything."""

from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Not used here: see first_admin."

    def handle(self, *args: Any, **options: Any) -> NoReturn:
        raise CommandError(
            "There are no superusers in SENDhub: what people may do comes from their "
            "roles. Make the first administrator with: manage.py first_admin"
        )
