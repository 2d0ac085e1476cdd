"""What a merge changes, written down so that it can be put back."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models

from sendhub.people.merging import Row, mark_of


@dataclass
class MergeLog:
    """Each row that a merge changes; `said` is what the chronology tells besides."""

    changes: list[dict[str, Any]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def change(self, row: models.Model, **columns: Any) -> None:
        """Write columns of a row, by the names that the database has for them."""
        before = {name: getattr(row, name) for name in columns}
        type(row)._base_manager.filter(pk=row.pk).update(**columns)
        for name, value in columns.items():
            setattr(row, name, value)
        self.changes.append(
            {
                "model": row._meta.label_lower,
                "pk": row.pk,
                "before": before,
                "after": columns,
            }
        )

    def finished(self) -> list[dict[str, Any]]:
        """The changes, each with what stands for its row when all is done."""
        for change in self.changes:
            change["mark"] = mark_of(Row(**change).now())
        return self.changes


def put_back(changes: list[Row]) -> None:
    """Write what each row said before.

    The children first, for an alias takes no rows; then kind by kind in the order of
    the merge, for contacts go before what is withheld from them; of one kind the last
    change first, for a case is reopened when the other is away.
    """
    kinds = list(dict.fromkeys(row.model for row in changes))
    kinds.sort(key=lambda kind: not Row(kind, 0, {}, {}).is_child)
    for kind in kinds:
        for row in reversed([row for row in changes if row.model == kind]):
            now = row.now()
            columns = {n: row.column(n, value) for n, value in row.before.items()}
            type(now)._base_manager.filter(pk=row.pk).update(**columns)
