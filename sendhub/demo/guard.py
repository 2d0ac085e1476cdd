"""Keeping the demonstration and real children apart.

With SENDHUB_DEMO=1 a site asks for no second step, uses no TLS and sends no mail. Such
a site may work on an empty database or on the demonstration's, and on no other.
"""

import logging
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse

from sendhub.accounts.models import User
from sendhub.core.models import Partnership
from sendhub.people.models import Child

REAL_PEOPLE = (
    "This database holds users or children that are not the demonstration's: it is "
    "left as it is. Use an empty database."
)
OTHER_PROGRAM = (
    "This database holds the tables of another program: it is left as it is. "
    "Use an empty database."
)
CLOSED = (
    "This site is closed. It is set up as a demonstration (SENDHUB_DEMO=1), but its "
    "database holds users or children that are not the demonstration's. Whoever runs "
    "it: start it without SENDHUB_DEMO."
)
log = logging.getLogger("sendhub.demo")


def refusal() -> str:
    """Say why the demonstration may not use this database; nothing if it may.

    Asked before migrating too, so that no table may be taken for granted.
    """
    tables = set(connection.introspection.table_names())
    if not _ours(tables):
        return OTHER_PROGRAM
    if not {User._meta.db_table, Child._meta.db_table} <= tables:
        return ""
    return REAL_PEOPLE if holds_real_people() else ""


def _ours(tables: set[str]) -> bool:
    """Tell an empty database, or one of SENDhub's at any step, from all others."""
    if not tables or Partnership._meta.db_table in tables:
        return True
    if MigrationRecorder.Migration._meta.db_table not in tables:
        return False
    done = {label for label, _ in MigrationRecorder(connection).applied_migrations()}
    return done <= {config.label for config in apps.get_app_configs()}


def is_demonstration() -> bool:
    """Tell whether the demonstration was loaded into this database."""
    return Partnership.objects.filter(demonstration=True).exists()


def holds_real_people() -> bool:
    """Tell whether somebody is in this database who was not invented."""
    somebody = User.objects.exists() or Child.objects.exists()
    return somebody and not is_demonstration()


def refuse_before_migrating(**kwargs: Any) -> None:
    """Stop `migrate` of a demonstration before it changes anything (pre_migrate)."""
    if settings.DEMO and (why := refusal()):
        raise CommandError(why, returncode=2)


class OnlyDemonstrationMiddleware:
    """Close a site without its safeguards to a database of real people."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.known = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.known = self.known or is_demonstration()
        if not self.known and holds_real_people():
            log.error("closed: SENDHUB_DEMO=1 on a database of real people")
            return HttpResponse(CLOSED, status=503, content_type="text/plain")
        return self.get_response(request)
