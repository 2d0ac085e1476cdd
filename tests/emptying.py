"""What a test with real transactions leaves behind is taken away again.

Django empties every table after each such test and then fills those anew that a new
database has rows in: with our tables, a second and more. Few tests touch more than
ten of them. So that is done once; afterwards only the rows of tables that were empty
then are deleted, unless a test changed one of the others.
"""

from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from django.test import TransactionTestCase

Rows = dict[str, tuple[int, int | None]]
"""How many rows a table has, and which transaction last wrote one that is there."""
Teardown = Callable[[TransactionTestCase], None]


def rows() -> Rows:
    """What is in each table that Django would empty."""
    tables = connection.introspection.django_table_names(
        only_existing=True, include_views=False
    )
    asked = " UNION ALL ".join(
        f"SELECT '{table}', count(*), max(xmin::text::bigint) FROM \"{table}\""  # noqa: S608
        for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return {table: (count, last) for table, count, last in cursor.fetchall()}


def delete_all(tables: list[str]) -> None:
    """Delete every row of these tables, whatever guards or refers to them."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        for table in tables:
            cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')


def quickly(flush: Teardown) -> Teardown:
    """Do what Django's own way does, but only where there is something to do."""
    fresh: Rows = {}

    def empty(case: Any) -> None:
        found = rows() if fresh else {}
        filled = {table for table, (count, _) in fresh.items() if count}
        if fresh and all(found[table] == fresh[table] for table in filled):
            delete_all([t for t in found if t not in filled and found[t][0]])
            return
        flush(case)
        fresh.clear()
        fresh.update(rows())

    return empty
