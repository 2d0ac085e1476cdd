"""Migrations are named, in one line, reversible, and agree with the models."""

import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.architecture.reading import APPS

LOADER = MigrationLoader(None, ignore_no_migrations=True)
OURS = sorted(key for key in LOADER.disk_migrations if key[0] in APPS)


@pytest.mark.parametrize(("app", "name"), OURS)
def test_has_a_name_and_a_number(app: str, name: str) -> None:
    assert re.fullmatch(r"\d{4}_[a-z][a-z0-9_]+", name)
    assert "_auto_" not in name, f"{app}.{name}: give it a name (makemigrations -n)"


@pytest.mark.parametrize(("app", "name"), OURS)
def test_can_be_taken_back(app: str, name: str) -> None:
    migration = LOADER.disk_migrations[app, name]
    assert [str(op) for op in migration.operations if not op.reversible] == []


@pytest.mark.parametrize(("app", "name"), OURS)
def test_imports_no_model(app: str, name: str) -> None:
    module = sys.modules[LOADER.disk_migrations[app, name].__module__]
    text = Path(module.__file__ or "").read_text()
    assert not re.search(r"from sendhub\.\w+(\.models)? import", text)


@pytest.mark.parametrize("app", sorted({app for app, _ in OURS}))
def test_stand_in_one_line(app: str) -> None:
    names = [name for own, name in OURS if own == app]
    for before, name in pairwise(names):
        depends = LOADER.disk_migrations[app, name].dependencies
        assert [d for d in depends if d[0] == app] == [(app, before)]


def test_have_no_conflicts() -> None:
    assert LOADER.detect_conflicts() == {}


@pytest.mark.django_db
def test_agree_with_the_models() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
