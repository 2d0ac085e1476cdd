"""Running a statement whose per cent signs are its own: values are `%(named)s`."""

import re
from typing import Any

from django.db import connection

OWN_SIGN = re.compile(r"%(?!\()")


def run(statement: str, **values: Any) -> int:
    """Run a statement; the number of rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(OWN_SIGN.sub("%%", statement), values)
        return int(cursor.rowcount)


def ask(statement: str, **values: Any) -> list[tuple[Any, ...]]:
    """Run a query; all its rows."""
    with connection.cursor() as cursor:
        cursor.execute(OWN_SIGN.sub("%%", statement), values)
        return list(cursor.fetchall())


def ask_one(statement: str, **values: Any) -> tuple[Any, ...]:
    """Run a query that has one row."""
    return ask(statement, **values)[0]
