"""What tests of the whole site share."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from sendhub.accounts.roles import RoleKey
from tests import build
from tests.architecture.sessions import Session, signed_in_as


@pytest.fixture(scope="module")
def sessions(
    django_db_setup: None, django_db_blocker: Any
) -> Iterator[dict[RoleKey, Session]]:
    """Sign in one person of each role, once; what a test does to them is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {role: signed_in_as(build.user(role)) for role in RoleKey}
        transaction.set_rollback(True)
    connection.close()
