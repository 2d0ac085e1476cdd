"""The triggers, and what the site's own database role may do: all but touch history.

Runs after every `migrate`, as the owner. Where the two roles are one (a
developer's own DATABASE_URL), the triggers still refuse changes of history.
"""

from typing import Any

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.db import connection
from psycopg import sql

KEPT = {"audit.act", "audit.look", "audit.signin"}

# pgtrigger's own function lets a session variable switch any trigger off.
NEVER = "BEGIN RETURN false; END;"
NEVER_IGNORED = f"""
    CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name NAME)
    RETURNS BOOLEAN AS $${NEVER}$$ LANGUAGE plpgsql
"""


def history_tables() -> list[str]:
    """Name the tables whose rows are only ever added."""
    return sorted(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.label_lower in KEPT or hasattr(model, "pgh_tracked_model")
    )


def install_triggers(*, plan: object = None, **kwargs: Any) -> None:
    """Bring the triggers of the database in line with the models: docs/adr/0019.

    `flush`, which empties tables and has no plan of migrations, changes no trigger.
    """
    if plan is not None:
        pgtrigger.install()
        with connection.cursor() as cursor:
            cursor.execute(NEVER_IGNORED)


def grant_app_role(**kwargs: Any) -> None:
    """Grant the restricted role its rights on all tables of this database."""
    role = settings.APP_ROLE
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user = %s,"
            " EXISTS (SELECT FROM pg_roles WHERE rolname = %s)",
            [role, role],
        )
        same, exists = cursor.fetchone()
        if same or not exists:
            return
        name = sql.Identifier(role)
        for statement in _statements():
            cursor.execute(sql.SQL(statement).format(name))
        for table in history_tables():
            cursor.execute(
                sql.SQL("REVOKE UPDATE, DELETE ON {} FROM {}").format(
                    sql.Identifier(table), name
                )
            )


def _statements() -> list[str]:
    rows = "SELECT, INSERT, UPDATE, DELETE"
    return [
        "GRANT USAGE ON SCHEMA public TO {}",
        f"GRANT {rows} ON ALL TABLES IN SCHEMA public TO {{}}",
        "GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {}",
        "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {}",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {rows} ON TABLES TO {{}}",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public"
        " GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {}",
    ]
