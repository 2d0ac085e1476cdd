"""Load the demonstration caseload into an empty database."""

import os
import time
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from sendhub.accounts.models import User
from sendhub.accounts.roles import ROLES
from sendhub.demo import guard
from sendhub.demo.load import demonstration_load, is_whole
from sendhub.demo.staff import PASSWORD, STAFF
from sendhub.people.models import Child

SHORTEST = 12


class Command(BaseCommand):
    """Exit code 0 when the caseload is there, 2 when it was refused."""

    help = (
        "Load the demonstration: the invented children of a real county, with requests "
        "and plans at every step, and the nurture hubs. Only into an empty database of "
        "a site that is started with SENDHUB_DEMO=1. A load that was stopped goes on."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing when the demonstration is there, but set its password",
        )
        parser.add_argument(
            "--sign-ins",
            action="store_true",
            help="print one sign-in for each role, and change nothing",
        )
        parser.add_argument(
            "--password",
            help="the password of everybody in the demonstration "
            f"(SENDHUB_DEMO_PASSWORD, else “{PASSWORD}”)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        password = options["password"] or wanted_password()
        self.check_site(password)
        if options["sign_ins"]:
            return self.print_sign_ins(guard.is_demonstration(), password)
        if not is_whole():
            self.load(password)
        elif not options["if_empty"]:
            self.stdout.write("The demonstration is loaded already.")
        if password_set(password):
            self.stdout.write("The demonstration has a new password.")
        return None

    def check_site(self, password: str) -> None:
        """Refuse a site that is meant for real children, and a poor password."""
        if not settings.DEMO:
            raise CommandError(
                "The demonstration is only for a site started with SENDHUB_DEMO=1.",
                returncode=2,
            )
        if len(password) < SHORTEST:
            raise CommandError(
                f"The password needs at least {SHORTEST} characters.", returncode=2
            )

    def load(self, password: str) -> None:
        """Load into an empty database, or go on; refuse one that holds anybody."""
        if guard.holds_real_people():
            raise CommandError(guard.REAL_PEOPLE, returncode=2)
        started = time.monotonic()
        demonstration_load(password=password, side_by_side=True)
        self.stdout.write(
            f"Loaded {Child.objects.not_merged().count()} invented children and "
            f"{User.objects.count()} members of staff "
            f"in {time.monotonic() - started:.0f} seconds."
        )

    def print_sign_ins(self, there: bool, password: str) -> None:
        """Print who can sign in, one for each role, and with what."""
        if not there:
            raise CommandError("The demonstration is not loaded.", returncode=2)
        first = {member.role: member for member in reversed(STAFF)}
        width = max(len(member.email) for member in first.values())
        for key, role in ROLES.items():
            member = first[key]  # type: ignore[index]
            self.stdout.write(f"{member.email:<{width}}  {role.name}: {role.purpose}")
        said = password
        if any(not check_password(password, one) for one in kept_passwords()):
            said = "changed since; a start with SENDHUB_DEMO_PASSWORD sets it again"
        self.stdout.write(f"Password of all: {said}")


def wanted_password() -> str:
    """The password that the environment asks for, else the usual one."""
    return os.environ.get("SENDHUB_DEMO_PASSWORD") or PASSWORD


def kept_passwords() -> list[str]:
    """What is kept of the passwords of the demonstration's own people."""
    emails = [member.email for member in STAFF]
    found = User.objects.filter(email__in=emails).values_list("password", flat=True)
    return sorted(set(found))


@transaction.atomic
def password_set(password: str) -> bool:
    """Give everybody in the demonstration the password, unless they have it."""
    if all(check_password(password, one) for one in kept_passwords()):
        return False
    emails = [member.email for member in STAFF]
    User.objects.filter(email__in=emails).update(password=make_password(password))
    return True
