# ruff: noqa: S608  every statement is made of our own names
"""Laying out the originals: every row of their lives, in temporary tables.

Each row is numbered within its child's life (`told_rank`). Rows that point at others of
the same life keep the number of those: a copy's keys are then a sum (`telling.py`).
"""

from django.apps import apps
from django.db import models

from sendhub.audit.models import Act
from sendhub.demo.retold.marks import (
    FUNCTIONS,
    MARKS,
    NAMES_OF,
    WORDS,
    is_text,
)
from sendhub.demo.retold.scope import (
    ALONE,
    FOUND_BY,
    TOLD,
    CannotTell,
    key_into,
    keys_of,
    told,
)
from sendhub.demo.retold.statements import ask, run
from sendhub.people.models import Child

Model = type[models.Model]


def staged(model: Model) -> str:
    """The temporary table with the originals' rows of a model."""
    return f"told_{model._meta.db_table}"


def lay_out() -> None:
    """Fill the temporary tables from what `retelling` names."""
    run(FUNCTIONS)
    for target, names in NAMES_OF.items():
        run(WORDS.format(names=names), target=target)
    run(MARKS)
    for model in in_order_of_finding():
        run(_found(model))
        run(f"CREATE INDEX ON {staged(model)} (original, {_key(model)})")
        run(f"ANALYZE {staged(model)}")
    check_originals()
    run(_acts())
    for model in written():
        _point_inside(model)
        _mark(model)
        run(f"ANALYZE {staged(model)}")


def written() -> list[Model]:
    """Every model that is told again, in the order of writing; history comes last."""
    return [*told(), Act]


def in_order_of_finding() -> list[Model]:
    """The models told, each after the one by which its rows are found."""
    found: list[Model] = []
    waiting = [*told()]
    while waiting:
        model = next(m for m in waiting if not _parents(m) - set(found))
        found.append(model)
        waiting.remove(model)
    return found


def _parents(model: Model) -> set[Model]:
    if by := FOUND_BY.get(model._meta.label):
        return {m for m in told() if m._meta.label == by[0]}
    return {key.related_model for key in key_into(model)}


def _key(model: Model) -> str:
    return str(model._meta.pk.column)


def _columns(model: Model) -> str:
    """All columns; JSON as text, so that marks may stand in it."""
    return ", ".join(
        f't."{f.column}"::text'
        if isinstance(f, models.JSONField)
        else f't."{f.column}"'
        for f in model._meta.concrete_fields
    )


def _found(model: Model) -> str:
    """Find the originals' rows of one model, by a model that was found before."""
    table, key = model._meta.db_table, _key(model)
    if model is Child:
        where = f"(SELECT DISTINCT original, original AS {key} FROM retelling) p"
        on = f"t.{key} = p.{key}"
    elif by := FOUND_BY.get(model._meta.label):
        parent = next(m for m in told() if m._meta.label == by[0])
        where = f"(SELECT DISTINCT original, {by[1]} FROM {staged(parent)}) p"
        on = f"t.{key} = p.{by[1]}"
    else:
        keys = key_into(model)
        where = " UNION ".join(
            f"SELECT p.original, r.{key} FROM {staged(k.related_model)} p"
            f" JOIN {table} r ON r.{k.column} = p.{k.target_field.column}"
            for k in keys
        )
        where, on = f"({where}) p", f"t.{key} = p.{key}"
    return (
        f"CREATE TEMP TABLE {staged(model)} ON COMMIT DROP AS SELECT p.original,"
        f" row_number() OVER (PARTITION BY p.original ORDER BY t.{key}) - 1"
        f" AS told_rank, NULL::text AS told_mark, NULL::text AS told_word,"
        f" false AS told_more, {_columns(model)}"
        f" FROM {where} JOIN {table} t ON {on}"
    )


def _acts() -> str:
    """What was done for the child, unless it was done to something told only once."""
    about = ", ".join(f"'{label.lower()}'" for label in TOLD)
    return (
        f"CREATE TEMP TABLE {staged(Act)} ON COMMIT DROP AS SELECT t.child_id"
        " AS original, row_number() OVER (PARTITION BY t.child_id ORDER BY t.id) - 1"
        f" AS told_rank, NULL::text AS told_mark, NULL::text AS told_word,"
        f" false AS told_more, {_columns(Act)}"
        f" FROM audit_act t WHERE t.child_id IN (SELECT original FROM retelling)"
        f" AND t.about_type IN ('', {about})"
    )


