"""Make the first administrator of a new site."""

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from sendhub.accounts import actions
from sendhub.accounts.models import User
from sendhub.core.errors import RuleBroken


class Command(BaseCommand):
    help = (
        "Make the first administrator, who adds everybody else in Django admin. "
        "Asks for the password; without a terminal it is read from standard input."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the e-mail address to sign in with")
        parser.add_argument("name", help="first name and surname, in quotes")
        parser.add_argument(
            "--another",
            action="store_true",
            help="make one although there is an administrator (nobody can sign in)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        email, name = options["email"].strip(), options["name"].strip()
        try:
            validate_email(email)
            password = self._password()
            validate_password(password, User(email=email, name=name))
            user = actions.administrator_make(
                email=email, name=name, password=password, another=options["another"]
            )
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from None
        except RuleBroken as broken:
            raise CommandError(broken.message) from None
        self.stdout.write(f"{user.name} is an administrator and may sign in.")

    def _password(self) -> str:
        if not sys.stdin.isatty():
            return sys.stdin.readline().rstrip("\r\n")
        password = getpass("Password: ")
        if getpass("Password again: ") != password:
            raise CommandError("The two passwords are not the same.")
        return password
