"""A database that was migrated before the migrations were squashed: docs/adr/0034."""

import pytest
from django.core.checks import Tags, run_checks
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tests.architecture.reading import APPS

pytestmark = pytest.mark.django_db

SQUASHED = {
    key: migration.replaces
    for key, migration in MigrationLoader(None).replacements.items()
    if key[0] in APPS
}
HALF = sorted(key for key, replaced in SQUASHED.items() if len(replaced) > 1)


def recorded() -> set[tuple[str, str]]:
    return set(MigrationRecorder(connection).applied_migrations())


def forget(*names: tuple[str, str]) -> None:
    for name in names:
        MigrationRecorder(connection).record_unapplied(*name)


def found() -> list[str]:
    return [one.msg for one in run_checks(tags=[Tags.database], databases=["default"])]


def test_has_every_app_with_tables():
    with_tables = {app for app, _ in MigrationLoader(None).disk_migrations}
    assert {app for app, _ in SQUASHED} == with_tables & set(APPS)


def test_has_nothing_to_do():
    forget(*SQUASHED)
    assert recorded() & set(SQUASHED) == set()

    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    call_command("migrate", verbosity=0)

    assert set(SQUASHED) <= recorded()


def test_an_empty_database_is_as_if_it_had_taken_every_step():
    assert {old for replaced in SQUASHED.values() for old in replaced} <= recorded()


@pytest.mark.parametrize("key", HALF)
def test_one_left_half_way_is_not_migrated(key):
    app, name = key
    last = SQUASHED[key][-1]
    forget(key, last)

    (message,) = found()
    assert f"of {app} that are now {name}" in message
    assert last[1] in message
    with pytest.raises(CommandError, match=last[1]):
        call_command("migrate", verbosity=0, skip_checks=False)


def test_a_whole_one_passes_the_check():
    assert found() == []


def test_is_asked_about_a_database_only():
    forget(HALF[0], SQUASHED[HALF[0]][-1])
    assert run_checks(tags=[Tags.database]) == []


def test_the_cache_has_its_table():
    assert "sendhub_cache" in connection.introspection.table_names()
