"""What must hold of a database before it is migrated."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


@register(Tags.database)
def no_squashed_migration_is_half_there(
    databases: Iterable[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Stop `migrate` of a database left between migrations that are one now.

    Django takes a squashed migration for applied where all are that it replaces, and
    applies it where none is. Where some are, the files of the others are gone, and it
    might say that there is nothing to do (ADR 34).
    """
    if not databases:
        return []
    applied = set(MigrationRecorder(connection).applied_migrations())
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return [
        Error(
            f"This database has only some of the migrations of {app} that are now"
            f" {name}: the next would have been {missing[0]}.",
            hint="Migrate it with the last version that has this one, then with this.",
            id="sendhub.E002",
        )
        for (app, name), migration in sorted(loader.replacements.items())
        if (
            missing := [
                old
                for label, old in migration.replaces
                if (label, old) not in applied | set(loader.disk_migrations)
            ]
        )
        and not applied.isdisjoint(migration.replaces)
    ]
