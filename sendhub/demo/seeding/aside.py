# ruff: noqa: S608  every statement is made of our own names
"""Putting indexes, foreign keys and exclusions aside while very many rows are written.

They are made again at the end, over all rows at once. What was put aside is written
into a table of the database before, in the same transaction: a run that was stopped is
gone on with, and ends with everything in its place. Only the owner of the tables can.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from sendhub.audit.verify import tracked
from sendhub.core.models import Partnership
from sendhub.demo.retold.scope import FOUND_BY, CannotTell, key_into
from sendhub.demo.retold.staging import Model, written
from sendhub.demo.retold.statements import ask, ask_one, run

Say = Callable[[str], object]
ASIDE = "demo_seeding"
MEMORY = "1GB"  # for making indexes
CONSTRAINTS = """
INSERT INTO demo_seeding (what, again)
SELECT c.conrelid::regclass || ' ' || c.conname,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname,
              pg_get_constraintdef(c.oid))
  FROM pg_constraint c
 WHERE c.contype IN ('f', 'x') AND c.conrelid = ANY(%(tables)s::regclass[])
 ORDER BY c.contype DESC, 1
"""
INDEXES = """
INSERT INTO demo_seeding (what, again)
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
  FROM pg_index i
  LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
 WHERE i.indrelid = ANY(%(tables)s::regclass[]) AND NOT i.indisunique
   AND NOT i.indisexclusion
   AND NOT (i.indpred IS NULL
            AND (i.indrelid::regclass::text, a.attname) IN
                (SELECT * FROM unnest(%(tables)s::text[], %(leading)s::text[])))
 ORDER BY 1
"""


def is_owner() -> bool:
    """Whether this connection may alter the tables."""
    (may,) = ask_one(
        "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class"
        " WHERE oid = 'people_child'::regclass"
    )
    return bool(may)


def is_aside() -> bool:
    """Whether a run that was stopped left something aside."""
    return bool(ask_one("SELECT to_regclass(%(name)s) IS NOT NULL", name=ASIDE)[0])


def _tables() -> dict[str, str]:
    """Each table that is written to, with the column by which its rows are found."""
    found = {}
    for model in written():
        keys = key_into(model)
        found[model._meta.db_table] = str(keys[0].column) if keys else "child_id"
        if model._meta.label in FOUND_BY:
            found[model._meta.db_table] = str(model._meta.pk.column)
    for model, event in tracked():
        if model._meta.db_table in found:
            found[event._meta.db_table] = "pgh_obj_id"
    return found


@transaction.atomic
def put_aside() -> None:
    """Drop what slows writing down, and write down how to make it again.

    Rows are still found by what they belong to: the originals are read again and again.
    CannotTell: somebody else did so while we waited.
    """
    Partnership.objects.select_for_update().get(pk=1)
    if is_aside():
        raise CannotTell("Somebody else seeds. Run it again.")
    tables = _tables()
    run(
        f"CREATE TABLE {ASIDE} (id bigint GENERATED ALWAYS AS IDENTITY,"
        " what text NOT NULL, again text NOT NULL)"
    )
    names = {"tables": list(tables), "leading": list(tables.values())}
    run(INDEXES, **names)
    indexes = [what for (what,) in ask(f"SELECT what FROM {ASIDE} ORDER BY id")]
    run(CONSTRAINTS, **names)
    for (what,) in ask(f"SELECT what FROM {ASIDE} ORDER BY id"):
        table, _, name = what.partition(" ")
        run(
            f"DROP INDEX {what}"
            if what in indexes
            else f"ALTER TABLE {table} DROP CONSTRAINT {name}"
        )


def make_again(say: Say) -> None:
    """Make all again, one after the other, over all rows; each is checked whole."""
    left = ask(f"SELECT id, what, again FROM {ASIDE} ORDER BY id")
    for number, (key, what, again) in enumerate(left, start=1):
        with transaction.atomic():
            run(f"SET LOCAL maintenance_work_mem = '{MEMORY}'")
            run(again)
            run(f"DELETE FROM {ASIDE} WHERE id = %(key)s", key=key)
        say(f"made again, {number} of {len(left)}: {what}")
    run(f"DROP TABLE {ASIDE}")


@contextmanager
def without_triggers() -> Iterator[None]:
    """Write without triggers until the transaction ends, or this block does.

    Whoever writes so writes what the triggers would: change history, and columns that
    follow others. A failure undoes the switching off with all else.
    """
    models: list[Model] = written()
    for model in models:
        run(f"ALTER TABLE {model._meta.db_table} DISABLE TRIGGER USER")
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for model in models:
        run(f"ALTER TABLE {model._meta.db_table} ENABLE TRIGGER USER")
