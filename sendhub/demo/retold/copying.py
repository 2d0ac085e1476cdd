# ruff: noqa: S608  every statement is made of our own names
"""Telling lived stories again: whole lives copied to other children, by SQL.

The caller begins, fills `retelling` (one row for each copy) and, for whatever differs
from the original's life, `retelling_swap` and `retelling_words`; then it tells again.
Only in a transaction, and only rows that a child's life is made of (`scope.py`).

- `copy`: the copy's running number; `original`: the key of the child whose life it is;
- `days`: how many days earlier it all lies (multiples of 7 keep the weekdays);
- `set`: which rows of the two other tables hold for this copy;
- `given_names`, `family_name`, `sex`: NULL for as they were;
- `born_on`: the copy's own, and not moved; NULL for the original's, `days` earlier;
- `upn`, `nhs_number`, `uln`: NULL for new numbers where the original has them;
- `lines`, `town`, `postcode`: the home of today; NULL for the original's.

`retelling_swap(set, target, old, new)`: in place of one row of a table outside a life
(an officer, a team, a school, a professional, a code), another. Their names in texts
follow. `retelling_words(set, old, new)`: further words in texts.
"""

from sendhub.demo.retold.names import name_all
from sendhub.demo.retold.staging import lay_out, staged, written
from sendhub.demo.retold.statements import ask, run
from sendhub.demo.retold.telling import reserve, write
from sendhub.people.models import Address

TABLES = (
    "retelling (copy bigint PRIMARY KEY, original bigint NOT NULL,"
    " days int NOT NULL DEFAULT 0, set int NOT NULL DEFAULT 0, given_names text,"
    " family_name text, born_on date, sex text, upn text, nhs_number text, uln text,"
    " lines text, town text, postcode text)",
    "retelling_swap (set int NOT NULL, target text NOT NULL, old text NOT NULL,"
    " new text NOT NULL, UNIQUE (set, target, old))",
    "retelling_words (set int NOT NULL, old text NOT NULL, new text NOT NULL,"
    " UNIQUE (set, old))",
)
MADE = ("retelling_marks", "retold_names", "retold")


def begin() -> None:
    """Make the empty tables that the caller fills; they go with the transaction."""
    left = [*MADE, *(staged(model) for model in written())]
    for name in [*left, *(table.split()[0] for table in TABLES)]:
        run(f"DROP TABLE IF EXISTS pg_temp.{name}")
    for table in TABLES:
        run(f"CREATE TEMP TABLE {table} ON COMMIT DROP")


def tell_again(*, history: bool = False) -> list[int]:
    """Write every copy's life; the keys of the new children, in the copies' order.

    `history`: with its change history, where the caller has switched the triggers off.
    """
    for table in TABLES:
        run(f"ANALYZE {table.split()[0]}")
    lay_out()
    _find_homes()
    name_all()
    reserve()
    run("SET CONSTRAINTS ALL DEFERRED")  # sections are written before their version
    for model in written():
        write(model, history=history)
    return [key for (key,) in ask("SELECT at_people_child FROM retold ORDER BY copy")]


def _find_homes() -> None:
    """Mark the addresses of each life that are the child's home of today."""
    homes = staged(Address)
    run(f"ALTER TABLE {homes} ADD told_home boolean DEFAULT false")
    run(
        f"UPDATE {homes} t SET told_home = true FROM (SELECT DISTINCT ON (original)"
        f" original, lines, postcode FROM {homes} WHERE child_id IS NOT NULL"
        " ORDER BY original, starts_on DESC) h WHERE h.original = t.original"
        " AND h.lines = t.lines AND h.postcode = t.postcode"
    )
