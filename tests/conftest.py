"""What every test may use."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.backends.signals import connection_created
from django.test import Client, TransactionTestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck
from hypothesis import settings as properties

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.core import clock
from tests import build
from tests.build.numbers import numbers
from tests.emptying import quickly
from tests.sharing import Sharing, place

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
# How long a busy machine takes over a property says nothing about it.
properties.register_profile(
    "sendhub", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
properties.load_profile("sendhub")


def _let_tests_empty_tables(connection: Any, **kwargs: Any) -> None:
    """A test with real transactions ends by emptying tables; nothing else may."""
    with connection.cursor() as cursor:
        cursor.execute("SET sendhub.allow_truncate = 'on'")


connection_created.connect(_let_tests_empty_tables)


LEAVE = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user
    AND pid <> pg_backend_pid()"""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Let the database be dropped in the end.

    A thread of the live server may still answer a browser that has gone.
    """
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(LEAVE)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest."""
    items.sort(key=lambda item: place(item.nodeid))


def pytest_collection_finish() -> None:
    """Spare the collector of garbage the tests themselves: they stay to the end.

    A test's own garbage is little: looked for at every 700 objects, a tenth of the
    tests' time went into it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share the tests in our way where they are shared by file."""
    return Sharing(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(scope="session", autouse=True)
def _emptied_quickly() -> Iterator[None]:
    """A test with real transactions costs no more than what it did."""
    patch = pytest.MonkeyPatch()
    own = TransactionTestCase._fixture_teardown
    patch.setattr(TransactionTestCase, "_fixture_teardown", quickly(own))
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def _site_of_this_test(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each test keeps its documents to itself and signs in without ceremony.

    The folder is made by whoever keeps something: most tests need none.
    """
    folder = tmp_path_factory.getbasetemp() / f"site-{next(numbers)}"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            **settings.STORAGES["default"],
            "OPTIONS": {"location": folder / "documents", "base_url": None},
        },
    }
    settings.BACKGROUND_DIR = folder / "background"
    settings.SECOND_FACTOR_OBLIGATORY = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


TODAY = date(2026, 11, 20)


def day_unless_pretended(day: date) -> Callable[[], date]:
    """A clock that stands on a day, but for what pretends to be on another."""

    def today() -> date:
        moment = clock._pretended.get()
        return timezone.localdate(moment) if moment else day

    return today


@pytest.fixture(autouse=True)
def _the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test happens on the same day."""
    monkeypatch.setattr(clock, "today", day_unless_pretended(TODAY))


SignedIn = Callable[..., Client]


@pytest.fixture
def signed_in() -> SignedIn:
    """Give a browser signed in as somebody: a user, or a new one of some role."""

    def sign_in(who: User | str | None = None) -> Client:
        user = who if isinstance(who, User) else build.user(role=who)
        client = Client()
        client.force_login(user)
        client.user = user  # type: ignore[attr-defined]
        return client

    return sign_in


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch, signed_in: SignedIn) -> Callable[..., Client]:
    """Give a browser signed in as somebody with these permissions and no other."""

    def sign_in(*permissions: Permission) -> Client:
        user = build.user()
        granted = frozenset(permissions) | {
            Permission.CHILDREN_ALL,
            Permission.CHILD_VIEW,
        }

        def may(self: User, permission: str) -> bool:
            if self.pk == user.pk:
                return permission in granted
            return self.is_active and permission in self.permissions

        monkeypatch.setattr(User, "may", may)
        return signed_in(user)

    return sign_in


@pytest.fixture
def queries_stay_flat() -> Callable[..., None]:
    """Fail if a page runs more queries when there is more to show."""

    def check(client: Client, url: str, grow: Callable[[], Any]) -> None:
        grow()
        client.get(url)
        with CaptureQueriesContext(connection) as few:
            assert client.get(url).status_code == 200
        for _ in range(3):
            grow()
        with CaptureQueriesContext(connection) as many:
            client.get(url)
        assert len(many) <= len(few), "\n".join(q["sql"][:200] for q in many)

    return check
