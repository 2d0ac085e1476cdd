# ruff: noqa: S608  every statement is made of our own names
"""Writing the copies: one INSERT for each table, from the originals laid out.

A copy's keys lie side by side. `retold` says for each copy where its keys begin in
each table, so that every key of a copied row is a sum of two numbers.
"""

from functools import cache

from django.db import connection, models

from sendhub.audit.models import Act
from sendhub.audit.verify import tracked
from sendhub.demo.retold.marks import NAME_MARKS, is_text
from sendhub.demo.retold.scope import TOLD_ONCE, told
from sendhub.demo.retold.staging import (
    Model,
    is_about,
    pointing_inside,
    staged,
    texts,
)
from sendhub.demo.retold.statements import ask, ask_one, run
from sendhub.people.models import Address, Adult, Child
from sendhub.people.models.periods import Dated

SWAPPED_IN_HISTORY = {"by_id": "accounts_user"}
OWN = {  # columns of the child that are the copy's own
    "given_names": "r.given_names",
    "family_name": "r.family_name",
    "preferred_name": "''",
    "sort_name": "r.sort_name",
    "search_text": "r.search_text",
    "born_on": "r.born_on",
    "sex_id": "r.sex",
    "upn": "r.upn",
    "uln": "r.uln",
    "nhs_number": "r.nhs_number",
    "upn_unknown_id": "CASE WHEN r.upn = '' THEN t.upn_unknown_id END",
    "own_phone": "''",
    "own_email": "''",
}


CONTEXT = "nullif(current_setting('pghistory.context_metadata', true), '')::jsonb"


@cache
def events() -> dict[Model, Model]:
    """The model that keeps the change history of each model."""
    return dict(tracked())


def begins(model: Model) -> str:
    """The column of `retold` that says where a copy's keys of a table begin."""
    return f"at_{model._meta.db_table}"


def reserve() -> None:
    """Say for each copy where its keys begin; nobody else is given those numbers."""
    sums, joins = [], []
    for model in told():
        counts = f"(SELECT original, count(*) AS n FROM {staged(model)} GROUP BY 1)"
        name = f"n_{model._meta.db_table}"
        (number,) = ask_one(
            "SELECT coalesce(sum(n), 0) FROM retelling"
            f" JOIN {counts} n USING (original)"
        )
        first = _block(model, int(number))
        joins.append(f" LEFT JOIN {counts} {name} ON {name}.original = r.original")
        n = f"coalesce({name}.n, 0)"
        sums.append(f"({first} + sum({n}) OVER w - {n})::bigint AS {begins(model)}")
    run(
        f"CREATE TEMP TABLE retold ON COMMIT DROP AS SELECT r.*, {', '.join(sums)}"
        f" FROM retold_names r{''.join(joins)} WINDOW w AS (ORDER BY r.copy)"
    )
    run("ANALYZE retold")


def _block(model: Model, number: int) -> int:
    """Take so many numbers of a table's sequence that stand side by side; the first.

    Somebody else may take one in between. Then these are given up, and others taken.
    """
    while number:
        first, last = ask_one(
            "SELECT min(v), max(v) FROM (SELECT nextval(s) AS v FROM"
            " pg_get_serial_sequence(%(table)s, %(key)s) s,"
            " generate_series(1, %(number)s)) taken",
            table=model._meta.db_table,
            key=model._meta.pk.column,
            number=number,
        )
        if last - first + 1 == number:
            return int(first)
    return 0


def write(model: Model, *, history: bool = False) -> None:
    """Write the rows of all copies in one table.

    `history`: write the line of change history beside each row, too, where the caller
    has switched off the triggers that would.
    """
    columns = [f for f in model._meta.concrete_fields if not _by_default(model, f)]
    joins: dict[str, str] = {}
    values = ", ".join(_value(model, field, joins) for field in columns)
    names = ", ".join(f'"{field.column}"' for field in columns)
    swaps = "".join(
        f" LEFT JOIN retelling_swap {alias} ON {alias}.set = r.set"
        f" AND {alias}.target = {on}"
        for alias, on in joins.items()
    )
    made = (
        f"INSERT INTO {model._meta.db_table} ({names}) SELECT {values}"
        f" FROM {staged(model)} t JOIN retold r ON r.original = t.original{swaps}"
        f"{_words(model)} ORDER BY r.copy, t.told_rank"
    )
    event = history and events().get(model)
    if not event:
        run(made)
        return
    kept = ", ".join(
        f'"{f.column}"'
        for f in event._meta.concrete_fields
        if not f.name.startswith("pgh_")
    )
    run(
        f"WITH made AS ({made} RETURNING *) INSERT INTO {event._meta.db_table} ({kept},"
        f" pgh_obj_id, pgh_label, pgh_created_at, pgh_context) SELECT {kept},"
        f" {model._meta.pk.column}, 'insert', now(), {CONTEXT} FROM made"
    )


def _by_default(model: Model, field: models.Field) -> bool:
    """History takes its numbers as they come: nothing points at them."""
    return model is Act and field.primary_key


