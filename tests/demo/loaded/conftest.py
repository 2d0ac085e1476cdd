"""The lived stories, loaded once for all tests that only look at them or break them.

Without the copies that make a county of them: `test_county.py` adds those.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings as site
from django.db import connection, transaction
from django.test.utils import override_settings

from sendhub.core import clock
from sendhub.demo import load
from sendhub.demo.load import demonstration_load
from sendhub.demo.staff import PASSWORD
from tests.conftest import TODAY, day_unless_pretended


def set_today(day: date) -> Any:
    """Make a day today, outside any one test."""
    patch = pytest.MonkeyPatch()
    patch.setattr(clock, "today", day_unless_pretended(day))
    return patch


def documents_in(folder: Any) -> dict[str, Any]:
    """The settings of a site that keeps its documents in a folder."""
    default = {**site.STORAGES["default"]}
    default["OPTIONS"] = {"location": folder, "base_url": None}
    return {
        "STORAGES": {**site.STORAGES, "default": default},
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "DEMO": True,
    }


Lives = list[tuple[Any, ...]]


def lived_alone(lives: Lives) -> Any:
    """Let no story be told again; keep what that would need."""
    patch = pytest.MonkeyPatch()
    patch.setattr(load, "county_tell_again", lambda *told: lives.append(told))
    return patch


@pytest.fixture(scope="package")
def lives() -> Lives:
    """What a county is told from, once the caseload is loaded."""
    return []


@pytest.fixture(scope="package")
def caseload(
    lives: Lives,
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, Any]]:
    """The loaded demonstration, and the settings under which its files are found."""
    changed = documents_in(tmp_path_factory.mktemp("documents"))
    day, alone = set_today(TODAY), lived_alone(lives)
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(**changed):
            demonstration_load(password=PASSWORD)
        day.undo()
        alone.undo()
        with connection.cursor() as cursor:
            # So that a test may alter tables: nothing waits for the commit.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield changed
        transaction.set_rollback(True)
    connection.close()


@pytest.fixture
def loaded(caseload: dict[str, Any], settings: Any) -> None:
    """The demonstration, as it was loaded; what a test does to it is undone."""
    for name, value in caseload.items():
        setattr(settings, name, value)
