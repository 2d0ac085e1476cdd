"""What must hold of the database itself: nothing that guards it is off or missing."""

from collections.abc import Iterator

import pgtrigger
import pgtrigger.core
from django.apps import apps
from django.db import connection

from sendhub.core.codes import codes_in_file
from sendhub.core.models import Code
from sendhub.core.verifying import Check, rows


def missing_constraints() -> Iterator[str]:
    """Constraints that a model declares and the database does not have."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint"
            " UNION SELECT relname FROM pg_class WHERE relkind = 'i'"
        )
        there = {name for (name,) in cursor.fetchall()}
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name not in there:
                yield constraint.name


def wrong_triggers() -> Iterator[str]:
    """Triggers that the code knows and the database lacks, or has otherwise."""
    for model, trigger in pgtrigger.registered():
        status, _ = trigger.get_installation_status(model)
        if status != pgtrigger.core.INSTALLED:
            yield f"{model._meta.label_lower} {trigger.name} {status.lower()}"


def missing_codes() -> Iterator[str]:
    """National codes that the packaged file has and the database does not."""
    there = set(Code.objects.values_list("pk", flat=True))
    yield from sorted({code.pk for code in codes_in_file()} - there)


CHECKS = [
    Check(
        "core.constraints_validated",
        "every constraint has been checked against every row",
        rows(
            "SELECT conname FROM pg_constraint"
            " WHERE NOT convalidated AND connamespace = 'public'::regnamespace"
        ),
    ),
    Check(
        "core.constraints_there",
        "every constraint of the models is in the database",
        missing_constraints,
    ),
    Check(
        "core.indexes_valid",
        "every index is complete",
        rows("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid"),
    ),
    Check(
        "core.triggers_enabled",
        "every trigger is switched on",
        rows(
            "SELECT t.tgrelid::regclass, t.tgname FROM pg_trigger t"
            " JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE t.tgenabled NOT IN ('O', 'A')"
            " AND c.relnamespace = 'public'::regnamespace"
        ),
    ),
    Check(
        "core.triggers_there",
        "every trigger of the models is in the database as the code has it",
        wrong_triggers,
    ),
    Check(
        "core.codes_there",
        "every national code is there",
        missing_codes,
    ),
]