def pointing_inside(model: Model) -> dict[str, Model]:
    """Columns with the keys of other rows of the same life, and of which table."""
    inside = {
        str(key.column): key.related_model
        for key in keys_of(model)
        if key.related_model in told() and key.related_model is not model
    }
    if model is Act:
        case = next(m for m in told() if m._meta.label == "casework.Case")
        inside = {"child_id": Child, "case_id": case}
    return inside


def is_about(model: Model) -> bool:
    """Whether rows name any other record by `about_type` and `about_id`."""
    return any(field.name == "about_type" for field in model._meta.concrete_fields)


def _point_inside(model: Model) -> None:
    """Put beside each key the number of the row it points at, within the life."""
    mine = staged(model)
    for column, other in pointing_inside(model).items():
        run(f"ALTER TABLE {mine} ADD {column}_rank bigint")
        run(
            f"UPDATE {mine} t SET {column}_rank = p.told_rank FROM {staged(other)} p"
            f" WHERE p.original = t.original AND p.{_key(other)} = t.{column}"
        )
        lost = ask(
            f"SELECT original FROM {mine} WHERE {column} IS NOT NULL"
            f" AND {column}_rank IS NULL LIMIT 1"
        )
        if lost:
            raise CannotTell(
                f"Child {lost[0][0]}: {model._meta.verbose_name} points at another's "
                f"{other._meta.verbose_name}."
            )
    if is_about(model):
        _point_about(mine)


def _point_about(mine: str) -> None:
    """The same of `about_id`, in whatever table that is."""
    run(f"ALTER TABLE {mine} ADD about_rank bigint")
    for other in told():
        run(
            f"UPDATE {mine} t SET about_rank = p.told_rank FROM {staged(other)} p"
            f" WHERE p.original = t.original AND p.{_key(other)} = t.about_id"
            " AND t.about_type = %(label)s",
            label=other._meta.label_lower,
        )


def texts(model: Model) -> list[str]:
    """The columns whose words may name somebody."""
    return [str(f.column) for f in model._meta.concrete_fields if is_text(f)]


def _mark(model: Model) -> None:
    """Mark in each text the child's names and all that is swapped for some copy."""
    if model is Child or not (columns := texts(model)):
        return
    words = " || ".join(f"coalesce({column}, '')" for column in columns)
    marks = ", ".join(
        f"{c} = pg_temp.marked(t.{c}, o.given_names, o.family_name, o.born_on)"
        for c in columns
    )
    run(
        f"UPDATE {staged(model)} t SET {marks} FROM {staged(Child)} o"
        " WHERE o.original = t.original"
    )
    run(
        f"UPDATE {staged(model)} t SET told_mark = m.mark, told_word = m.old,"
        f" told_more = m.number > 1 FROM (SELECT t.ctid AS row, min(m.mark) AS mark,"
        " min(m.old) AS old, count(*) AS number"
        f" FROM {staged(model)} t JOIN retelling_marks m"
        f" ON position(m.mark IN {words}) > 0 GROUP BY 1) m WHERE m.row = t.ctid"
    )


def check_originals() -> None:
    """Refuse children whose life holds something that happens only once."""
    hidden = ask(
        "SELECT r.original FROM retelling r LEFT JOIN people_child c"
        " ON c.id = r.original AND c.merged_into_id IS NULL"
        " AND c.restricted_at IS NULL WHERE c.id IS NULL LIMIT 1"
    )
    if hidden:
        raise CannotTell(f"Child {hidden[0][0]} is restricted, merged or not there.")
    for label, why in ALONE.items():
        model = apps.get_model(label)
        for key in keys_of(model):
            other = key.related_model
            if not isinstance(other, type) or other not in told():
                continue
            found = ask(
                f"SELECT p.original FROM {staged(other)} p"
                f" JOIN {model._meta.db_table} t ON t.{key.column} = p.id LIMIT 1"
            )
            if found:
                raise CannotTell(f"Child {found[0][0]} cannot be told again: {why}.")
