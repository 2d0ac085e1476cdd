"""Reading the environment: three small readers that refuse nonsense in plain words."""

import os
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from sendhub import prepared

TRUE = {"1", "true", "yes", "on"}
FALSE = {"", "0", "false", "no", "off"}


def flag(name: str, default: bool = False) -> bool:
    """Read a yes/no setting."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be 1 or 0; it is {value!r}.")


def number(name: str, default: int) -> int:
    """Read a whole number."""
    value = os.environ.get(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(
            f"{name} must be a whole number; it is {value!r}."
        ) from None


def words(name: str, default: str = "") -> list[str]:
    """Read a comma-separated list."""
    return [
        word.strip()
        for word in os.environ.get(name, default).split(",")
        if word.strip()
    ]


def database(url: str, *, pool_size: int) -> dict[str, Any]:
    """Turn a PostgreSQL URL into Django's settings; any libpq option may be in it."""
    try:
        info = conninfo_to_dict(url)
    except ProgrammingError as error:
        raise ImproperlyConfigured(
            f"DATABASE_URL is not a PostgreSQL address: {error}"
        ) from None
    place = {
        key: str(info.pop(name, ""))
        for key, name in (
            ("NAME", "dbname"),
            ("USER", "user"),
            ("PASSWORD", "password"),
            ("HOST", "host"),
            ("PORT", "port"),
        )
    }
    options: dict[str, Any] = {
        **info,
        "cursor_factory": prepared.Cursor,
        "server_side_binding": True,
        "prepare_threshold": prepared.AFTER,
    }
    if pool_size:
        options["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": 5}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **place,
        "OPTIONS": options,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }
