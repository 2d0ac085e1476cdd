"""Acting as the restricted database role that runs the site."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, connections, transaction

from sendhub import environment


def database_of_the_test(url: str) -> dict[str, Any]:
    """Turn an address of the server into settings for the database of the tests."""
    settings = environment.database(url, pool_size=0)
    return {**settings, "NAME": connection.settings_dict["NAME"]}


def site_settings() -> dict[str, Any]:
    """How the site's own role reaches the database of the tests."""
    url = os.environ["DATABASE_URL"]
    settings = database_of_the_test(url)
    if settings["USER"] == connection.settings_dict["USER"]:
        pytest.skip("DATABASE_URL and DATABASE_OWNER_URL name one role")
    return settings


@contextmanager
def as_site() -> Iterator[None]:
    """Do something as the site's own role; none of it stays."""
    owner = connections["default"]
    site = connections.create_connection("default")
    site.settings_dict = {**owner.settings_dict, **site_settings()}
    connections["default"] = site
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        site.close()
        connections["default"] = owner
