#!/usr/bin/env python3
"""Run one of SENDhub's commands; `manage.py help` lists them."""

import os
import sys

OWNER_COMMANDS = {
    "migrate",
    "makemigrations",
    "flush",
    "test",
    "pgtrigger",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendhub.settings")
    if len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS:
        os.environ["SENDHUB_AS_OWNER"] = "1"
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
