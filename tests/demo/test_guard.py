"""A demonstration without safeguards never touches a database of real people."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, override_settings
from django.urls import reverse

from sendhub.core.models import Partnership
from sendhub.demo import guard
from tests import build

pytestmark = pytest.mark.django_db
GUARD = "sendhub.demo.guard.OnlyDemonstrationMiddleware"
REAL = pytest.mark.parametrize("somebody", [build.user, build.child])


def mark() -> None:
    Partnership.objects.update_or_create(pk=1, defaults={"demonstration": True})


def run_sql(*lines: str) -> None:
    with connection.cursor() as cursor:
        for line in lines:
            cursor.execute(line)


def migrate(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Run `migrate` where a migration is due; return what it was about to do."""
    due: list[Any] = []

    def note(self: Any, targets: Any, plan: Any, **kwargs: Any) -> Any:
        due.extend(plan)
        return kwargs["state"]

    monkeypatch.setattr(MigrationExecutor, "migrate", note)
    (newest,) = MigrationLoader(connection).graph.leaf_nodes("nurture_hubs")
    recorder = MigrationRecorder(connection)
    names = [newest, *MigrationLoader(connection).disk_migrations[newest].replaces]
    for name in names:
        recorder.record_unapplied(*name)
    try:
        call_command("migrate", verbosity=0)
    finally:
        for name in names:
            recorder.record_applied(*name)
    return due


@REAL
def test_refuses_to_migrate_real_people(somebody, settings, monkeypatch):
    settings.DEMO = True
    somebody()
    with pytest.raises(CommandError, match="left as it is"):
        migrate(monkeypatch)


def test_migrates_its_own_database(settings, monkeypatch):
    settings.DEMO = True
    build.user()
    mark()
    assert migrate(monkeypatch)


def test_migrates_an_empty_database(settings, monkeypatch):
    settings.DEMO = True
    assert migrate(monkeypatch)


def test_lets_a_real_site_migrate(settings, monkeypatch):
    settings.DEMO = False
    build.user()
    assert migrate(monkeypatch)


NOTHING = "CREATE SCHEMA other; SET LOCAL search_path TO other"
MIGRATIONS = "CREATE TABLE django_migrations (id int, app text, name text, applied int)"


def test_takes_a_database_without_tables():
    run_sql(NOTHING)
    assert guard.refusal() == ""


@pytest.mark.parametrize("app", ["contenttypes", "accounts"])
def test_takes_up_where_a_first_migration_was_cut_off(app):
    run_sql(NOTHING, MIGRATIONS)
    run_sql(f"INSERT INTO django_migrations VALUES (1, '{app}', '0001_initial', 0)")  # noqa: S608
    assert guard.refusal() == ""


def test_refuses_the_tables_of_another_program():
    run_sql(NOTHING, "CREATE TABLE invoice (id int)")
    assert guard.refusal() == guard.OTHER_PROGRAM


def test_refuses_another_django_site():
    run_sql(NOTHING, MIGRATIONS)
    run_sql("INSERT INTO django_migrations VALUES (1, 'shop', '0001_initial', 0)")
    assert guard.refusal() == guard.OTHER_PROGRAM


def served(page: str) -> Any:
    """Open a page of a site started with SENDHUB_DEMO=1."""
    from django.conf import settings

    with override_settings(DEMO=True, MIDDLEWARE=[GUARD, *settings.MIDDLEWARE]):
        return Client().get(reverse(page))


@pytest.mark.parametrize("page", ["account_login", "core:health"])
@REAL
def test_is_closed_to_a_database_of_real_people(somebody, page):
    somebody()
    answer = served(page)
    assert answer.status_code == 503
    assert "without SENDHUB_DEMO" in answer.content.decode()


def test_every_site_started_as_a_demonstration_has_the_guard():
    show = "from sendhub import settings; print(settings.MIDDLEWARE[0])"
    for demo, first in (("1", True), ("0", False)):
        done = subprocess.run(
            [sys.executable, "-c", show],
            env=os.environ | {"SENDHUB_DEMO": demo},
            capture_output=True,
            text=True,
            check=True,
        )
        assert (done.stdout.strip() == GUARD) is first


def test_is_open_where_the_demonstration_is():
    build.user()
    mark()
    assert served("account_login").status_code == 200


def test_is_open_where_nobody_is_yet():
    assert served("account_login").status_code == 200


def test_closes_when_somebody_real_comes_into_an_empty_database():
    guarded = guard.OnlyDemonstrationMiddleware(lambda request: "page")  # type: ignore[arg-type,return-value]
    assert guarded(None) == "page"  # type: ignore[arg-type]
    build.user()
    assert guarded(None).status_code == 503  # type: ignore[arg-type]
