"""What must hold of history: complete, and out of reach of the site's own role."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models

from sendhub.audit.grants import NEVER, history_tables
from sendhub.audit.models import Act
from sendhub.audit.sentences import known
from sendhub.core.verifying import Check, rows

FORBIDDEN = ("UPDATE", "DELETE", "TRUNCATE")


def tracked() -> list[tuple[type[models.Model], type[models.Model]]]:
    """Each model whose changes are kept, with the model that keeps them."""
    return [
        (model.pgh_tracked_model, model)
        for model in apps.get_models(include_auto_created=True)
        if hasattr(model, "pgh_tracked_model")
    ]


def alterable_history() -> Iterator[str]:
    """Rights on history that the site's own role should not have."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname || ' ' || act FROM unnest(%s::text[]) name"
            " JOIN pg_class c ON c.oid = name::regclass"
            " JOIN pg_roles r ON r.rolname = %s AND r.oid <> c.relowner"
            " CROSS JOIN unnest(%s::text[]) act"
            " WHERE has_table_privilege(r.oid, c.oid, act)",
            [history_tables(), settings.APP_ROLE, list(FORBIDDEN)],
        )
        yield from (name for (name,) in cursor.fetchall())


def triggers_that_can_be_ignored() -> Iterator[str]:
    """The function by which a session could switch a trigger off, if it still can."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname FROM pg_proc WHERE proname = '_pgtrigger_should_ignore'"
            " AND prosrc <> %s",
            [NEVER],
        )
        yield from (name for (name,) in cursor.fetchall())


def rows_without_history() -> Iterator[str]:
    """Rows that are not as the last event of their history says."""
    for model, event in tracked():
        yield from _found(model, _differing(model, event))


def rows_that_vanished() -> Iterator[str]:
    """Rows that are gone although no history says that they were deleted."""
    for model, event in tracked():
        query = (
            "SELECT DISTINCT e.pgh_obj_id FROM {event} e"
            " WHERE NOT EXISTS (SELECT FROM {table} t WHERE t.{key} = e.pgh_obj_id)"
            " AND NOT EXISTS (SELECT FROM {event} d"
            " WHERE d.pgh_obj_id = e.pgh_obj_id AND d.pgh_label = 'delete')"
        )
        yield from _found(model, query.format(**_names(model, event)))


def _differing(model: type[models.Model], event: type[models.Model]) -> str:
    columns = [
        connection.ops.quote_name(str(field.column))
        for field in event._meta.concrete_fields
        if not field.name.startswith("pgh_")
    ]
    query = (
        "SELECT t.{key} FROM {table} t LEFT JOIN LATERAL ("
        "SELECT * FROM {event} WHERE pgh_obj_id = t.{key} ORDER BY pgh_id DESC LIMIT 1"
        ") e ON true WHERE e.pgh_id IS NULL OR {differ}"
    )
    differ = " OR ".join(f"t.{one} IS DISTINCT FROM e.{one}" for one in columns)
    return query.format(**_names(model, event), differ=differ)


def _names(model: type[models.Model], event: type[models.Model]) -> dict[str, str]:
    quote = connection.ops.quote_name
    return {
        "event": quote(event._meta.db_table),
        "table": quote(model._meta.db_table),
        "key": quote(str(model._meta.pk.column)),
    }


def _found(model: type[models.Model], query: str) -> Iterator[str]:
    find: Any = rows(query)
    yield from (f"{model._meta.label_lower} {key}" for key in find())


def unknown_acts() -> Iterator[str]:
    """Acts in the history for which no app has a sentence."""
    acts = Act.objects.order_by("act").values_list("act", flat=True).distinct()
    yield from sorted(set(acts) - known())


CHECKS = [
    Check(
        "audit.history_out_of_reach",
        "the site's own database role can only add to history",
        alterable_history,
    ),
    Check(
        "audit.triggers_never_ignored",
        "no session can switch a trigger off for itself",
        triggers_that_can_be_ignored,
    ),
    Check(
        "audit.last_version_kept",
        "every row is as the last event of its history says",
        rows_without_history,
    ),
    Check(
        "audit.deletions_kept",
        "no row has gone without history saying so",
        rows_that_vanished,
    ),
    Check(
        "audit.acts_have_words",
        "every act in the history has its sentence",
        unknown_acts,
    ),
]
