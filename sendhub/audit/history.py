"""Change history: every insert, update and delete of a row, kept by the database.

The triggers also catch bulk updates and raw SQL. Each event carries who was
signed in and at which address (`pgh_context`), so that nothing points at a row
that could be changed later.
"""

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

from sendhub.audit.triggers import NO_TRUNCATE

M = TypeVar("M", bound=type[models.Model])


def kept(*, exclude: tuple[str, ...] = ()) -> Callable[[M], M]:
    """Keep the change history of a model (class decorator)."""
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude) or None,
        context_field=pghistory.ContextJSONField(),
        context_id_field=None,  # type: ignore[arg-type]
        append_only=True,
        meta={"triggers": [NO_TRUNCATE]},
    )