def _value(model: Model, field: models.Field, joins: dict[str, str]) -> str:
    """What stands in one column of a copy."""
    column = str(field.column)
    inside = pointing_inside(model)
    if field.primary_key:
        return f"r.{begins(model)} + t.told_rank"
    if model is Child and column in OWN:
        return OWN[column]
    if model is Act and column == "by_name":
        return "coalesce(who.new, t.by_name)"
    if column in inside:
        return f"r.{begins(inside[column])} + t.{column}_rank"
    if column == "about_id" and is_about(model):
        return _about()
    if target := _swapped(model, field):
        return _swap(field, target, joins)
    if field.is_relation:
        return "NULL"
    return _plain(model, field)


def _about() -> str:
    """The key of what a row is about, in whatever table that is."""
    whens = " ".join(
        f"WHEN '{model._meta.label_lower}' THEN r.{begins(model)}" for model in told()
    )
    return f"CASE t.about_type {whens} END + t.about_rank"


def _swapped(model: Model, field: models.Field) -> str:
    """The table outside a life that a column points at; "" for any other column."""
    if model is Act:
        return SWAPPED_IN_HISTORY.get(str(field.column), "")
    other = field.related_model
    if not isinstance(field, models.ForeignKey) or not isinstance(other, type):
        return ""
    if other is model or other._meta.label in TOLD_ONCE:
        return ""
    return str(other._meta.db_table)


def _swap(field: models.Field, target: str, joins: dict[str, str]) -> str:
    """The key as it is, or the one that takes its place for the copy's set."""
    used = ask("SELECT 1 FROM retelling_swap WHERE target = %(to)s LIMIT 1", to=target)
    if not used:
        return f't."{field.column}"'
    alias = f"s_{field.column}"
    joins[alias] = f"'{target}' AND {alias}.old = t.\"{field.column}\"::text"
    kind = field.cast_db_type(connection)
    return f'coalesce({alias}.new::{kind}, t."{field.column}")'


def _plain(model: Model, field: models.Field) -> str:
    """A column that points at nothing: days are moved, names are put in."""
    column = f't."{field.column}"'
    if isinstance(field, models.DateTimeField):
        return f"{column} - make_interval(days => r.days)"
    if isinstance(field, models.DateField):
        return _day(model, column, str(field.column))
    if model is Address and field.column in ("lines", "town", "postcode"):
        return f"CASE WHEN t.told_home THEN coalesce(r.{field.column}, {column})" + (
            f" ELSE {column} END"
        )
    if model is Adult and field.column == "phone":
        return _phone(column)
    if is_text(field) and model is not Child:
        return _text(model, field)
    return column


def _day(model: Model, column: str, name: str) -> str:
    """A day, so many days earlier; nothing of a child begins before the birth."""
    day = f"{column} - r.days"
    begins_life = name == "starts_on" and issubclass(model, Dated)
    if not begins_life and (model, name) != (Act, "happened_on"):
        return day
    return (
        f"CASE WHEN {column} = r.was_born THEN r.born_on"
        f" ELSE greatest({day}, r.born_on) END"
    )


def _phone(column: str) -> str:
    """Another number of the thousand that Ofcom keeps for stories."""
    return (
        f"CASE WHEN {column} ~ '^07700 900[0-9]{{3}}$' THEN '07700 900' || lpad((("
        f"right({column}, 3)::int + r.copy * 37) % 1000)::text, 3, '0')"
        f" ELSE {column} END"
    )


def _text(model: Model, field: models.Field) -> str:
    """A text with the copy's names in the places of the original's."""
    column = f't."{field.column}"'
    marks = _marks_in(staged(model), str(field.column))
    value = column
    moved = ask("SELECT 1 FROM retelling WHERE days <> 0 LIMIT 1")
    if moved and isinstance(field, models.JSONField):
        value = f"pg_temp.earlier({value}, r.days)"
    if marks.pop("words"):
        filled = (
            f"CASE WHEN t.told_more THEN pg_temp.filled({value}, r.set)"
            f" ELSE replace({value}, t.told_mark, coalesce(w.new, t.told_word)) END"
        )
        value = f"CASE WHEN t.told_mark IS NULL THEN {value} ELSE {filled} END"
    for mark, name in NAME_MARKS.items():
        if marks[mark]:
            value = f"replace({value}, '{mark}', r.{name})"
    return f"({value})::jsonb" if isinstance(field, models.JSONField) else value


def _words(model: Model) -> str:
    """The join that fills the one mark of a row, for the copy's set."""
    if model is Child or not texts(model):
        return ""
    words = " LEFT JOIN retelling_words w ON w.set = r.set AND w.old = t.told_word"
    if model is Act:
        words += " LEFT JOIN retelling_words who ON who.set = r.set"
        words += " AND who.old = t.by_name"
    return words


def _marks_in(table: str, column: str) -> dict[str, bool]:
    """Which marks stand anywhere in a column: what is not there need not be sought."""
    finds = ", ".join(f"bool_or({column} LIKE '%{mark}%')" for mark in NAME_MARKS)
    words, *names = ask_one(
        f"SELECT bool_or(told_mark IS NOT NULL), {finds} FROM {table}"
    )
    there = map(bool, names)
    return {"words": bool(words), **dict(zip(NAME_MARKS, there, strict=True))}
