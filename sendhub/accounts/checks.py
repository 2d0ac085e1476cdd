"""Checks of a real site (`manage.py check --deploy`)."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError, connection

from sendhub.audit.grants import history_tables

ALTERS = """
    SELECT count(*) FROM unnest(%s::text[]) AS kept(name)
     WHERE has_table_privilege(current_user, kept.name, 'UPDATE')
        OR has_table_privilege(current_user, kept.name, 'DELETE')
        OR has_table_privilege(current_user, kept.name, 'TRUNCATE')
"""


@register(Tags.security, deploy=True)
def site_cannot_alter_history(**kwargs: Any) -> list[CheckMessage]:
    """Warn where the role that runs the site could change or empty the history."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(ALTERS, [history_tables()])
            count = cursor.fetchone()[0]
    except DatabaseError as error:
        return [
            Warning(
                f"The database could not be asked about its rights: {error}",
                hint="Start it, migrate, and run the check again.",
                id="sendhub.W002",
            )
        ]
    if not count:
        return []
    return [
        Warning(
            f"The site's database role may alter {count} tables of history.",
            hint=(
                "Migrate as an owner role and run the site as another one "
                f"({settings.APP_ROLE}), as docs/deploy.md says."
            ),
            id="sendhub.W001",
        )
    ]


@register(Tags.security, deploy=True)
def second_step_is_obligatory(**kwargs: Any) -> list[CheckMessage]:
    """Warn where staff may sign in with a password alone."""
    if settings.SECOND_FACTOR_OBLIGATORY:
        return []
    return [
        Warning(
            "Staff may sign in with a password alone.",
            hint="Leave SENDHUB_SECOND_FACTOR unset, or set it to 1.",
            id="sendhub.W003",
        )
    ]
